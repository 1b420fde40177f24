"""Loads a template: a folder of TOML files with a closed vocabulary."""

from collections.abc import Sequence
from pathlib import Path

from roadmapper.template.briefs import read_briefs, read_hardest
from roadmapper.template.chapters import read_chapter
from roadmapper.template.model import ChapterRule, Criterion, Ranking, Section, Template
from roadmapper.template.questions import ID, read_id, read_question, refuse_twins
from roadmapper.template.reader import Table, read_table
from roadmapper.template.validate import validate
from roadmapper.template.wordings import read_wording

COVER = (
    "customer",
    "use_case",
    "vendor",
    "name",
    "promise",
    "version",
    "decision",
    "handling",
    "stages",
)
"""What the cover and a list of proposals show; `[cover]` names the question for each."""


def load_template(folder: Path) -> Template:
    """Return the template in this folder.

    Raises:
        TemplateError: Something in it cannot be used; it names the file, the key, what to write.
    """
    head = read_table(folder / "template.toml")
    criteria = tuple(
        _criterion(one, number) for number, one in enumerate(head.tables("criterion"), 1)
    )
    names = _section_names(head)
    groups = _named(head, "group")
    sections = tuple(
        _section(name, read_table(folder / "sections" / f"{name}.toml"), tuple(groups))
        for name in names
    )
    audiences, excerpts = _audiences(head)
    template = Template(
        id=folder.name,
        title=head.text("title"),
        version=head.text("version"),
        language=head.text("language", "en-US"),
        folder=folder,
        groups=groups,
        audiences=audiences,
        criteria=criteria,
        sections=sections,
        chapters=_ordered_chapters(head, sections),
        renamed=_renamed(head),
        cover=_cover(head),
        briefs=read_briefs(folder / "briefs", audiences),
        excerpts=excerpts,
        ranking=_ranking(head),
        hardest=read_hardest(folder / "hardest.toml"),
    )
    head.finish()
    validate(template)
    return template


def _section_names(head: Table) -> tuple[str, ...]:
    names = head.texts("sections")
    if not names:
        head.fail("sections", "a template needs sections.", 'Write sections = ["deal"].')
    for name in names:
        if not ID.fullmatch(name):
            head.fail("sections", f'"{name}" cannot be an id.', "Use small letters and digits.")
        if name == "proposal":
            head.fail("sections", "that word means the whole proposal.", "Use another id.")
    refuse_twins(head, "sections", list(names))
    return names


def _named(head: Table, key: str) -> dict[str, str]:
    named = {}
    for one in head.tables(key):
        named[read_id(one)] = one.text("title")
        one.finish()
    return named


def _audiences(head: Table) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """Return the titles of the audiences, and the chapters of those that get a few alone."""
    titles, excerpts = {}, {}
    for one in head.tables("audience"):
        name = read_id(one)
        titles[name] = one.text("title")
        if chapters := one.texts("chapters"):
            excerpts[name] = chapters
        one.finish()
    return titles, excerpts


def _renamed(head: Table) -> dict[str, str]:
    table = head.table("renamed")
    return {key: table.text(key) for key in table.values} if table else {}


def _cover(head: Table) -> dict[str, str]:
    table = head.table("cover")
    if table is None:
        return {}
    cover = {key: table.text(key, "") for key in COVER}
    table.finish()
    return cover


def _ranking(head: Table) -> Ranking:
    table = head.table("ranking")
    if table is None:
        return Ranking()
    ranking = Ranking(table.text("weights"), table.texts("chapters"))
    table.finish()
    return ranking


def _criterion(table: Table, number: int) -> Criterion:
    asked = (table.text("id"), number, table.text("name"), table.text("question"))
    told = (read_wording(table, "answer"), read_wording(table, "evidence"))
    criterion = Criterion(*asked, *told)
    table.finish()
    return criterion


def _ordered_chapters(head: Table, sections: Sequence[Section]) -> tuple[ChapterRule, ...]:
    told = [chapter for section in sections for chapter in section.chapters]
    known = {chapter.id: chapter for chapter in told}
    refuse_twins(head, "chapters", [chapter.id for chapter in told])
    order = head.texts("chapters")
    refuse_twins(head, "chapters", list(order))
    for name in order:
        if name not in known:
            head.fail(
                "chapters", f'no section has a chapter "{name}".', f"Known: {', '.join(known)}."
            )
    for name in known:
        if name not in order:
            head.fail("chapters", f'chapter "{name}" is not in the list.', "Add it to the list.")
    return tuple(known[name] for name in order)


def _section(name: str, table: Table, groups: Sequence[str]) -> Section:
    criteria = table.texts("criteria")
    customer = table.flag("customer")
    section = Section(
        id=name,
        title=table.text("title"),
        page_title=table.text("page_title"),
        group=table.one_of("group", groups),
        intro=table.text("intro"),
        criteria=criteria,
        questions=tuple(read_question(one, customer=customer) for one in table.tables("question")),
        chapters=tuple(read_chapter(one, name, criteria) for one in table.tables("chapter")),
        together=_together(table),
    )
    table.finish()
    ids = [question.id for question in section.questions]
    refuse_twins(table, "question", ids)
    for one in (one for unit in section.together for one in unit):
        if one not in ids:
            table.fail("together", f'there is no question "{one}".', f"Known: {', '.join(ids)}.")
    return section


def _together(table: Table) -> tuple[tuple[str, ...], ...]:
    given = table.raw("together")
    if given is None:
        return ()
    units = given if isinstance(given, list) else [given]
    for unit in units:
        if not isinstance(unit, list) or not all(isinstance(one, str) for one in unit):
            table.fail("together", "this is no list of lists.", 'Write together = [["a", "b"]].')
    return tuple(tuple(unit) for unit in units)
