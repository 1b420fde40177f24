"""What an input of the deal is called: by its row, else by its question."""

from roadmapper.document import markup
from roadmapper.proposal.answers import Answers

_NAMES = ("driver", "measure", "item", "event", "milestone", "what", "contribution", "base_amount")
_QUESTIONS = {
    "adoption": "Adoption",
    "discount_rate": "Discount rate",
    "at_risk_pct": "Fee at risk",
    "milestones": "Weeks late",
    "royalty": "Net revenue",
    "quality_gate": "Safety gate",
}


def input_name(path: str, answers: Answers) -> str:
    """Return what is told of the row an address lies in, else the words of its question."""
    table, inside, rest = path.partition("[")
    question = table.partition(".")[2].partition(".")[0]
    if inside:
        row = f"{table}[{rest.partition(']')[0]}]"
        told = (answers.text(f"{row}.{name}") for name in _NAMES)
        found = next((text for text in told if text), "")
        if found:
            return " ".join(markup.clean(found).split())
    words = _QUESTIONS.get(question, question.replace("_", " "))
    return words[:1].upper() + words[1:]
