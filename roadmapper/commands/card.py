"""card: a model card comes in, goes out, gets a plan, or is compared with what others ask."""

from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from roadmapper import model_cards
from roadmapper.cards.card import Card
from roadmapper.cards.coverage import Answered, answered
from roadmapper.cards.limits import read_bytes
from roadmapper.commands.card_plan import plan
from roadmapper.commands.desk import DONE, FINDINGS, Desk, show_progress
from roadmapper.commands.opening import session_of
from roadmapper.errors import CardError
from roadmapper.known_names import others_of
from roadmapper.merge import Comparison, Difference, Side
from roadmapper.model_cards import MODELS, NAME, Arrival
from roadmapper.placing import put_in_place
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.change import Origin
from roadmapper.proposal.checklist import Checklist
from roadmapper.proposal.path import CARDS, AnswerPath
from roadmapper.proposal.renaming import renamed
from roadmapper.proposal.session import Session
from roadmapper.store.file import ProposalFile
from roadmapper.telling import told
from roadmapper.template.model import Template
from roadmapper.templates import template_named

_NEW = "new"
_LONGEST = 160


def card(options: Namespace, desk: Desk) -> int:
    """Bring a card in, write one, begin its plan, or compare it with the lists."""
    match options.action:
        case "import":
            return _bring_in(options, desk)
        case "export":
            return _write(options, desk)
        case "plan":
            return plan(options, desk)
        case _:
            return _compare(options, desk)


def _bring_in(options: Namespace, desk: Desk) -> int:
    if len(options.rest) != 1:
        raise CardError("Name one card to import: roadmapper card import FILE CARD.")
    path = Path(options.rest[0])
    content = read_bytes(path)
    with session_of(options, desk, write=not options.dry_run) as session:
        came = model_cards.read(content, session.template)
        row = _row(session, came, options.model)
        arrival = model_cards.arriving(
            session.template, session.answers, session.used_rows, came, row
        )
        theirs = arrival.found.conflicts if options.theirs else ()
        values = arrival.found.values({one.path: Side.THEIRS for one in theirs})
        if values and not options.dry_run:
            session.change(values, f"Import card {path.stem}", Origin.IMPORT)
    return _tell(desk, arrival, path.name, options)


def _row(session: Session, came: Card, asked: str | None) -> str:
    """Return the model that a card is compared with; empty for a new one."""
    if asked == _NEW:
        return ""
    template, answers = session.template, session.answers
    name = came.texts.get(NAME, "")
    if asked:
        row = model_cards.model_named(template, answers, asked)
        ours = model_cards.name_of(answers, row)
        if ours and name and ours.casefold() != name.casefold():
            raise CardError(
                f'The card is of "{name[:80]}", and the model in {row} is "{ours[:80]}", so '
                f"nothing was changed. Add it with --model {_NEW}, or name the model so first."
            )
        return row
    same = [row for row in answers.rows(str(MODELS)) if _is_called(answers, row, name)]
    if len(same) > 1:
        raise CardError(
            f'Several models are called "{name[:80]}": {", ".join(same)}. '
            f"Name one with --model, or add another with --model {_NEW}."
        )
    return same[0] if same else ""


def _is_called(answers: Answers, row: str, name: str) -> bool:
    return bool(name) and model_cards.name_of(answers, row).casefold() == name.casefold()


def _tell(desk: Desk, arrival: Arrival, name: str, options: Namespace) -> int:
    came, found = arrival.card, arrival.found
    desk.say(f"Read {name}: {came.form}.")
    for warning in came.warnings:
        desk.say(f"Note: {warning}")
    for one in came.readings:
        desk.say(f'Read as a choice: {one.label} is "{one.choice}", from: {_short(one.piece.text)}')
    if arrival.is_new:
        _list_new(desk, arrival, dry=options.dry_run)
    _list(desk, "Would take" if options.dry_run else "Took", found, _shown(arrival, found.taken))
    kept = "Took theirs, ours said otherwise" if options.theirs else "Kept ours, they say otherwise"
    _list(desk, kept, found, found.conflicts)
    _list(desk, "Has no place here", found, found.unplaced)
    for piece in came.unplaced:
        desk.say(f"No place for {piece.where}: {_short(piece.text)}")
    if came.unplaced and not options.dry_run:
        desk.say("What has no place is kept with the card and stands in it again when it goes out.")
    if not (arrival.is_new or found.taken or found.conflicts or found.unplaced):
        desk.say(f"There is nothing new in {name}.")
    return FINDINGS if (found.conflicts and not options.theirs) or found.unplaced else DONE


def _shown(arrival: Arrival, differences: Iterable[Difference]) -> Iterator[Difference]:
    """Yield the differences that are worth a line: not the text of the card itself."""
    for one in differences:
        if AnswerPath.parse(one.path).about != CARDS and not arrival.is_new:
            yield one


def _list_new(desk: Desk, arrival: Arrival, *, dry: bool) -> None:
    fields = model_cards.fields_of(arrival.found.template)
    desk.say(f"{'Would add' if dry else 'Added'} the model as {MODELS.row(arrival.row)}:")
    for name, text in arrival.card.texts.items():
        desk.say(f"    {fields[name].label}: {_short(fields[name].shown(text))}")
    for name, rows in arrival.card.tables.items():
        count = "one row" if len(rows) == 1 else f"{len(rows)} rows"
        desk.say(f"    {fields[name].label}: {count}")


def _list(desk: Desk, what: str, found: Comparison, differences: Iterable[Difference]) -> None:
    for one in differences:
        words = told(found, one)
        desk.say(f"{what}: {words.title} ({one.path})")
        for side, said in (("ours", words.mine), ("theirs", words.theirs)):
            desk.say(f"    {side}: {_short(said)}")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _compare(options: Namespace, desk: Desk) -> int:
    """Say how far a model answers each list, or every item of one list."""
    if len(options.rest) > 1:
        raise CardError("Name one model, by row or name: roadmapper card lists FILE [MODEL].")
    template, answers, _ = _opened(options)
    row = model_cards.model_named(template, answers, "".join(options.rest))
    told, fields = model_cards.card_of(template, answers, row), model_cards.fields_of(template)
    for one in _wanted(options.list):
        counts = Counter(answered(told, item) for item in one.items)
        shares = ", ".join(f"{counts[how]} {how}" for how in Answered if counts[how])
        desk.say(f"{one.title} (as of {one.as_of}): of {len(one.items)}, {shares}.")
        desk.say(f"    {one.status}")
        for item in one.items if options.list else ():
            where = ", ".join(fields[name].label for name in item.fields if name in fields)
            desk.say(f"    {item.id} {item.text}: {answered(told, item)} ({where})")
    return DONE


def _wanted(name: str | None) -> tuple[Checklist, ...]:
    known = model_cards.lists()
    found = tuple(one for one in known if name in (None, one.name))
    if not found:
        names = ", ".join(one.name for one in known)
        raise CardError(f'There is no list "{str(name)[:80]}". The lists are: {names}.')
    return found


def _opened(options: Namespace) -> tuple[Template, Answers, datetime]:
    with ProposalFile.open(Path(options.file), write=False) as file:
        template, answers = template_named(file.meta.template), file.answers
        changed = file.last_change[1]
    return template, answers.changed(renamed(template, answers)), changed


def _write(options: Namespace, desk: Desk) -> int:
    if not 1 <= len(options.rest) <= 2:  # noqa: PLR2004 - a model and a file, or the file alone
        raise CardError(
            "Name the file to write: roadmapper card export FILE [MODEL] OUT.xml|.pdf|.docx|.md."
        )
    # Making pages takes libraries that the other ways of a card do not need.
    from roadmapper.card_export import Wanted, card_file  # noqa: PLC0415

    name, out = options.rest if len(options.rest) > 1 else ("", options.rest[0])
    target = Path(out)
    template, answers, changed = _opened(options)
    row = model_cards.model_named(template, answers, name)
    wanted = Wanted(row, target.suffix, options.paper, options.chai or "")
    others = others_of(Path(options.file), template, answers)
    made = card_file(
        template, answers, wanted, changed=changed, progress=show_progress, others=others
    )
    put_in_place(made.data, target)
    show_progress(1, "")
    if options.json:
        desk.say_json({"file": str(target), **made.manifest.as_table()})
        return DONE
    desk.say(f"Wrote {target}: {made.manifest.format}.")
    for sentence in made.manifest.gaps.told():
        desk.warn(f"Note: {sentence}")
    return DONE
