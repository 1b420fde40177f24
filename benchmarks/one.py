"""Measures one contestant in a process of its own: `python -m benchmarks.one GROUP NAME SAMPLE`."""

import json
import pickle
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
        begin = time.perf_counter()
        data = run()
        seconds.append(time.perf_counter() - begin)
    print(json.dumps({"first": seconds[0], "again": seconds[1:], "size": len(data)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
