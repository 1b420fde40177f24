"""The table of commands: names, arguments, help and examples, and which function does each."""

from roadmapper.commands.attachment_words import ATTACHING
from roadmapper.commands.command import AUTHOR, FILE, JSON, Argument, Command
from roadmapper.commands.reckoning_words import RECKONING

ABOUT = (
    "Build a partnership roadmap for a health system, offline, as a Word or PDF proposal.\n"
    "Begin with: roadmapper sample fernhollow fernhollow.roadmap"
)

_FLAG = {"action": "store_true"}

COMMANDS = (
    Command(
        "new",
        "Make an empty proposal, or one that keeps our own answers of an earlier proposal.",
        "begin",
        "new",
        (
            FILE,
            Argument(("--template",), "what is asked, usually partnership", {"metavar": "NAME"}),
            Argument(
                ("--from",),
                "an earlier proposal; what belongs to its customer is left blank",
                {"dest": "earlier", "metavar": "OTHER.roadmap"},
            ),
        ),
        (
            "roadmapper new larkmere.roadmap",
            "roadmapper new larkmere.roadmap --from fernhollow.roadmap",
        ),
    ),
    Command(
        "sample",
        "Make a completely filled, fictional proposal, or list those there are.",
        "begin",
        "sample",
        (
            Argument(("name",), "which sample", {"nargs": "?", "metavar": "NAME"}),
            Argument(("file",), "the proposal to make", {"nargs": "?", "metavar": "FILE.roadmap"}),
            Argument(("--list",), "list the samples", {"action": "store_true"}),
        ),
        ("roadmapper sample --list", "roadmapper sample fernhollow fernhollow.roadmap"),
    ),
    Command(
        "set",
        "Keep one answer, or all answers of a file, as one step of undo.",
        "change",
        "set_answers",
        (
            FILE,
            Argument(("path",), "address of the answer", {"nargs": "?", "metavar": "PATH"}),
            Argument(
                ("value",),
                'the value; several for a list; "-" reads standard input',
                {"nargs": "*", "metavar": "VALUE"},
            ),
            Argument(("--clear",), "take the answer away", {"action": "store_true"}),
            Argument(
                ("--from",),
                "an answers file; rows without an id replace those there are",
                {"dest": "answers", "metavar": "ANSWERS.toml"},
            ),
            AUTHOR,
        ),
        (
            'roadmapper set fern.roadmap deal.health_system "Fernhollow Health"',
            'roadmapper set fern.roadmap pricing.structure "gain share" "fixed subscription"',
            'roadmapper set fern.roadmap solution.time_to_value \'["6", "9", "14"]\'',
            "roadmapper set fern.roadmap pricing.kpis[k1].weight 40",
            "roadmapper set fern.roadmap _evidence.deal.promise e1 e4",
            "roadmapper set fern.roadmap deal.promise - < promise.txt",
            "roadmapper set fern.roadmap deal.promise -- -a-value-that-begins-with-a-hyphen",
            "roadmapper set fern.roadmap deal.promise --clear",
            "roadmapper set fern.roadmap --from answers.toml",
        ),
    ),
    Command(
        "get",
        "Show one answer, the answers inside a table, or all as an answers file.",
        "look",
        "get",
        (
            FILE,
            Argument(("path",), "address of the answer", {"nargs": "?", "metavar": "PATH"}),
            JSON,
        ),
        (
            "roadmapper get fern.roadmap deal.health_system",
            "roadmapper get fern.roadmap pricing.kpis --json",
            "roadmapper get fern.roadmap > answers.toml",
        ),
    ),
    Command(
        "rows",
        "Add, remove or move a row of a table.",
        "change",
        "rows",
        (
            FILE,
            Argument(("path",), "address of the table", {"metavar": "PATH"}),
            Argument(("action",), "what to do", {"choices": ("add", "remove", "move")}),
            Argument(
                ("rest",),
                "add: column=value ...; remove: ROW; move: ROW and its new place, from 1",
                {"nargs": "*", "metavar": "ARGUMENT"},
            ),
            AUTHOR,
        ),
        (
            'roadmapper rows fern.roadmap pricing.kpis add "measure=Minutes saved" weight=40',
            "roadmapper rows fern.roadmap pricing.kpis remove k2",
            "roadmapper rows fern.roadmap pricing.kpis move k3 1",
        ),
    ),
    Command(
        "export",
        "Write the proposal as Word or PDF.",
        "send",
        "export_document",
        (
            FILE,
            Argument(("out",), "the document to write", {"metavar": "OUT.docx|OUT.pdf"}),
            Argument(("--audience",), "for whom", {"default": "full", "metavar": "NAME"}),
            Argument(("--paper",), "page size", {"default": "letter", "choices": ("letter", "a4")}),
            Argument(
                ("--accent",),
                "color of the cover and of what is marked: spruce, slate, plum, clay, gold or sage",
                {"default": "", "metavar": "NAME"},
            ),
            Argument(
                ("--letterhead",),
                "a Word file whose styles, logo, header and footer are used",
                {"metavar": "X.docx"},
            ),
            Argument(
                ("--draft",),
                "write it although findings block, marked as a draft",
                {"action": "store_true"},
            ),
            Argument(("--under-nda",), "print sources under NDA in full", _FLAG),
            Argument(("--nda-titles",), "name sources under NDA by their titles", _FLAG),
            Argument(
                ("--allow",),
                "a name of another proposal that may stand in this document; give it once for each",
                {"action": "append", "metavar": "NAME"},
            ),
            Argument(
                ("--no-annexes",),
                "leave out the annexes: working detail and model cards in full",
                {"action": "store_true"},
            ),
        ),
        (
            "roadmapper export fern.roadmap fernhollow.docx",
            "roadmapper export fern.roadmap short.pdf --no-annexes",
            "roadmapper export fern.roadmap fernhollow.pdf --paper a4 --accent plum",
        ),
    ),
    Command(
        "verify",
        "Say whether a file is an export of this proposal, and what differs. Ends with 1 if so.",
        "verify",
        "verify_file",
        (FILE, Argument(("exported",), "the Word file or PDF to look at"), JSON),
        ("roadmapper verify fern.roadmap from-the-client.docx",),
    ),
    Command(
        "check",
        "List what is missing or wrong. Ends with 1 if something blocks an export.",
        "send",
        "check",
        (FILE, JSON),
        ("roadmapper check fern.roadmap", "roadmapper check fern.roadmap --json"),
    ),
    Command(
        "score",
        "Show how far each of the six criteria is answered, from 0 to 4, and what is missing.",
        "score",
        "score",
        (FILE, JSON),
        ("roadmapper score fern.roadmap", "roadmapper score fern.roadmap --json"),
    ),
    Command(
        "undo",
        "Take back the last step.",
        "change",
        "undo",
        (FILE, AUTHOR),
        ("roadmapper undo fern.roadmap",),
    ),
    Command(
        "redo",
        "Bring the last step that was taken back again.",
        "change",
        "redo",
        (FILE, AUTHOR),
        ("roadmapper redo fern.roadmap",),
    ),
    Command(
        "merge",
        "Bring home what was changed in a copy. Ends with 1 if something needs a person.",
        "coming_home",
        "merge",
        (
            FILE,
            Argument(("copy",), "a copy of it", {"metavar": "COPY.roadmap"}),
            Argument(("--dry-run",), "list it only, change nothing", {"action": "store_true"}),
            AUTHOR,
        ),
        (
            'roadmapper merge fern.roadmap "fern - copy.roadmap" --dry-run',
            'roadmapper merge fern.roadmap "fern - copy.roadmap"',
        ),
    ),
    Command(
        "card",
        "Bring a model card in, write one for others, or compare one with what others ask.",
        "card",
        "card",
        (
            Argument(("action",), "what to do", {"choices": ("import", "export", "plan", "lists")}),
            FILE,
            Argument(
                ("rest",),
                "import: the card, in any format that is known; export: the model, by row or "
                "name (not needed if there is one), and the file to write; plan: nothing to list "
                "what can begin a plan, or the model and rows of it, or usual; lists: the model",
                {
                    "nargs": "*",
                    "metavar": "CARD | [MODEL] OUT.xml|.pdf|.docx|.md | MODEL usual | [MODEL]",
                },
            ),
            Argument(
                ("--model",),
                'import: the model it is compared with, by row or name; "new" adds one '
                "(otherwise the one of the same name)",
                {"metavar": "ROW"},
            ),
            Argument(
                ("--theirs",),
                "import: take what the card says where ours says otherwise",
                {"action": "store_true"},
            ),
            Argument(("--dry-run",), "import: list it only", {"action": "store_true"}),
            Argument(
                ("--chai",),
                "export: version of the CHAI card, also of that inside a PDF (otherwise that it "
                "came in, or 0.1)",
                {"choices": ("0.1", "0.2")},
            ),
            Argument(
                ("--paper",),
                "export: page size of a PDF or Word file",
                {"default": "letter", "choices": ("letter", "a4")},
            ),
            JSON,
            Argument(
                ("--list",),
                "lists: every item of one, such as hti1-predictive or questions",
                {"metavar": "NAME"},
            ),
            AUTHOR,
        ),
        (
            "roadmapper card import fern.roadmap card.xml --dry-run",
            "roadmapper card import fern.roadmap README.md --model r1",
            "roadmapper card export fern.roadmap r1 card.xml --chai 0.2",
            "roadmapper card export fern.roadmap r1 card.pdf --paper a4",
            "roadmapper card plan fern.roadmap r1 usual",
            "roadmapper card lists fern.roadmap r1 --list questions",
        ),
    ),
    Command(
        "log",
        "List every step that was made.",
        "past",
        "log",
        (FILE, JSON),
        ("roadmapper log fern.roadmap", "roadmapper log fern.roadmap --json"),
    ),
    Command(
        "templates",
        "List the templates, or every section, question and column of one.",
        "begin",
        "templates",
        (
            Argument(("name",), "which template", {"nargs": "?", "metavar": "NAME"}),
            JSON,
        ),
        ("roadmapper templates", "roadmapper templates partnership --json"),
    ),
    *ATTACHING,
    *RECKONING,
)
