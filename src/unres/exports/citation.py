"""A resolution as an entry of a bibliography: BibTeX, and CSL-JSON as Zotero, Pandoc and Word's add-ins read it.

A resolution is "legislation" in CSL ("a law or resolution enacted by a governing body", CSL 1.0.2, appendix III), its
draft a "bill". In BibTeX it is a technical report whose type is "Resolution" and whose institution is the organ: the
one kind of entry that prints type, number, institution and date in the standard styles of BibTeX and of BibLaTeX.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from unres.exports.interface import codes, word, words
from unres.exports.wording import organ_name

if TYPE_CHECKING:
    from datetime import date

    from unres.models import Resolution

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_CSL_TYPES = {"draft": "bill", "other": "document"}
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_TEX_SPECIAL = re.compile("[" + re.escape("".join(_TEX)) + "]")
_NO_KEY = re.compile(r"[^A-Za-z0-9]+")


def to_bibtex(*resolutions: Resolution) -> str:
    """The entries of resolutions in BibTeX, in UTF-8; keys come from symbol and language: ``A-RES-72-148-en``."""
    keys: set[str] = set()
    return "\n".join(_entry(resolution, _new_key(resolution, keys)) for resolution in resolutions)


def to_csl(resolution: Resolution) -> dict[str, Any]:
    """An item of CSL-JSON that cites the resolution; a file is a list of such items.

    The date is that of adoption, or where it is not known that of issue, or the year.
    """
    language = resolution.language
    item: dict[str, Any] = {
        "id": _key(resolution),
        "type": _CSL_TYPES.get(resolution.status or resolution.kind, "legislation"),
        "title": _title(resolution),
        "author": [{"literal": _author(resolution)}],
        "authority": _organ(resolution) or word("united_nations", language),
        "publisher": word("united_nations", language),
        "genre": _genre(resolution),
        "number": resolution.symbol or (resolution.number.as_written if resolution.number else None),
        "language": language,
        "URL": _address(resolution),
    }
    day = _day(resolution)
    if day:
        item["issued"] = {"date-parts": [[day.year, day.month, day.day]]}
    elif resolution.year:
        item["issued"] = {"date-parts": [[resolution.year]]}
    return {key: value for key, value in item.items() if value}


def to_csl_json(*resolutions: Resolution) -> str:
    """Resolutions as CSL-JSON: a list of items, each with an ``id`` of its own."""
    keys: set[str] = set()
    items = [{**to_csl(resolution), "id": _new_key(resolution, keys)} for resolution in resolutions]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _new_key(resolution: Resolution, keys: set[str]) -> str:
    """The resolution's key, with a number where it is taken; it is taken then."""
    key = first = _key(resolution)
    number = 1
    while key in keys:
        number += 1
        key = f"{first}-{number}"
    keys.add(key)
    return key


def _key(resolution: Resolution) -> str:
    name = _NO_KEY.sub("-", resolution.symbol or "").strip("-")
    if not name:
        number = resolution.number
        parts = (resolution.organ, number and (number.session or number.year), number and number.number)
        name = _NO_KEY.sub("-", " ".join(str(part) for part in parts if part)).strip("-") or "resolution"
    return f"{name}-{resolution.language}"


def _title(resolution: Resolution) -> str:
    """Its title; one without, as those of the Security Council, is called by its number."""
    kind = _genre(resolution)
    number = resolution.number.as_written if resolution.number else resolution.symbol
    return resolution.title or f"{kind} {number or ''}".strip()


def _genre(resolution: Resolution) -> str:
    """Its kind in words: "Resolution", "Draft decision"; what is not adopted is not cited as if it were."""
    kinds, kind = words("cited", resolution.language), resolution.kind
    return kinds.get(f"draft_{kind}", kinds[kind]) if resolution.status == "draft" else kinds[kind]


def _organ(resolution: Resolution) -> str:
    return organ_name(resolution.organ, resolution.language)


def _author(resolution: Resolution) -> str:
    """The author as libraries name a body: the organization, then its organ."""
    organ = _organ(resolution)
    name = word("united_nations", resolution.language)
    if not organ or name in organ:
        return organ or name
    return f"{name}{word('comma', resolution.language)}{organ}"


def _day(resolution: Resolution) -> date | None:
    return resolution.adopted_on or resolution.issued_on


def _address(resolution: Resolution) -> str | None:
    from unres.un.symbols import address

    return address(resolution.symbol, resolution.language) if resolution.symbol else None


def _entry(resolution: Resolution, key: str) -> str:
    """One entry. Values stand in braces twice where styles would change the case of their letters."""
    day = _day(resolution)
    year = day.year if day else resolution.year
    language = resolution.language
    number = resolution.symbol or (resolution.number.as_written if resolution.number else "")
    fields = {
        "author": f"{{{{{_tex(_author(resolution))}}}}}",
        "title": f"{{{{{_tex(_title(resolution))}}}}}",
        "institution": f"{{{_tex(word('united_nations', language))}}}",
        "type": f"{{{_tex(_genre(resolution))}}}",
        "number": f"{{{_tex(number)}}}" if number else "",
        "year": f"{{{year}}}" if year else "",
        "month": _MONTHS[day.month - 1] if day else "",
        "date": f"{{{day.isoformat()}}}" if day else "",
        "url": f"{{{_address(resolution)}}}" if resolution.symbol else "",
        "language": f"{{{word('bibtex', language)}}}" if language in codes() else "",
        "langid": f"{{{word('bibtex', language)}}}" if language in codes() else "",
    }
    rows = "".join(f"  {name:<11} = {value},\n" for name, value in fields.items() if value)
    return f"@techreport{{{key},\n{rows}}}\n"


def _tex(text: str) -> str:
    return _TEX_SPECIAL.sub(lambda match: _TEX[match[0]], " ".join(text.split()))
