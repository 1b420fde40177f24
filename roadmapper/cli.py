"""The command line: what can be asked for, and one place where every error becomes one sentence."""

import os
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn, TextIO

from roadmapper.commands.command import Argument, Command
from roadmapper.commands.desk import DONE, FINDINGS, REFUSED, Desk, clock_from
from roadmapper.commands.words import ABOUT, COMMANDS
from roadmapper.errors import BlockedError, RoadmapperError

STOPPED = 130
"""What a shell expects of a program that was stopped by Ctrl-C."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments ask for; return 0, 1 if findings block, or 2 if it cannot be done."""
    with _all_streams():
        return _main(arguments)


def _main(arguments: Sequence[str] | None) -> int:
    try:
        _write_utf8(sys.stdout)
        done = _run(sys.argv[1:] if arguments is None else list(arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()
        return DONE
    except (KeyboardInterrupt, Exception) as error:  # a person never meets a traceback
        if os.environ.get("ROADMAPPER_TRACE"):
            raise
        sentence, code = _explained(error)
        return _refused(sentence, code)
    return done


def _explained(error: BaseException) -> tuple[str, int]:
    """Return an error as one sentence, and what the program ends with."""
    match error:
        case KeyboardInterrupt():
            return "Stopped; what was kept before is kept.", STOPPED
        case BlockedError():
            return str(error), FINDINGS
        case RoadmapperError():
            return str(error), REFUSED
        case OSError():
            _drop_output()
            return f"{error.strerror or error}. Check the disk and the names.", REFUSED
        case MemoryError():
            return "There is not enough memory for this. Close other programs.", REFUSED
        case _:
            kind = type(error).__name__
            sentence = f"Something went wrong inside Roadmapper ({kind}); your answers are kept. "
            return sentence + "Set ROADMAPPER_TRACE=1, try again and report what it says.", REFUSED


def _run(arguments: list[str]) -> int:
    parser = build_parser()
    try:
        options = parser.parse_args(arguments)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else REFUSED
    if options.version:
        return _say_version()
    if options.command is None:
        parser.print_help()
        return DONE
    command: Command = options.command
    # Each family of commands brings its own libraries; the others need not pay for them.
    act: Any = getattr(import_module(f"roadmapper.commands.{command.module}"), command.function)
    desk = Desk(sys.stdout, clock_from(os.environ.get("SOURCE_DATE_EPOCH")))
    return int(act(options, desk))


def build_parser() -> ArgumentParser:
    """Return the parser of all commands."""
    parser = _Parser(prog="roadmapper", description=ABOUT, formatter_class=_Plain)
    parser.add_argument("--version", action="store_true", help="show the version and stop")
    parser.set_defaults(command=None)
    inner = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser)
    for command in COMMANDS:
        examples = "\n".join(f"  {line}" for line in command.examples)
        one = inner.add_parser(
            command.name,
            help=command.line,
            description=command.line,
            epilog=f"examples:\n{examples}",
            formatter_class=_Plain,
        )
        for argument in command.arguments:
            _add(one, argument)
        one.set_defaults(command=command)
    return parser


def _add(parser: ArgumentParser, argument: Argument) -> None:
    parser.add_argument(*argument.names, help=argument.help, **dict(argument.more))


class _Plain(RawDescriptionHelpFormatter):
    """Help that keeps the lines of the examples."""


class _Parser(ArgumentParser):
    """A parser that says what is wrong in one sentence."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and stop with 2."""
        _refused(f"{message[:1].upper()}{message[1:]}. See: {self.prog} --help.", REFUSED)
        raise SystemExit(REFUSED)


def _say_version() -> int:
    # Looking up the installed version takes longer than most commands.
    from roadmapper.release import number  # noqa: PLC0415

    told = number()
    sys.stdout.write(f"roadmapper {told}\n" if told else "roadmapper, run from its source\n")
    return DONE


@contextmanager
def _all_streams() -> Iterator[None]:
    """Let output go nowhere if this program was started with a stream closed."""
    with ExitStack() as stack:
        for name in ("stdout", "stderr"):
            if getattr(sys, name) is None:
                nowhere = stack.enter_context(Path(os.devnull).open("w", encoding="utf-8"))
                setattr(sys, name, nowhere)
                stack.callback(setattr, sys, name, None)
        yield


def _write_utf8(stream: TextIO) -> None:
    """Have a stream take every character, whatever the machine is set to."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None and not stream.isatty():
        reconfigure(encoding="utf-8", errors="backslashreplace")
    elif reconfigure is not None:
        reconfigure(errors="backslashreplace")


def _drop_output() -> None:
    """Send what could not be written nowhere, so that Python does not try again at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with suppress(OSError, ValueError):
        os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _refused(sentence: str, code: int) -> int:
    _write_utf8(sys.stderr)
    sys.stderr.write(f"roadmapper: {' '.join(sentence.split())}\n")
    return code
