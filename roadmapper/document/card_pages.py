"""The pages of one model card as a document of its own: its page, then the whole card."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from roadmapper.document.annexes import dense
from roadmapper.document.card import MODELS, Card
from roadmapper.document.functions import FUNCTIONS
from roadmapper.document.outline import number
from roadmapper.document.tree import (
    Block,
    Chapter,
    Columns,
    Cover,
    Document,
    Heading,
    ModelFacts,
    Properties,
    plain,
)
from roadmapper.document.wording import Scope, full_name, say, say_plain
from roadmapper.errors import CardError
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Facts
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import Value
from roadmapper.template.model import BlockRule, ChapterRule, Template

_MODELS = AnswerPath.parse(MODELS)
_FUNCTION = "function"
_PAGE = "models"
"""The function that makes the page of a model."""
_TITLE = "Model card"
_FOOT = "Figures supplied by the vendor."


@dataclass(frozen=True, slots=True)
class CardEdition:
    """What is particular to one card that goes out alone.

    With `whole` the card in full follows its page. `carried` is what a PDF holds for programs.
    """

    now: datetime
    revision: str = ""
    whole: bool = True
    carried: tuple[tuple[str, str], ...] = ()


def only_model(template: Template, answers: Answers, row: str) -> Answers:
    """Return answers in which the model in a row is the only one, in the proposal or not."""
    question = template.find(MODELS)
    if question is None:
        return answers
    said: dict[str, Value] = {**answers, MODELS: (row,)}
    said[str(_MODELS.row(row).column(question.chosen_by))] = None
    if question.show_if:
        said[full_name(question.show_if.question, _MODELS.section)] = None
    return Answers(said)


def compose_card(facts: Facts, row: str, edition: CardEdition) -> Document:
    """Return the pages of the model in a row; the facts are those of `only_model`.

    Raises:
        CardError: It has no name yet, or no such model is asked for.
    """
    scope = Scope(facts, _MODELS.section)
    question = facts.template.find(MODELS)
    if question is None or not Card(question, row, scope).name:
        raise CardError("The model has no name yet, so it has no page. Name it first.")
    card = Card(question, row, scope)
    name, version = card.name, card.line("model_version")
    maker = card.line("developer_name") or _vendor(facts)
    title = f"{_TITLE}: {name}"
    return Document(
        Properties(
            title,
            f"Version {version}" if version else "",
            maker,
            facts.template.language,
            edition.now,
            edition.revision,
            edition.carried,
        ),
        Cover(maker, version, _TITLE, name, "", ()),
        None,
        _numbered(tuple(_chapters(facts, scope, name, whole=edition.whole))),
        title,
        maker,
        bare=True,
    )


def _vendor(facts: Facts) -> str:
    return facts.answers.text(facts.template.cover.get("vendor", ""))


def _chapters(facts: Facts, scope: Scope, name: str, *, whole: bool) -> Iterator[Chapter]:
    page = tuple(FUNCTIONS[_PAGE](BlockRule(_FUNCTION, name=_PAGE), scope))
    first = page[0] if page else None
    if isinstance(first, Heading) and first.text == name:  # the chapter itself is called so
        page = page[1:]
    if page:
        yield Chapter("model", _TITLE, name, "", (), tuple(map(without_matrix, page)))
    for rule in facts.template.chapters if page and whole else ():
        blocks = dense(tuple(_made(rule, scope))) if rule.annex else ()
        if blocks and rule.section == _MODELS.section:
            title, headline = say_plain(rule.title, scope), plain(say(rule.headline, scope))
            yield Chapter(rule.id, title, headline, "", (), blocks, annex=True)


def _made(rule: ChapterRule, scope: Scope) -> Iterator[Block]:
    """Yield what the functions of an annex make; its words are about the whole proposal."""
    for one in rule.blocks:
        if one.kind == _FUNCTION:
            yield from FUNCTIONS[one.name](one, scope)


def without_matrix(block: Block) -> Block:
    """Return a block whose label does not lead to what only a proposal has."""
    match block:
        case ModelFacts():
            return replace(block, foot=_FOOT)
        case Columns():
            left, right = (tuple(map(without_matrix, one)) for one in (block.left, block.right))
            return replace(block, left=left, right=right)
        case _:
            return block


def _numbered(chapters: tuple[Chapter, ...]) -> tuple[Chapter, ...]:
    """Return chapters with tables and figures numbered; they themselves are too few for that."""
    return tuple(replace(one, number=0) for one in number(chapters))
