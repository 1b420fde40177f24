"""Measures one contestant in a process of its own: `python -m benchmarks.one GROUP NAME SAMPLE`."""

import json
import pickle
import resource
import sys
import time
from pathlib import Path

from benchmarks.contestants import find

AGAIN, SLOW_AGAIN = 3, 1


def main(group: str, name: str, file: str) -> None:
    """Print how long the first call took and how long the next ones took."""
    contestant = find(group, name)
    # The file was written by the process that started this one.
    sample = pickle.loads(Path(file).read_bytes())  # noqa: S301
    run = contestant.ready(sample)
    calls = 1 + (SLOW_AGAIN if contestant.slow else AGAIN)
    seconds = []
    for _ in range(calls):
        begin = _clock()
        data = run()
        seconds.append(_clock() - begin)
    print(json.dumps({"first": seconds[0], "again": seconds[1:], "size": len(data)}))


def _clock() -> float:
    """Return the processor seconds of this process and those it waited for."""
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + others.ru_utime + others.ru_stime


if __name__ == "__main__":
    main(*sys.argv[1:])
