"""What the library says in English has its Arabic, word for word, as far as it comes from a closed set."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path
from typing import get_args

import pytest

import unres
from unres.alignment import Check
from unres.alignment.model import CheckKind
from unres.diagnostics import CODES
from unres.exports.html import to_html
from unres.exports.outline import to_outline
from unres.exports.viewer import to_viewer
from unres.exports.wording import check_said, facts, in_order, meaning, reasons, with_tables
from unres.models import Block

SOURCES = Path(unres.__file__).parent / "references"


def own(section):
    """What the Arabic file says in a section, without what all sections share."""
    with (Path(unres.__file__).parent / "exports/interface/ar.toml").open("rb") as file:
        return tomllib.load(file)[section]


def spoken():
    """Every text that the source gives as the reason of a reference."""
    for path in sorted(SOURCES.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            yield from (each.value for each in _reasons(node) if isinstance(each, ast.Constant) and each.value)


def _reasons(node):
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Attribute(attr="because"), attr="append"), args=args):
            return [part for each in args for part in ast.walk(each)]
        case ast.Assign(targets=[ast.Attribute(attr="because")], value=ast.Constant() | ast.List()):
            return list(ast.walk(node.value))
        case ast.Assign(
            targets=[ast.Tuple(elts=[*_, ast.Attribute(attr="because")])], value=ast.Tuple(elts=[*_, value])
        ):
            return [value]
        case ast.keyword(arg="because", value=value):
            return [value]
    return []


def test_every_reason_has_its_arabic():
    assert set(spoken()) == own("reasons").keys()


def test_every_code_and_every_kind_of_check_has_its_arabic():
    assert own("meanings").keys() == CODES.keys()
    assert set(get_args(CheckKind)) == set(own("checks"))


@pytest.mark.parametrize("section", ["reasons", "meanings", "checks"])
def test_the_arabic_is_arabic(section):
    for said in own(section).values():
        letters = [each for each in said if each.isalpha()]
        assert sum("\u0600" <= each <= "\u06ff" for each in letters) > len(letters) / 2
    assert len(set(own(section).values())) == len(own(section))


def test_reasons_one_by_one_and_what_is_unknown_as_it_is():
    said = reasons("date fits; something new; own number", "ar")
    assert said == [("التاريخ يوافقه", "ar"), ("something new", "en"), ("رقم القرار نفسه", "ar")]
    assert reasons("date fits; own number", "en") == [("date fits; own number", "en")]
    assert reasons("", "ar") == reasons("", "en") == []


def test_meanings_are_for_arabic_alone():
    assert meaning("footnote.no_mark", "ar").startswith("حاشية")
    assert meaning("footnote.no_mark", "en") == meaning("no.such_code", "ar") == ""


@pytest.mark.parametrize(
    ("arabic", "english", "said"),
    [
        (["2015"], ["2016"], "عدد: في العربية \u20662015\u2069، وفي الإنكليزية \u20662016\u2069"),
        (["2015"], [], "عدد: في العربية \u20662015\u2069، ولا مقابل له في الإنكليزية"),
        ([], ["2015", "9"], "عدد: في الإنكليزية \u20662015, 9\u2069، ولا مقابل له في العربية"),
        ([], [], "عدد"),
    ],
)
def test_checks_say_what_each_version_says(arabic, english, said):
    check = Check(kind="number", arabic_says=arabic, english_says=english, message="number: …")
    assert check_said(check, "ar") == said
    assert check_said(check, "en") == ""


def test_a_page_in_arabic_says_why_in_arabic():
    text = "إن الجمعية العامة،\n\n1 - تشير إلى قرارها ١٩٠/٦٧ المؤرخ ٢٠ كانون الأول/ديسمبر ٢٠١٢."
    html = to_html(unres.parse(text))
    assert "A/RES/67/190 · هو الترتيب الوحيد الممكن" in html or "A/RES/67/190 · التاريخ يوافقه" in html


# ---- blocks in their order


def block(name: str, kind: str = "paragraph", children: list[Block] | None = None) -> Block:
    return Block(id=name, zone="operative", kind=kind, text=name, children=children or [])


def row(name: str) -> Block:
    return block(name, "table_row")


def names(part: Block | list[Block]) -> str | list[str]:
    return [each.id for each in part] if isinstance(part, list) else part.id


def test_rows_that_follow_one_another_are_one_table():
    blocks = [row("a"), row("b"), block("c"), row("d"), block("e"), block("f"), row("g"), row("h")]
    assert [names(part) for part in with_tables(blocks)] == [["a", "b"], "c", ["d"], "e", "f", ["g", "h"]]
    assert list(with_tables([])) == []


def test_what_is_under_a_block_follows_it_one_level_deeper():
    under = [block("a.1", children=[row("a.1.r1"), row("a.1.r2")]), block("a.2")]
    walked = [(names(part), depth) for part, depth in in_order([block("a", children=under), row("r"), block("b")])]
    assert walked == [("a", 0), ("a.1", 1), (["a.1.r1", "a.1.r2"], 2), ("a.2", 1), (["r"], 0), ("b", 0)]


@pytest.mark.parametrize(
    ("name", "number", "item"), [("eastern-digits", "٢٦٨/٦٧", "٢٠ (د)"), ("general-assembly", "71/94", "22 (ج)")]
)
def test_numbers_of_the_masthead_are_shown_in_the_digits_of_the_text(name, number, item):
    resolution = unres.examples.load(name, "ar")
    assert ("بنود جدول الأعمال", item) in facts(resolution)
    assert re.search(rf"^  agenda +{re.escape(item)}$", to_outline(resolution), re.MULTILINE)
    viewer = re.sub(r"<[^>]+>", " ", to_viewer(resolution, interface="ar"))
    assert re.search(rf"الرقم كما ورد\s+{number}\s", viewer)
    assert item in viewer
