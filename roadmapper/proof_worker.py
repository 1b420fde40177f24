"""A process that makes one proof after another, so that what it learned of a layout stays known."""

import logging
import multiprocessing
import os
import signal
import traceback
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from threading import Lock

from roadmapper.errors import ExportError, RoadmapperError
from roadmapper.proof import Proof, ProofOrder, proof
from roadmapper.worker import start

LIMIT = 90.0
"""Seconds after which a proof is given up."""
_NICE = 5
"""How far a proof stands back behind the keyboard, where the system can tell them apart."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Running:
    process: SpawnProcess
    pipe: Connection

    def stop(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


class ProofWorker:
    """Makes proofs in another process, which is begun when needed and replaced when it fails.

    One thread asks for proofs; any thread may `end` it.
    """

    def __init__(self, limit: float = LIMIT) -> None:
        self._limit = limit
        self._running: _Running | None = None
        self._ended = False
        self._change = Lock()

    def proof(self, order: ProofOrder) -> Proof:
        """Return the proof an order asks for.

        Raises:
            ExportError: The worker failed, died or did not answer within the limit.
        """
        try:
            running = self._begun()
            running.pipe.send(order)
            answered = running.pipe.poll(self._limit)
            answer = running.pipe.recv() if answered else None
        except (EOFError, OSError) as error:
            self._drop()
            raise ExportError(
                "The pages could not be laid out. Your answers are safe.",
                f"The layout process ended: {type(error).__name__} {error}",
            ) from error
        match answer:
            case Proof():
                return answer
            case RoadmapperError():
                raise answer
            case _:
                self._drop()
                raise ExportError(
                    f"The pages could not be laid out within {self._limit:.0f} seconds. "
                    "Shorten the longest table cells, then try again."
                )

    def end(self) -> None:
        """End the process for good; a proof that is being made is given up."""
        self._ended = True
        with self._change:
            if self._running is not None:
                self._running.process.kill()

    def close(self) -> None:
        """Clear away what is left of the process, when nobody waits for a proof any more."""
        self._ended = True
        self._drop()

    @property
    def process_id(self) -> int | None:
        """The process that is running, if there is one."""
        return self._running.process.pid if self._running else None

    def _begun(self) -> _Running:
        with self._change:
            if self._ended:
                raise EOFError
            if self._running is None:
                self._running = _begin()
            return self._running

    def _drop(self) -> None:
        with self._change:
            running, self._running = self._running, None
        if running is not None:
            running.stop()


def _begin() -> _Running:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs,), daemon=True)
    start(process)
    theirs.close()
    return _Running(process, ours)


def _serve(pipe: Connection) -> None:
    """Answer orders until the other end is closed; this is the worker process."""
    # Ctrl+C in a terminal reaches every process; the window decides when this one ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Without a handler of its own, logging would print the traceback to the person's screen.
    logging.getLogger("roadmapper").addHandler(logging.NullHandler())
    if hasattr(os, "nice"):
        os.nice(_NICE)
    with suppress(EOFError, OSError):
        while True:
            pipe.send(_outcome(pipe.recv()))


def _outcome(order: ProofOrder) -> Proof | RoadmapperError:
    try:
        return proof(order)
    except RoadmapperError as error:
        return error
    except Exception:  # The edge of a process: whatever ends it must reach its caller.
        log.info("The preview could not be made", exc_info=True)
        return ExportError(
            "The pages could not be laid out. Your answers are safe.", traceback.format_exc()
        )
