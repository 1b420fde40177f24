"""Starts the benchmarks: `python benchmarks/run.py`."""

import runpy
import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    runpy.run_module("benchmarks.main", run_name="__main__")
