"""The commands for attached files, as the table of commands holds them."""

from roadmapper.commands.command import AUTHOR, FILE, JSON, Argument, Command

_ROW = "a row of the evidence register, such as e1"

ATTACHING = (
    Command(
        "attach",
        "Keep a file with a source of the evidence register, inside the proposal.",
        "attachments",
        "attach_file",
        (
            FILE,
            Argument(("row",), _ROW, {"metavar": "ROW"}),
            Argument(("path",), "the file, of 25 MB at most", {"nargs": "?", "metavar": "PATH"}),
            Argument(("--remove",), "take the file off", {"action": "store_true"}),
            AUTHOR,
        ),
        (
            "roadmapper attach fern.roadmap e1 trial.pdf",
            "roadmapper attach fern.roadmap e1 --remove",
        ),
    ),
    Command(
        "attached",
        "List the files kept with sources, or save a copy of one.",
        "attachments",
        "attached_files",
        (
            FILE,
            Argument(("row",), _ROW, {"nargs": "?", "metavar": "ROW"}),
            Argument(("out",), "where to save it", {"nargs": "?", "metavar": "OUT"}),
            JSON,
        ),
        (
            "roadmapper attached fern.roadmap",
            "roadmapper attached fern.roadmap e1 trial.pdf",
        ),
    ),
)
