"""What differs by language stands in `languages`, what writing systems are in `scripts`, what the UN are in `un`."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import unres

SOURCE = Path(unres.__file__).parent

_ARABIC = re.compile("(?![،؛؟٪٫٬])[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
_ESCAPED = re.compile(r"\\u(?:06[0-9a-f]{2}|fb[5-9a-f][0-9a-f]|f[cd][0-9a-f]{2}|fe[7-9a-e][0-9a-f])", re.IGNORECASE)
_GROUP_NAME = re.compile(r"\(\?P[<=]\w+[>)]|\(\?\(\w+\)|\\[pP]\{\w+\}|\\x[0-9a-fA-F]{2}|\\[uU][0-9a-fA-F]{4,8}|\\\w")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_COMMENT = re.compile(r"(?:^|\s)#.*$", re.MULTILINE)
_WORD = re.compile(r"[A-Za-z]{3,}")


def _docstrings(tree: ast.AST) -> set[int]:
    """Strings that stand alone: docstrings of modules, classes, functions and fields."""
    return {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def _strings(tree: ast.AST) -> Iterator[str]:
    alone = _docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node.value


def arabic(tree: ast.AST) -> set[str]:
    """Arabic letters, marks and digits in strings of code, written or escaped."""
    return {found for text in _strings(tree) for found in (*_ARABIC.findall(text), *_ESCAPED.findall(text))}


def codes(tree: ast.AST) -> set[str]:
    """Codes of languages, written out."""
    return {text for text in _strings(tree) if text in ("ar", "en")}


def words(tree: ast.AST) -> set[str]:
    """Words in compiled patterns, and in the strings that they are made of."""
    assigned = {
        target.id: node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    found: set[str] = set()
    seen: set[str] = set()

    def look(node: ast.AST) -> None:
        for each in ast.walk(node):
            if isinstance(each, ast.Constant) and isinstance(each.value, str):
                plain = _COMMENT.sub(" ", each.value) if "\n" in each.value else each.value
                found.update(_WORD.findall(_CLASS.sub(" ", _GROUP_NAME.sub(" ", plain))))
            elif isinstance(each, ast.Name) and each.id in assigned and each.id not in seen:
                seen.add(each.id)
                look(assigned[each.id])

    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "compile":
            look(node)
    return found


RULES = {"arabic": arabic, "codes": codes, "words": words}
HOMES = {
    "arabic": ("languages/", "scripts.py", "examples/"),
    "codes": ("languages/", "models/vocabulary.py", "examples/"),
    "words": ("languages/", "un/"),
}
"""Where it may stand."""
FORMATS = frozenset(
    "http https ftp file mailto www undocs org"  # addresses
    " html xml xmlns doctype head body header footer form link meta main nav section article base blockquote center div"
    " img pre script span style table title sup font type list endnotes footnotes toc heading sub"  # HTML and Word
    " akn docx markdown odt pdf rtf txt zip json AgendaTitle BLUEHeading Heading Title crossHeading DOCTYPE"  # others
    " foot end note text"  # styles of Word: "footnote text"
    " init medi fina isol uni arab arabic ated ial"  # features and names of glyphs
    " extasciicircum extasciitilde extbackslash extbraceleft extbraceright"  # TeX
    " annex error warning".split()  # ids of blocks, severities
)
"""Names of formats and of their parts: no words of a language."""


@pytest.mark.parametrize("rule", RULES)
def test_what_differs_by_language_stands_in_one_place(rule):
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE).as_posix()
        if not name.startswith(HOMES[rule]) and (breaks := RULES[rule](ast.parse(path.read_text("utf-8"))) - FORMATS):
            found[name] = sorted(breaks)
    assert not found, f"put it into languages/, scripts.py or un/: {found}"


def test_the_rules_find_what_they_forbid():
    source = """
import re
LAMPS = re.compile(r"(?P<number>[0-9]+) [a-z]+ مصباح|lamps?")  # a pattern
TOWERS = r"[\\u0621-\\u064a]"
LANGUAGE = "en"
"""
    tree = ast.parse(source)
    assert {"ح", "ص", "م"} <= arabic(tree)
    assert "\\u0621" in arabic(tree)
    assert codes(tree) == {"en"}
    assert words(tree) == {"lamps"}
    assert not words(ast.parse(r'import re; X = re.compile(r"(?P<name>\d+)\s[A-Z]+ (?P=name)")'))
    assert not arabic(ast.parse('"""وثيقة"""\nX = "،"'))
