"""Runs `make` in a process of its own, so that a layout that never ends can be ended."""

import logging
import multiprocessing
from contextlib import suppress
from multiprocessing.connection import Connection
from time import monotonic

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
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(order, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        return _await(ours, progress, limit)
    finally:
        process.kill()
        process.join()
        ours.close()


def _await(pipe: Connection, progress: Progress, limit: float) -> Made:
    part, text = 0.0, "Starting"
    heard = monotonic()
    while monotonic() - heard < limit:
        progress(part, text)
        if not pipe.poll(min(_BEAT, limit)):
            continue
        heard = monotonic()
        try:
            told = pipe.recv()
        except EOFError:
            raise ExportError(
                "The document could not be made: the layout process ended. Try again; "
                "if it happens again, send us the file."
            ) from None
        match told:
            case Made():
                return told
            case (float(), str()):
                part, text = told
            case RoadmapperError():
                raise told
            case _:
                raise ExportError(f"The document could not be made: {told}.")
    raise ExportError(
        f"The document could not be laid out within {limit:.0f} seconds. "
        "Shorten the longest table cells, then try again."
    )


def _work(order: Order, pipe: Connection) -> None:
    # Without a handler of its own, logging would print the traceback to the person's screen.
    logging.getLogger("roadmapper").addHandler(logging.NullHandler())
    with suppress(BrokenPipeError):
        pipe.send(_outcome(order, pipe))


def _outcome(order: Order, pipe: Connection) -> Made | RoadmapperError | str:
    """Return what became of an order: the file, or why there is none."""
    try:
        return make(order, lambda part, text: pipe.send((float(part), text)))
    except RoadmapperError as error:
        return error
    except BrokenPipeError:
        raise
    except Exception as error:  # The edge of a process: whatever ends it must reach its caller.
        log.info("The document could not be made", exc_info=True)
        return f"{type(error).__name__}: {error}"
