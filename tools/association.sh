#!/bin/sh
# Lets the desktop of this user open proposals with Roadmapper: association.sh install | remove
set -eu
cd "$(dirname "$0")/.."

DATA="${XDG_DATA_HOME:-$HOME/.local/share}"
PROGRAM="$(pwd)/.venv/bin/roadmapper"
DESKTOP="$DATA/applications/roadmapper.desktop"
KIND="$DATA/mime/packages/roadmapper.xml"
ICON="$DATA/icons/hicolor/scalable/apps/roadmapper.svg"

# The desktop reads these lists; where a program for them is missing, it makes them itself in time.
renew() {
	if command -v update-mime-database >/dev/null 2>&1; then update-mime-database "$DATA/mime"; fi
	if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database "$DATA/applications"; fi
}

install_all() {
	mkdir -p "$(dirname "$DESKTOP")" "$(dirname "$KIND")" "$(dirname "$ICON")"
	# In a desktop file a path with spaces stands in quotes, and a percent sign is doubled.
	quoted=$(printf '%s' "$PROGRAM" | sed 's/%/%%/g; s/[&|\\]/\\&/g')
	sed "s|^Exec=roadmapper|Exec=\"$quoted\"|" assets/desktop/roadmapper.desktop >"$DESKTOP"
	cp assets/desktop/roadmapper.xml "$KIND"
	cp assets/desktop/roadmapper.svg "$ICON"
	renew
	echo "Proposals (*.roadmap) now open with $PROGRAM."
}

remove_all() {
	rm -f "$DESKTOP" "$KIND" "$ICON"
	if [ -d "$DATA/mime/packages" ]; then renew; fi
	echo "Proposals no longer open with Roadmapper."
}

case "${1:-}" in
install) install_all ;;
remove) remove_all ;;
*)
	echo "Say what to do: install or remove." >&2
	exit 2
	;;
esac
