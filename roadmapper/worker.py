"""Runs `make` in a process of its own, so that a layout that never ends can be ended."""

import logging
import multiprocessing
import signal
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from time import monotonic
from types import ModuleType

from roadmapper.errors import ExportError, RoadmapperError
from roadmapper.make import Made, Order, Progress, make

LIMIT = 180.0
"""Seconds without any sign of progress after which a layout is given up."""
_BEAT = 0.1
"""Seconds after which `progress` hears again how far the work is, so that it can end it."""

log = logging.getLogger(__name__)


def made_apart(order: Order, progress: Progress, limit: float = LIMIT) -> Made:
    """Return what `make` makes of an order, made in another process.

    `progress` is called all the time; whatever it raises ends the work.

    Raises:
        ExportError: The worker failed, died or gave no sign of progress within the limit.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs,), daemon=True)
    start(process)
    theirs.close()
    try:
        # An order among the arguments of a process that dies at once would be waited for forever.
        ours.send(order)
        return _await(ours, progress, limit)
    except (EOFError, ConnectionError):
        raise ExportError(
            "The document could not be made: the layout process ended. Try again; "
            "if it happens again, send us the file."
        ) from None
    finally:
        process.kill()
        process.join()
        ours.close()


def start(process: SpawnProcess) -> None:
    """Start a process that knows neither the program that runs nor its Ctrl-C."""
    with _without_main(), _without_interrupts():
        process.start()


@contextmanager
def _without_main() -> Iterator[None]:
    """Hide the program that runs: a new process would run a script without a guard once more."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Have a process that starts here not hear Ctrl-C; whoever started it hears it and ends it."""
    if sys.platform == "win32":
        yield
        return
    # This helper of every new process lifts the block when it starts, so it starts before.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _await(pipe: Connection, progress: Progress, limit: float) -> Made:
    part, text = 0.0, "Starting"
    heard = monotonic()
    while monotonic() - heard < limit:
        progress(part, text)
        if not pipe.poll(min(_BEAT, limit)):
            continue
        heard = monotonic()
        match told := pipe.recv():
            case Made():
                return told
            case (float(), str()):
                part, text = told
            case _:
                raise told
    raise ExportError(
        f"The document could not be laid out within {limit:.0f} seconds. "
        "Shorten the longest table cells, then try again."
    )


def _work(pipe: Connection) -> None:
    # Without a handler of its own, logging would print the traceback to the person's screen.
    logging.getLogger("roadmapper").addHandler(logging.NullHandler())
    with suppress(EOFError, ConnectionError):
        pipe.send(_outcome(pipe.recv(), pipe))


def _outcome(order: Order, pipe: Connection) -> Made | RoadmapperError:
    """Return what became of an order: the file, or why there is none."""
    try:
        return make(order, lambda part, text: pipe.send((float(part), text)))
    except RoadmapperError as error:
        return error
    except ConnectionError:
        raise
    except Exception as error:  # The edge of a process: whatever ends it must reach its caller.
        log.info("The document could not be made", exc_info=True)
        sentence = f"The document could not be made: {type(error).__name__}: {error}."
        return ExportError(sentence, traceback.format_exc())
