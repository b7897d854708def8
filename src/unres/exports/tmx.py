"""What translation tools read: alignments as a TMX 1.4 memory, and terms as a TBX glossary."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from unres._version import __version__
from unres.exports.interface import MESSAGES
from unres.exports.parallel_rows import rows
from unres.languages import get_language
from unres.models.vocabulary import ARABIC, ENGLISH
from unres.un.organs import OTHER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from unres.alignment import Alignment
    from unres.alignment.verbs import Term
    from unres.exports.parallel_rows import Level, Row
    from unres.models.vocabulary import Language

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 has no place for."""
_CODE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_SEGTYPE = {"block": "paragraph", "sentence": "sentence"}


class Codes(NamedTuple):
    """The codes under which a translation tool knows the two languages."""

    arabic: str = ARABIC
    """Such as "ar-SA"."""
    english: str = ENGLISH
    """Such as "en-US"."""

    @classmethod
    def of(cls, written: str) -> Codes:
        """Codes of "ar-SA,en-US", in either order.

        Raises:
            ValueError: they are not the code of an Arabic and that of an English.
        """
        given = {code.partition("-")[0].lower(): code for code in map(str.strip, written.split(","))}
        if given.keys() != {ARABIC, ENGLISH} or not all(map(_CODE.fullmatch, given.values())):
            raise ValueError(f"{written!r}: give a code of Arabic and one of English, such as ar-SA,en-US")
        return cls(given[ARABIC], given[ENGLISH])

    def each(self, source: Language = ENGLISH) -> list[str]:
        """Both, that of the source first."""
        return sorted(self, key=lambda code: code is not (self.english if source == ENGLISH else self.arabic))


PLAIN = Codes()
"""The languages alone, without a country."""


def to_tmx(
    alignments: Alignment | Iterable[Alignment | Row],
    level: Level = "block",
    *,
    codes: Codes = PLAIN,
    source: Language = ENGLISH,
) -> str:
    """One or many alignments as a TMX 1.4 file.

    A unit for each pair with text on both sides: title, blocks or sentences, footnotes. ``tuid`` is built of symbol and
    ids, ``creationdate`` is the day of adoption, a note says how the place is cited, and further ones where the two
    versions disagree. Properties are the symbol, the ids and the score.

    Args:
        alignments: what to write.
        level: "block", or "sentence" for the sentences inside blocks.
        codes: of the languages.
        source: the language that was translated from.
    """
    first, _ = codes.each(source)
    root = ET.Element("tmx", version="1.4")
    ET.SubElement(
        root,
        "header",
        {
            "creationtool": "unres",
            "creationtoolversion": __version__,
            "segtype": _SEGTYPE[level],
            "o-tmf": "unres",
            "adminlang": MESSAGES,
            "srclang": first,
            "datatype": "plaintext",
        },
    )
    body = ET.SubElement(root, "body")
    names: Counter[str] = Counter()
    for row in rows(alignments, level):
        if row.arabic and row.english:
            _unit(body, row, names, codes, source)
    return _document(root, '<!DOCTYPE tmx SYSTEM "tmx14.dtd">')


def _unit(body: ET.Element, row: Row, names: Counter[str], codes: Codes, source: Language) -> None:
    """One pair; of several with the same ids (the sentences of a block) the second is "…-2"."""
    name = re.sub(r"\s+", "", f"{row.symbol}#{'+'.join(row.english_ids)}")
    names[name] += 1
    unit = ET.SubElement(body, "tu", tuid=_clean(name if names[name] == 1 else f"{name}-{names[name]}"))
    if row.date:
        unit.set("creationdate", f"{row.date.replace('-', '')}T000000Z")
    for note in (row.place, *row.checks):
        if note:
            ET.SubElement(unit, "note").text = _clean(note)
    properties = {
        "symbol": row.symbol,
        "arabic-ids": " ".join(row.arabic_ids),
        "english-ids": " ".join(row.english_ids),
        "score": f"{row.score:.2f}",
    }
    for key, value in properties.items():
        if value:
            ET.SubElement(unit, "prop", type=f"x-{key}").text = _clean(value)
    texts = {codes.arabic: row.arabic, codes.english: row.english}
    for code in codes.each(source):
        variant = ET.SubElement(unit, "tuv", {_LANG: code})
        ET.SubElement(variant, "seg").text = _clean(texts[code])


class _Concept(NamedTuple):
    """An entry of a glossary."""

    name: str
    subject: str
    english: list[str]
    arabic: list[str]
    note: str = ""


def to_tbx(
    terms: Iterable[Term] = (),
    titles: Iterable[Row] = (),
    *,
    codes: Codes = PLAIN,
) -> str:
    """A glossary as TBX (ISO 30042:2008, TBX-Basic): verbs, titles, and the names of all organs and months.

    An entry holds one English verb with every Arabic one by which it was rendered, the most frequent first.

    Args:
        terms: what :func:`unres.alignment.verbs.terms` counted.
        titles: rows of titles; others are left out.
        codes: of the languages.
    """
    root = ET.Element("martif", {"type": "TBX-Basic", _LANG: codes.english})
    description = ET.SubElement(ET.SubElement(root, "martifHeader"), "fileDesc")
    ET.SubElement(ET.SubElement(description, "sourceDesc"), "p").text = f"unres {__version__}"
    body = ET.SubElement(ET.SubElement(root, "text"), "body")
    for concept in (*_verbs(terms), *_titles(titles), *_organs(), *_months()):
        entry = ET.SubElement(body, "termEntry", id=concept.name)
        ET.SubElement(entry, "descrip", type="subjectField").text = concept.subject
        if concept.note:
            ET.SubElement(entry, "note").text = _clean(concept.note)
        for code, words_for_it in ((codes.english, concept.english), (codes.arabic, concept.arabic)):
            section = ET.SubElement(entry, "langSet", {_LANG: code})
            for term in words_for_it:
                ET.SubElement(ET.SubElement(section, "tig"), "term").text = _clean(term)
    return _document(root, '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">')


def _verbs(terms: Iterable[Term]) -> Iterator[_Concept]:
    rendered: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for term in terms:
        rendered[term.action, term.english].append(term)
    for number, ((action, english), found) in enumerate(rendered.items(), 1):
        times = ", ".join(f"{term.arabic} {term.times}" for term in found)
        arabic = list(dict.fromkeys(term.arabic for term in found))
        yield _Concept(f"verb-{number}", f"verbs: {action}", [english], arabic, f"clauses: {times}")


def _titles(titles: Iterable[Row]) -> Iterator[_Concept]:
    seen: set[tuple[str, str]] = set()
    for row in titles:
        if row.level == "title" and (row.english, row.arabic) not in seen:
            seen.add((row.english, row.arabic))
            yield _Concept(f"title-{len(seen)}", "titles", [row.english], [row.arabic], row.symbol)


def _organs() -> Iterator[_Concept]:
    """Every organ that both languages name; several names of one are of one entry."""
    names: dict[str, dict[str, list[str]]] = {}
    for code in (ENGLISH, ARABIC):
        for name, organ in get_language(code).citations.organs.items():
            names.setdefault(organ, {ENGLISH: [], ARABIC: []})[code].append(name)
    for organ, named in names.items():
        if organ != OTHER and all(named.values()):
            yield _Concept(f"organ-{organ}", "organs", named[ENGLISH], named[ARABIC])


def _months() -> Iterator[_Concept]:
    names = zip(get_language(ENGLISH).months, get_language(ARABIC).months, strict=True)
    for number, (english, arabic) in enumerate(names, 1):
        yield _Concept(f"month-{number}", "months", [english], [arabic])


def _document(root: ET.Element, doctype: str) -> str:
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{doctype}\n{ET.tostring(root, encoding="unicode")}\n'


def _clean(text: str) -> str:
    return _NO_XML.sub("", text)
