"""Which format of proposal file this program writes, and which program reads which format."""

FORMAT = 4
"""The newest format; as many as there are migrations."""

PROGRAM = "0.1.0"
"""The oldest Roadmapper that reads the newest format; every file names it for older programs."""
