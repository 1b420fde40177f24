"""A tiny template on disk, and the facts of a proposal made from it."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from roadmapper.document.wording import Scope
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Facts, Figure, public_answers
from roadmapper.template.kinds import Value
from roadmapper.template.load import load_template
from roadmapper.template.model import Template

HEAD = """
title = "Tiny roadmap"
version = "1"
sections = ["deal"]
chapters = ["offer"]

[[group]]
id = "commit"
title = "Commit"

[[audience]]
id = "cfo"
title = "Brief for the CFO"

[[criterion]]
id = "C1"
name = "Return"
question = "What is it worth?"
"""

SECTION = """
title = "Offer"
page_title = "What do you offer?"
group = "commit"
criteria = ["C1"]
intro = "What we offer."
together = [["name", "fee"]]

[[question]]
id = "name"
kind = "line"
label = "Name"
required = true
length = 20

[[question]]
id = "story"
kind = "prose"
label = "Story"

[[question]]
id = "fee"
kind = "money"
label = "Fee"
default = "100"
min = 0
max = 1000

[[question]]
id = "share"
kind = "percent"
label = "Share"

[[question]]
id = "start"
kind = "date"
label = "Start"

[[question]]
id = "ready"
kind = "yes_no"
label = "Ready"

[[question]]
id = "emr"
kind = "choice"
label = "Record"
options = ["Epic", { value = "other", label = "Another", text = "another record" }]

[[question]]
id = "structure"
kind = "choices"
label = "Structure"
options = ["fixed", "gain share"]

[[question]]
id = "weeks"
kind = "range"
label = "Weeks"
unit = "weeks"

[[question]]
id = "days"
kind = "number"
label = "Notice"
unit = "days"
show_if = { question = "ready", is = true }

[[question]]
id = "floor"
kind = "money"
label = "Our floor"
internal = true

[[question]]
id = "kpis"
kind = "rows"
label = "Measures"
rows = { min = 1, max = 3 }

[[question.column]]
id = "measure"
kind = "line"
label = "Measure"

[[question.column]]
id = "weight"
kind = "percent"
label = "Weight"

[[question.column]]
id = "low"
kind = "number"
label = "Low"
unit = "points"

[[question.column]]
id = "contact"
kind = "line"
label = "Contact"
internal = true

[[question]]
id = "four"
kind = "rows"
label = "Questions"
row_title = "Question"

[[question.column]]
id = "answer"
kind = "prose"
label = "Answer"

[[question.column]]
id = "proof"
kind = "link"
label = "Proof"
link = "deal.kpis"

[[question.row]]
id = "trained"
label = "How was it trained?"

[[question.row]]
id = "tested"
label = "How was it tested?"

[[chapter]]
id = "offer"
title = "Offer"
headline = "What {name} gets"

[[chapter.block]]
kind = "paragraph"
text = ["It costs {fee}.", "It begins on {start}."]

[[chapter.block]]
kind = "table"
of = "kpis"
caption = "Measures"
"""


def write_tiny(folder: Path, section: str = SECTION, head: str = HEAD) -> Path:
    """Write the tiny template, or a changed one, and return its folder."""
    (folder / "sections").mkdir(parents=True, exist_ok=True)
    (folder / "template.toml").write_text(head, encoding="utf-8")
    (folder / "sections" / "deal.toml").write_text(section, encoding="utf-8")
    return folder


def tiny_template(blocks: str = "") -> Template:
    """Return the tiny template with more blocks at the end of its chapter."""
    with TemporaryDirectory() as folder:
        return load_template(write_tiny(Path(folder), SECTION + blocks))


def tiny_facts(
    answers: Mapping[str, Value],
    template: Template | None = None,
    figures: Mapping[str, Figure] | None = None,
    citations: Mapping[str, tuple[str, ...]] | None = None,
) -> Facts:
    """Return the facts of these answers, named without their section."""
    chosen = template or tiny_template()
    kept = Answers({f"deal.{path}": value for path, value in answers.items()})
    return Facts(chosen, public_answers(chosen, kept), figures or {}, citations or {})


def tiny_scope(answers: Mapping[str, Value]) -> Scope:
    """Return where a wording of the tiny template is read."""
    return Scope(tiny_facts(answers), "deal")


def kpis(*rows: Mapping[str, Value]) -> dict[str, Value]:
    """Return the answers of the measures table."""
    ids = tuple(f"r{place}" for place in range(1, len(rows) + 1))
    cells = {
        f"kpis[{row}].{column}": value
        for row, one in zip(ids, rows, strict=True)
        for column, value in one.items()
    }
    return {"kpis": ids, **cells}
