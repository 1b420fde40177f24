"""Inputs that mean harm or came to harm, made from the small cards of these tests."""

import gzip
import json
import random
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from tests.cards.small import GOOGLE, MARKDOWN, MONAI, chai, fhir, pdf

Input = tuple[str, bytes]


def inputs(secret: Path) -> Iterator[Input]:
    """Yield named inputs; `secret` is a file that none of them may have read."""
    yield from _broken()
    yield from _attacks_in_xml(secret)
    yield from _attacks_in_text()
    yield from _bombs()
    yield from _mutated()


def _chance(seed: str) -> random.Random:
    return random.Random(seed)  # noqa: S311 - the same harm each time


def _whole() -> tuple[Input, ...]:
    return (
        ("chai 0.1", chai("0.1").encode()),
        ("chai 0.2", chai("0.2").encode()),
        ("markdown", MARKDOWN.encode()),
        ("google", GOOGLE.encode()),
        ("monai", MONAI.encode()),
        ("fhir", fhir(chai("0.2").encode()).encode()),
        ("pdf", pdf(chai("0.1"))),
    )


def _broken() -> Iterator[Input]:
    """Yield cards that break off, or are spelled in a way that they do not say."""
    for name, card in _whole():
        for share in (1, 10, 25, 50, 75, 90, 99):
            yield f"{name}, cut at {share}", card[: len(card) * share // 100]
        if name != "pdf":
            text = card.decode()
            yield f"{name}, no mark of its 16 bits", text.encode("utf-16-le")
            yield f"{name}, 32 bits", text.encode("utf-32")
            yield f"{name}, in another alphabet", text.replace("e", "é").encode("cp1252")
            yield f"{name}, on a mainframe", text.encode("cp037")
            yield f"{name}, with a zero byte", text.replace("e", "\x00", 1).encode()
    yield "nothing", b""
    yield "spaces", b" \n" * 1000
    yield "an error as a PDF", b'\n{"result":"ERROR","reason":"SAXParseException"}'
    yield "a page as a PDF", b"<!doctype html><html><body>Not found</body></html>"
    yield "a PDF of its first line", b"%PDF-1.7\n"
    yield "a PDF of noise", b"%PDF-1.7\n" + _chance("one").randbytes(20_000)
    yield "noise", _chance("two").randbytes(20_000)
    yield "a wrong encoding", chai("0.1").replace("UTF-8", "UTF-7").encode()
    yield "a lying encoding", chai("0.1").replace("UTF-8", "UTF-16").encode()


def _attacks_in_xml(secret: Path) -> Iterator[Input]:
    card = chai("0.1")
    root = "<AppliedModelCard "
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    types = {
        "entities in entities": f'<!DOCTYPE a [<!ENTITY l0 "ha">{laughs}]>',
        "one long entity": f'<!DOCTYPE a [<!ENTITY l11 "{"ha" * 50_000}">]>',
        "a file": f'<!DOCTYPE a [<!ENTITY l11 SYSTEM "{secret.as_uri()}">]>',
        "an address": '<!DOCTYPE a [<!ENTITY l11 SYSTEM "http://127.0.0.1:9/x">]>',
        "an outer type": '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd">',
        "a parameter": f'<!DOCTYPE a [<!ENTITY % p SYSTEM "{secret.as_uri()}"> %p;]>',
        "a type behind a remark": f'<!----><!DOCTYPE a [<!ENTITY l11 SYSTEM "{secret.as_uri()}">]>',
    }
    for name, doctype in types.items():
        text = card.replace(root, doctype + root).replace("Adult wards.", "&l11;" * 20)
        yield f"xml, {name}", text.encode()
        yield f"xml, {name}, 16 bits", text.replace("UTF-8", "UTF-16").encode("utf-16")
        yield f"fhir, {name}", fhir(text.encode()).encode()
        yield f"pdf, {name}", pdf(attached=text.encode())
    space = 'xmlns:x="http://www.w3.org/2001/XInclude"'
    include = f'<x:include {space} href="{secret.as_uri()}" parse="text"/>'
    yield "xml, an inclusion", card.replace("Adult wards.", include).encode()
    style = f'<?xml-stylesheet href="{secret.as_uri()}"?>'
    yield "xml, a style sheet", card.replace(root, style + root).encode()
    yield "xml, deep", card.replace("Adult wards.", "<a>" * 50_000 + "</a>" * 50_000).encode()
    yield "xml, wide", card.replace("Adult wards.", "<a/>" * 900_000).encode()
    many = " ".join(f'a{n}="x"' for n in range(100_000))
    yield "xml, many attributes", card.replace("<Warnings>", f"<Warnings {many}>").encode()
    yield "xml, long name", card.replace("<Warnings>", f"<{'W' * 1_000_000}>").encode()
    yield "xml, open comment", card.replace("Adult wards.", "<!-- " + "-" * 500_000).encode()
    yield (
        "xml, many keywords",
        card.replace("<Keyword>Sepsis", "<Keyword>S</Keyword>" * 40_000 + "<Keyword>S").encode(),
    )


def _attacks_in_text() -> Iterator[Input]:
    front = "---\nlicense: mit\ntags: {}\n---\n# Tide\n"
    yield "yaml, deep", front.format("[" * 20_000).encode()
    yield "yaml, deep map", front.format("{a: " * 5_000).encode()
    yield "yaml, deep lists", f"---\nlicense: mit\na:\n {'- ' * 20_000}b\n---\n# Tide\n".encode()
    yield "yaml, flat", front.format("[" + "a, " * 15_000 + "]").encode()
    yield "yaml, very long", front.format("[" + "a, " * 1_000_000 + "]").encode()
    laughs = "\n".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 12))
    yield "yaml, aliases", f"---\nlicense: mit\nl0: &l0 ha\n{laughs}\n---\n# Tide\n".encode()
    yield "yaml, a call", front.format("!!python/object/apply:os.system [true]").encode()
    yield "yaml, merged", front.format("{<<: {a: b}}").encode()
    yield "yaml, odd keys", front.format("{[a]: b, {c: d}: e}").encode()
    yield "yaml, half characters", front.format('"\\ud800"').encode()
    many = "\n\n**How fairness is watched**\n\nx" * 100_000
    yield "one question many times", chai("0.1").replace("Each month.", many).encode()
    yield "markdown, headings", ("---\nlicense: mit\n---\n" + "# a\n" * 500_000).encode()
    yield "markdown, dashes", b"---\n" * 1_000_000
    yield (
        "markdown, stars",
        ("---\nlicense: mit\n---\n# T\n## Model Details\n- **" + "*" * 1_000_000).encode(),
    )
    yield "markdown, remarks", ("---\nlicense: mit\n---\n# T\n" + "<!-- " * 500_000).encode()
    yield "markdown, brackets", ("---\nlicense: mit\n---\n# " + "(" * 1_000_000 + "\n").encode()
    yield "json, deep list", b'{"model_details":' + b"[" * 1_000_000
    yield "json, deep map", b'{"model_details":' * 200_000
    yield "json, closed deep", b'{"model_details":' + b"[" * 900 + b"]" * 900 + b"}"
    yield (
        "json, wide",
        b'{"model_details":{"owners":[' + b'{"name":"a"},' * 300_000 + b'{"name":"a"}]}}',
    )
    yield "json, numbers", b'{"model_details":{"name":' + b"9" * 1_000_000 + b"}}"
    yield "json, an exponent", b'{"monai_version":1,"eval_metrics":{"dice":1e999999999}}'
    yield "json, not a number", b'{"monai_version":NaN,"name":Infinity}'
    yield "json, half characters", b'{"monai_version":"1","name":"\\ud800 x"}'
    yield "json, zero", b'{"monai_version":"1","name":"a\\u0000b"}'
    yield "json, a list", b"[1, 2]"
    yield "json, keys twice", b'{"monai_version":"1","name":"a","name":"b"}'


def _bombs() -> Iterator[Input]:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("card.xml", b"\0" * 50_000_000)
    yield "an archive", packed.getvalue()
    yield "a packed card", gzip.compress(b"\0" * 50_000_000)
    yield "50 MB of XML", chai("0.1").encode() + b" " * 50_000_000
    yield "50 MB of PDF", b"%PDF-1.7\n" + b"\0" * 50_000_000
    yield "50 MB of zeros", b"\0" * 50_000_000
    bomb = zlib.compress(b"\0" * 150_000_000, 9)
    yield "a PDF that unpacks to 150 MB", _pdf_of(b"/Filter /FlateDecode", bomb)
    twice = zlib.compress(bomb, 9)
    yield "a PDF packed twice", _pdf_of(b"/Filter [/FlateDecode /FlateDecode]", twice)
    yield "a PDF packed oddly", _pdf_of(b"/Filter /LZ#57Decode", b"\x80\x0b\x60\x50" * 1000)
    yield "an attachment that unpacks to 50 MB", pdf(attached=b"<a>" + b" " * 50_000_000)
    nested = chai("0.1").encode()
    for _ in range(5):
        nested = fhir(nested).encode()
    yield "wrapped often", nested
    odd = {"resourceType": "DocumentReference", "content": [{"attachment": {"data": "%%%"}}, 7]}
    yield "wrapped oddly", json.dumps(odd).encode()


def _pdf_of(filters: bytes, packed: bytes) -> bytes:
    """Return a PDF whose objects lie in a packed stream."""
    head = b"%PDF-1.7\n"
    stream = b"1 0 obj\n<</Type /ObjStm /N 1 /First 4 /Length %d %s>>\nstream\n" % (
        len(packed),
        filters,
    )
    body = head + stream + packed + b"\nendstream\nendobj\n"
    rows = b"\x00\x00\x00\xff" + b"\x01\x00\x09\x00" + b"\x02\x00\x01\x00"
    table = b"3 0 obj\n<</Type /XRef /Size 3 /W [1 2 1] /Root 2 0 R /Length %d>>\nstream\n" % len(
        rows
    )
    return body + table + rows + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(body)


def _mutated() -> Iterator[Input]:
    """Yield cards in which bytes were changed, doubled and taken out at random."""
    for name, card in _whole():
        for seed in range(15):
            chance = _chance(f"{name} {seed}")
            data = bytearray(card)
            for _ in range(chance.choice((1, 5, 50))):
                at = chance.randrange(len(data))
                match chance.randrange(3):
                    case 0:
                        data[at] = chance.randrange(256)
                    case 1:
                        del data[at : at + chance.randrange(1, 60)]
                    case _:
                        data[at:at] = data[at : at + 200]
            yield f"{name}, changed by {seed}", bytes(data)
