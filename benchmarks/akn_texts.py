"""The running text of Akoma Ntoso files, passage by passage: what the benchmarks of this folder are run on."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_A = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
_SPACE = re.compile(r"\s+")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u0640]")
_LANGUAGES = {"ara": "ar", "eng": "en"}


@dataclass(slots=True)
class Text:
    """One resolution in one language."""

    name: str
    language: str
    symbol: str
    adopted: str | None
    passages: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def _clean(text: str) -> str:
    return _SPACE.sub(" ", _INVISIBLE.sub("", text.replace("\u00a0", " "))).strip()


def _gather(node: ET.Element, notes: list[str]) -> str:
    if node.tag == f"{_A}authorialNote":
        inner = (node.text or "") + "".join(_gather(child, notes) + (child.tail or "") for child in node)
        notes.append(re.sub(r"^\s*[(\[]?\s*[)\]]?\s*", "", _clean(inner)))
        return ""
    return (node.text or "") + "".join(_gather(child, notes) + (child.tail or "") for child in node)


def _read(data: bytes, name: str) -> Text | None:
    try:
        root = ET.fromstring(data)  # noqa: S314 - the corpus is the user's own
    except ET.ParseError:
        return None  # a few of the published files are not well-formed
    found = root.find(f".//{_A}FRBRlanguage")
    language = _LANGUAGES.get(found.get("language", "") if found is not None else "")
    if language is None:
        return None
    number = next((e for e in root.iter(f"{_A}docNumber") if e.get("refersTo") == "#symbol"), None)
    adoption = root.find(f".//{_A}FRBRWork/{_A}FRBRdate[@name='adoption']")
    date = adoption.get("date") if adoption is not None else None
    text = Text(name, language, _clean("".join(number.itertext())) if number is not None else "", date)
    for part in ("preamble", "mainBody"):
        for body in root.iter(f"{_A}{part}"):
            for paragraph in body.iter(f"{_A}p"):
                if (line := _clean(_gather(paragraph, text.notes))) and line not in text.notes:
                    text.passages.append(line)
    return text


def read_corpus(corpus: Path) -> Iterator[Text]:
    """Every text of the archives ``akn/*.zip`` of a corpus."""
    for archive in sorted((corpus / "akn").glob("*.zip")):
        with zipfile.ZipFile(archive) as files:
            for name in files.namelist():
                if name.endswith(".xml") and (text := _read(files.read(name), f"{archive.stem}/{name}")):
                    yield text
