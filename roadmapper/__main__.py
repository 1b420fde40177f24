"""Starts Roadmapper: `python -m roadmapper`."""

import sys

from roadmapper.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
