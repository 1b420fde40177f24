"""The commands that look up, work out, compare with what others ask, or care for the program."""

from roadmapper.commands.command import AUTHOR, FILE, JSON, Argument, Command

RECKONING = (
    Command(
        "packs",
        "List the packs of published ranges, or everything in one, with source and limits.",
        "packs",
        "packs",
        (Argument(("name",), "which pack", {"nargs": "?", "metavar": "NAME"}), JSON),
        ("roadmapper packs", "roadmapper packs benchmarks --json"),
    ),
    Command(
        "figures",
        "List every number a proposal comes to, with its formula and what it was made from.",
        "reckon",
        "list_figures",
        (
            FILE,
            JSON,
            Argument(
                ("--all",),
                "write every figure of a series, such as months, and every answer behind it",
                {"action": "store_true"},
            ),
        ),
        ("roadmapper figures fern.roadmap", "roadmapper figures fern.roadmap --json"),
    ),
    Command(
        "claims",
        "List sentences with figures, superlatives or outcomes that have no evidence beside them.",
        "claims",
        "claims",
        (FILE, JSON),
        ("roadmapper claims fern.roadmap", "roadmapper claims fern.roadmap --json"),
    ),
    Command(
        "questions",
        "Bring a health system's own questions in, and say where each is answered.",
        "questions",
        "questions",
        (
            FILE,
            Argument(("action",), "what to do", {"choices": ("import", "list", "map")}),
            Argument(
                ("rest",),
                'import: the list, as text or CSV with one question a line, or "-" for standard '
                "input; map: a question, and the answer or step that answers it, or suggested",
                {"nargs": "*", "metavar": "LIST | ROW [PATH]"},
            ),
            Argument(("--dry-run",), "import: count them only", {"action": "store_true"}),
            JSON,
            AUTHOR,
        ),
        (
            "roadmapper questions fern.roadmap import questions.csv",
            "roadmapper questions fern.roadmap list",
            "roadmapper questions fern.roadmap map r3 security.baa",
            "roadmapper questions fern.roadmap map r3 suggested",
        ),
    ),
    Command(
        "settle",
        "Settle a table of actual results under a contract: what each row comes to, as CSV.",
        "settle",
        "settle_results",
        (
            Argument(("contract",), "the contract, a TOML file", {"metavar": "CONTRACT.toml"}),
            Argument(
                ("actuals",),
                "the results, a row for each period or organisation",
                {"metavar": "ACTUALS.csv"},
            ),
            JSON,
            Argument(
                ("--steps",),
                "write how each row is worked out, to be read",
                {"action": "store_true"},
            ),
        ),
        (
            "roadmapper settle contract.toml 2026.csv > settled.csv",
            "roadmapper settle contract.toml 2026.csv --steps",
            "roadmapper settle contract.toml 2026.csv --json",
        ),
    ),
    Command(
        "doctor",
        "Check that everything works on this machine: fonts, files, both samples in both formats.",
        "doctor",
        "doctor",
        (),
        ("roadmapper doctor",),
    ),
)
