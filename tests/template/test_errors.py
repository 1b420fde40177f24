"""A template that cannot be used is refused with the file, the place and what to write."""

import re
from pathlib import Path

import pytest

from roadmapper.errors import TemplateError
from roadmapper.template.load import load_template
from tests.tiny import HEAD, SECTION, write_tiny

# What is added at the end of the section, and what the message names.
ADDED = {
    'kind = "paragraph"\ntext = "{nobody}"': ("block[3].text", '"nobody"', "Name one"),
    'kind = "paragraph"\ntext = "{}"': ("block[3].text", "no question", "Name one"),
    'kind = "paragraph"\ntext = "{floor}"': ("block[3].text", "internal", "may not"),
    'kind = "paragraph"\ntext = 3': ("block[3].text", "no text", "Write text"),
    'kind = "paragraph"\ntext = ""': ("block[3].text", "no text", "Write text"),
    'kind = "paragraph"\ntext = []': ("block[3].text", "no text", "Write text"),
    'kind = "paragraph"\ntext = ["a", 3]': ("block[3].text", "no text", "Write text"),
    'kind = "paragraph"\ntext = "[x](https://a.org/{name})"': ("block[3].text", "link", "Write"),
    'kind = "paragraph"\ntext = { choose = [] }': ("block[3].text", "nothing", "Add { text"),
    'kind = "paragraph"\ntext = { chose = [{ text = "a" }] }': ("chose", "not known", "choose"),
    'kind = "paragraph"\ntext = { choose = ["a"] }': ("choose", "entry 1 is a text", "Write"),
    'kind = "paragraph"': ("block[3].text", "needs a text", 'Add text = "..."'),
    'kind = "paragraph"\ntext = "a"\nlook = "loud"': ("look", "loud", "body, lead, small"),
    'kind = "paragraph"\ntxt = "a"': ("block[3].txt", "no such key", 'Did you mean "text"?'),
    'kind = "paragraph"\ntext = "a"\ncolumns = ["b"]': ("columns", "no such key", "Known keys"),
    'kind = "paragraf"': ("block[3].kind", "paragraf", "Write one of: paragraph"),
    'text = "a"': ("block[3].kind", "missing", "Add kind"),
    'kind = "paragraph"\ntext = "a"\naudience = ["cso"]': ("block[3]", '"cso"', "one of: cfo"),
    'kind = "paragraph"\ntext = "a"\nwhen = 3': ("block[3].when", "no condition", "Write {"),
    'kind = "paragraph"\ntext = "a"\nwhen = { question = "nobody", is = "a" }': (
        "block[3]",
        '"nobody"',
        "Name one",
    ),
    'kind = "paragraph"\ntext = "a"\nwhen = { question = "name" }': ("when", "one", "Use one of"),
    'kind = "paragraph"\ntext = "a"\nwhen = { question = "emr", is = "Epik" }': (
        "block[3]",
        '"Epik" is no option',
        "Epic, other",
    ),
    'kind = "paragraph"\ntext = "a"\nwhen = { question = "kpis", is = "a" }': (
        "block[3]",
        '"is" does not fit a rows',
        "at_least",
    ),
    'kind = "paragraph"\ntext = "a"\nwhen = { question = "ready", is = "yes" }': (
        "block[3]",
        "true or false",
        "is = true",
    ),
    'kind = "paragraph"\ntext = "a"\nwhen = { question = "kpis", at_least = "2" }': (
        "when.at_least",
        "wrong kind",
        "a whole number",
    ),
    'kind = "paragraph"\ntext = "a"\nwhen = { question = "floor", answered = true }': (
        "block[3]",
        "internal",
        "cannot know",
    ),
    'kind = "paragraph"\ntext = "a"\nwhen = { question = "kpis", has = "a" }': (
        "when.has",
        "is asked with",
        "column",
    ),
    'kind = "paragraph"\ntext = "a"\nwhen = { question = "kpis", column = "mood", has = "a" }': (
        "block[3]",
        '"mood"',
        "Name one",
    ),
    'kind = "answer"': ("block[3].of", "needs a question", "Add of"),
    'kind = "answer"\nof = "floor"': ("block[3]", "internal", "may not"),
    'kind = "table"\nof = "name"': ("block[3]", "no table", "facts"),
    'kind = "table"\nof = "kpis"\ncolumns = ["mood"]': ("block[3]", '"mood"', "measure, weight"),
    'kind = "table"\nof = "kpis"\ncolumns = ["contact"]': ("block[3]", "internal", "Leave it"),
    'kind = "table"\nof = "kpis"\ncolumns = "measure"': ("columns", "no list", "Write columns"),
    'kind = "table"\nof = "kpis"\ncolumns = [3]': ("columns", "entry 1", "Write { id"),
    'kind = "table"\nof = "kpis"\ncolumns = [{ id = "measure", share = -1 }]': (
        "columns[1].share",
        "no share",
        "above 0",
    ),
    'kind = "table"\nof = "kpis"\nwhere = { column = "mood", is = "a" }': (
        "block[3]",
        '"mood"',
        "Name one",
    ),
    'kind = "table"\nof = "kpis"\nwhere = { column = "contact", is = "a" }': (
        "block[3]",
        "internal",
        "another column",
    ),
    'kind = "table"\nof = "kpis"\nwhere = { column = "measure" }': ("where", "one", "is_not"),
    'kind = "list"': ("block[3].items", "something to show", "Add items"),
    'kind = "list"\nof = "kpis"': ("block[3].text", "needs words", "Add text"),
    'kind = "list"\nof = "name"\ntext = "a"': ("block[3]", "no table", "kind rows"),
    'kind = "list"\nof = "kpis"\ntext = "{contact}"': ("block[3].text", "internal", "may not"),
    'kind = "list"\nof = "kpis"\ntext = "{label}"': ("block[3].text", '"label"', "Name one"),
    'kind = "list"\nitems = "a"': ("block[3].items", "no list", "Write items"),
    'kind = "list"\nitems = [{ value = "a" }]': ("items[1].text", "missing", "Add text"),
    'kind = "figures"\nitems = ["a"]': ("items", "entry 1", "value ="),
    'kind = "figures"\nitems = [{ value = "{fee}" }]': ("items[1].label", "missing", "Add label"),
    'kind = "steps"\nof = "kpis"': ("block[3].title", "needs words", "Add title"),
    'kind = "heading"\ntext = "a"\nlevel = 5': ("block[3].level", "level 5", "2 or 3"),
    'kind = "function"': ("block[3].name", "needs a name", "models"),
    'kind = "function"\nname = "magic"': ("block[3].name", "magic", "models"),
    'kind = "function"\nname = "models"\ncaption = "a"': ("caption", "its own", "Take"),
    'kind = "columns"': ("block[3].left", "both sides", "left"),
    'kind = "columns"\n[[chapter.block.left]]\nkind = "function"\nname = "timeline"\n'
    '[[chapter.block.right]]\nkind = "paragraph"\ntext = "a"': ("left", "timeline", "of its own"),
}

# What is replaced in the section, by what, and what the message names.
CHANGED = {
    ('group = "commit"', 'group = "later"'): ("group", "later", "commit"),
    ('group = "commit"', "group = 3"): ("group", "a number", "Write a text"),
    ('title = "Offer"\npage', "page"): ("title", "missing", "Add title"),
    ('intro = "What we offer."', 'intor = "a"\nintro = "b"'): ("intor", "not known", "intro"),
    ('[["name", "fee"]]', '["name", "fee"]'): ("together", "no list of lists", "Write together"),
    ('[["name", "fee"]]', "3"): ("together", "no list of lists", "Write together"),
    ('[["name", "fee"]]', '[["name", "x"]]'): ("together", '"x"', "Known: name"),
    ('criteria = ["C1"]', 'criteria = ["C9"]'): ("question[name]", '"C9"', "Known: C1"),
    ('id = "name"', 'id = "Name"'): ("question[Name].id", "cannot be an id", "small letters"),
    ('id = "story"', 'id = "name"'): ("question", '"name" is there twice', "another id"),
    ('kind = "line"\nlabel = "Name"', 'kind = "words"\nlabel = "Name"'): (
        "question[name].kind",
        '"words" is not known',
        "line, prose",
    ),
    ('label = "Name"', 'label = "Name"\nshort = true'): ("short", "not known", "Known keys"),
    ("required = true", 'required = "yes"'): ("required", "a text", "required = true"),
    ("length = 20", "length = 2.5"): ("length", "2.5", "Write length"),
    ("length = 20", 'filled_by = "CEO"'): ("filled_by", "CEO", "AE, SA, MGR"),
    ('default = "100"', "default = 100"): ("default", "does not fit", "Write a text"),
    ('default = "100"', 'default = "much"'): ("default", "does not fit", "Enter a number"),
    ('default = "100"', "default = 2027-05-14"): ("default", "does not fit", "Write a text"),
    ("min = 0\n", "min = 2000\n"): ("min", "more than max", "Write min"),
    ("max = 1000", 'max = "much"'): ("max", "a text", "Write a number"),
    ('label = "Ready"', 'label = "Ready"\ndefault = "yes"'): ("default", "a text", "true"),
    ('options = ["fixed", "gain share"]', ""): ("options", "needs options", "Add options"),
    ('options = ["fixed", "gain share"]', 'options = "fixed"'): ("options", "no list", "Write"),
    ('options = ["fixed", "gain share"]', "options = [3]"): ("options", "entry 1", "value"),
    ('options = ["fixed", "gain share"]', 'options = ["a", "a"]'): ("options", "twice", "another"),
    ('options = ["fixed", "gain share"]', 'options = [{ label = "a" }]'): (
        "options[1].value",
        "missing",
        "Add value",
    ),
    ('label = "Weeks"', 'label = "Weeks"\noptions = ["a"]'): ("options", "no options", "choice"),
    ('label = "Weeks"', 'label = "Weeks"\nrows = { min = 1 }'): ("rows", "no rows", "kind"),
    ("rows = { min = 1, max = 3 }", "rows = { min = 4, max = 3 }"): ("rows", "more than", "Write"),
    ("min = 1, max = 3", "min = inf, max = 3"): ("rows.min", "not a number to count", "Write"),
    ("rows = { min = 1, max = 3 }", "rows = 3"): ("rows", "a number", "Write a table"),
    ("rows = { min = 1, max = 3 }", 'default = "a"'): ("default", "no default", "Take it out"),
    ('{ question = "ready", is = true }', '{ question = "kpis", column = "low", has = "a" }'): (
        "question[days]",
        "no column",
        "is or includes",
    ),
    ('{ question = "ready", is = true }', '{ question = "nobody", is = "a" }'): (
        "question[days]",
        '"nobody"',
        "Name one",
    ),
    (
        '{ question = "ready", is = true }',
        '{ question = "structure", includes = ["fixed", "free"] }',
    ): ("question[days]", '"free" is no option', "Write one of"),
    ('{ question = "ready", is = true }', '{ question = "structure", includes = [] }'): (
        "includes",
        "wrong kind",
        "Write",
    ),
    ('id = "weight"', 'id = "measure"'): ("question[kpis].column", "twice", "another id"),
    ('label = "Low"', 'label = "Low"\nshow_if = { question = "ready", is = true }'): (
        "column[low]",
        "no show_if",
        "whole question",
    ),
    ('link = "deal.kpis"', 'link = "deal.name"'): ("question[four]", "no table", "Write link"),
    ('link = "deal.kpis"', ""): ("link", "needs a target", "Add link"),
    ('id = "trained"', f'id = "{"t" * 40}"'): ("id", "too long", "32"),
    ('id = "tested"', 'id = "trained"'): ("row", "twice", "another id"),
    ('[[question.row]]\nid = "trained"', '[question.row]\nid = "trained"'): (
        "toml",
        "read",
        "Mend",
    ),
    ('title = "Offer"\nheadline', 'title = "{name}"\nheadline'): ("title", "nothing", "without"),
    ('title = "Offer"\nheadline', "headline"): ("chapter[offer].title", "missing", "Add title"),
    ('headline = "What {name} gets"', 'criteria = ["C7"]\nheadline = "a"'): (
        "criteria",
        '"C7"',
        "Name one",
    ),
    ('title = "Offer"\npage', "title = \npage"): ("deal.toml", "cannot be read", "Mend"),
}

HEADS = {
    ('sections = ["deal"]', 'sections = ["deal", "price"]'): ("price.toml", "missing", "Add it"),
    ('sections = ["deal"]', 'sections = ["../deal"]'): ("sections", "cannot be an id", "small"),
    ('sections = ["deal"]', "sections = []"): ("sections", "needs sections", "Write sections"),
    ('sections = ["deal"]', 'sections = ["deal", "deal"]'): ("sections", "twice", "another"),
    ('chapters = ["offer"]', 'chapters = ["offer", "offer"]'): ("chapters", "twice", "another"),
    ('chapters = ["offer"]', 'chapters = ["price"]'): ("chapters", '"price"', "Known: offer"),
    ('chapters = ["offer"]', "chapters = []"): ("chapters", '"offer" is not in', "Add it"),
    ('version = "1"', "version = 1"): ("version", "a number", "Write a text"),
    ('title = "Commit"', 'titel = "Commit"'): ("group[commit].title", "missing", "Add title"),
    ('name = "Return"', 'name = "Return"\nnumber = 1'): ("number", "not known", "name"),
    ('sections = ["deal"]', 'sections = ["proposal"]'): ("sections", "whole", "another id"),
    ("[[group]]", '[cover]\ncustomer = "deal.nobody"\n[[group]]'): (
        "cover.customer",
        '"deal.nobody"',
        "section.question",
    ),
    ("[[group]]", '[cover]\ncustomer = "deal.floor"\n[[group]]'): ("cover.customer", "may name"),
    ("[[group]]", '[cover]\nclient = "deal.name"\n[[group]]'): ("cover.client", "not known"),
    ("[[group]]", '[renamed]\n"deal.cost" = "deal.price"\n[[group]]'): (
        'renamed."deal.cost"',
        '"deal.price"',
        "newest",
    ),
    ("[[group]]", '[renamed]\n"deal.cost" = "deal.kpis.low"\n[[group]]'): ("depth", "both sides"),
    ("[[group]]", '[renamed]\n"deal.fee" = "deal.name"\n[[group]]'): ("still asked", "out"),
    ("[[group]]", '[renamed]\n"deal.kpis.a" = "deal.kpis.b"\n[[group]]'): ("no question",),
    ("[[group]]", '[renamed]\nfee = "name"\n[[group]]'): ("depth", "section.question"),
}


def message_of(folder: Path) -> str:
    """Return why a template is refused."""
    with pytest.raises(TemplateError) as refused:
        load_template(folder)
    return str(refused.value)


def test_the_tiny_template_itself_loads(tmp_path: Path) -> None:
    assert load_template(write_tiny(tmp_path)).chapters[0].id == "offer"


@pytest.mark.parametrize("block", ADDED)
def test_a_broken_block_is_named_with_its_remedy(block: str, tmp_path: Path) -> None:
    message = message_of(write_tiny(tmp_path, f"{SECTION}\n[[chapter.block]]\n{block}\n"))

    assert message.startswith("deal.toml: chapter[offer]")
    assert_names(message, ADDED[block])


@pytest.mark.parametrize(("old", "new"), CHANGED)
def test_a_broken_section_is_named_with_its_remedy(old: str, new: str, tmp_path: Path) -> None:
    assert old in SECTION
    message = message_of(write_tiny(tmp_path, SECTION.replace(old, new, 1)))

    assert message.startswith("deal.toml: ")
    assert_names(message, CHANGED[old, new])


@pytest.mark.parametrize(("old", "new"), HEADS)
def test_a_broken_head_is_named_with_its_remedy(old: str, new: str, tmp_path: Path) -> None:
    assert old in HEAD
    message = message_of(write_tiny(tmp_path, head=HEAD.replace(old, new, 1)))

    assert re.match(r"(template|price)\.toml: ", message)
    assert_names(message, HEADS[old, new])


def test_a_column_cannot_be_kept_where_its_table_is_cleared(tmp_path: Path) -> None:
    section = SECTION.replace('label = "Measures"', 'label = "Measures"\ncustomer = true', 1)
    load_template(write_tiny(tmp_path, section))
    broken = section.replace('label = "Weight"', 'label = "Weight"\ncustomer = false', 1)

    message = message_of(write_tiny(tmp_path, broken))

    assert_names(message, ("question[kpis].customer", '"weight"', "other columns"))


def test_a_section_of_the_customers_clears_all_but_what_says_otherwise(tmp_path: Path) -> None:
    section = SECTION.replace('group = "commit"', 'group = "commit"\ncustomer = true', 1)
    section = section.replace('label = "Story"', 'label = "Story"\ncustomer = false', 1)

    asked = load_template(write_tiny(tmp_path, section)).sections[0].questions

    assert [one.id for one in asked if not one.customer] == ["story"]
    assert all(column.customer for one in asked for column in one.columns)


def test_a_unit_is_named_by_a_column_that_is_there(tmp_path: Path) -> None:
    section = SECTION.replace('unit = "points"', 'unit_from = "measure"', 1)
    load_template(write_tiny(tmp_path, section))
    broken = section.replace('unit_from = "measure"', 'unit_from = "scale"', 1)

    message = message_of(write_tiny(tmp_path, broken))

    assert_names(message, ("column[low].unit_from", '"scale"', "Name a column"))


def test_nothing_is_assumed_where_there_is_no_default(tmp_path: Path) -> None:
    section = SECTION.replace('label = "Share"', 'label = "Share"\nassumed = "Much"', 1)

    message = message_of(write_tiny(tmp_path, section))

    assert_names(message, ("question[share].assumed", "no default", "Add default"))


def test_a_folder_without_a_template_is_named(tmp_path: Path) -> None:
    assert_names(message_of(tmp_path), ("template.toml", "missing", "Add it"))


def assert_names(message: str, parts: tuple[str, ...]) -> None:
    """Fail unless the message names every part and ends as a sentence."""
    for part in parts:
        assert part in message
    assert message[-1] in ".?"
