#!/bin/sh
# Prepares .venv and what lies outside it. Called by the Makefile: environment.sh program | tests | system | start
set -eu
cd "$(dirname "$0")/.."

BIN=.venv/bin
STAMP=.venv/.roadmapper
# What Qt needs from the system, with the names of Debian and Ubuntu. A name may have become <name>t64.
LIBRARIES="libglib2.0-0 libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libxcb-cursor0 libxcb-icccm4
libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0"

stop() {
	echo "$1" >&2
	exit 2
}

is_recent() {
	"$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
	for one in "${PYTHON:-python3}" python3 python3.14 python3.13 python3.12 python3.11; do
		if is_recent "$one"; then
			command -v "$one"
			return
		fi
	done
	stop "Python 3.11 or later is needed. Install it with: $(as_root "apt-get install python3 python3-venv")"
}

# The environment is good if its Python runs and is recent; a moved folder or an upgraded system breaks it.
make_environment() {
	if is_recent "$BIN/python" && "$BIN/python" -m pip --version >/dev/null 2>&1; then
		return
	fi
	found=$(find_python)
	echo "Making .venv with $found"
	rm -rf .venv
	"$found" -c 'import ensurepip, venv' 2>/dev/null ||
		stop "Python cannot make an environment. Install what it lacks with: $(as_root "apt-get install python3-venv")"
	if ! "$found" -m venv .venv; then
		rm -rf .venv
		stop "The environment .venv could not be made in this folder; Python says why above."
	fi
}

fetch() {
	"$BIN/python" -m pip install --quiet --disable-pip-version-check "$@" ||
		stop "Python packages could not be fetched; pip says why above. Check the network and run make again: it goes on from there."
}

# $1 is the kind of environment. Installing is skipped as long as pyproject.toml and the folder are the same.
install() {
	want="$1 $(pwd) $(cksum <pyproject.toml)"
	if [ -f "$STAMP" ] && grep -qxF "$want" "$STAMP"; then
		return
	fi
	# Groups of dependencies need pip 25.1.
	fetch --upgrade "pip>=25.1"
	if [ "$1" = tests ]; then
		fetch --editable . --group dev
	else
		fetch --editable .
	fi
	# An environment for tests runs the program too.
	if [ "$1" = tests ]; then
		echo "program $(pwd) $(cksum <pyproject.toml)" >"$STAMP"
		echo "$want" >>"$STAMP"
	else
		echo "$want" >"$STAMP"
	fi
}

# What a person types to run a command as root, on a system with sudo and on one without.
as_root() {
	if command -v sudo >/dev/null 2>&1; then echo "sudo $1"; else echo "su -c '$1'"; fi
}

is_installed() {
	dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q "ok installed"
}

missing_libraries() {
	for one in $LIBRARIES; do
		is_installed "$one" || is_installed "${one}t64" || echo "$one"
	done
}

# Names as this system knows them, on one line.
known_names() {
	separator=""
	for one in "$@"; do
		if apt-cache show "${one}t64" 2>/dev/null | grep -q .; then one="${one}t64"; fi
		printf '%s%s' "$separator" "$one"
		separator=" "
	done
}

install_libraries() {
	command -v apt-get >/dev/null 2>&1 || return 0
	missing=$(missing_libraries)
	[ -n "$missing" ] || return 0
	may=""
	if [ "$(id -u)" != 0 ]; then
		may="sudo -n"
	fi
	if [ -n "$may" ] && ! sudo -n true 2>/dev/null; then
		# shellcheck disable=SC2086 # names are meant to be split
		names=$(known_names $missing)
		echo "The window needs libraries of the system. Install them with: $(as_root "apt-get install $names")"
		return 0
	fi
	echo "Installing what the window needs from the system"
	$may apt-get update -qq || echo "The list of packages could not be renewed; trying with the old one."
	# shellcheck disable=SC2086 # names and words are meant to be split
	names=$(known_names $missing)
	# shellcheck disable=SC2086 # as above
	$may env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $names >/dev/null ||
		echo "They could not be installed. Try: $(as_root "apt-get install $names")"
}

# Where there is a screen the window opens; else the sample is written.
start() {
	if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname)" = Darwin ]; then
		exec "$BIN/roadmapper"
	fi
	rm -rf build/fernhollow.roadmap
	mkdir -p build
	"$BIN/roadmapper" sample fernhollow build/fernhollow.roadmap
	"$BIN/roadmapper" export build/fernhollow.roadmap build/fernhollow.docx
	"$BIN/roadmapper" export build/fernhollow.roadmap build/fernhollow.pdf
	echo "There is no screen, so the sample proposal was written: build/fernhollow.docx and build/fernhollow.pdf"
}

case "${1:-}" in
program | tests)
	make_environment
	install "$1"
	;;
system) install_libraries ;;
start) start ;;
*) stop "Say what to prepare: program, tests, system or start." ;;
esac
