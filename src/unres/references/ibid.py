"""“Ibid.” and “المرجع نفسه”: what is meant is what was cited last, with what the text replaces replaced.

``Ibid., vol. 2237, No. 39574`` keeps the series and replaces volume and number; ``Ibid., Supplement No. 5 (A/76/5)``
keeps the organ; ``Ibid., para. 404`` keeps everything. Among footnotes, what counts is the footnote before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from unres.references import records
from unres.references.documents import symbol_dict
from unres.references.pinpoints import read_behind
from unres.references.scan import anchored

if TYPE_CHECKING:
    from unres.references.documents import Symbol
    from unres.references.passages import Joined

_ANCHORS = (
    ("en", "bid", re.compile(r"bid\b\.?")),
    ("ar", "المرجع", re.compile(r"المرجع\s(?:نفسه|ذاته|السابق)(?:\sذكره)?")),
)
CITABLE = frozenset({"treaty", "official_record", "publication", "document", "resolution"})
SEPARATE = 0.8
"""Confidence where the form of the "Ibid." fits what was cited before the last thing, not the last."""


def find_ibids(text: str, symbols: list[Symbol], starts: list[int]) -> list[dict[str, Any]]:
    """Every "Ibid." with what it states itself, under ``own``."""
    found = []
    for language, word, pattern in _ANCHORS:
        for anchor in anchored(text, word, pattern):
            start, end = anchor.span()
            if language == "en":
                start -= 1
                if start < 0 or text[start] not in "Ii" or (start and text[start - 1].isalpha()):
                    continue
            ibid: dict[str, Any] = {"kind": "ibid", "start": start, "end": end, "own": {}}
            volumes = records.VOLUMES.match(text, end)
            if volumes:
                ibid["own"] = records.treaty(volumes)
                ibid["end"] = volumes.end()
                found += records.further_volumes(text, volumes.end(), "UNTS")
            elif symbol := _document(text, end, symbols, starts):
                ibid["own"] = {**symbol_dict(symbol, language), "end": symbol.end}
                ibid["end"] = symbol.end
            else:
                record = records.record_of(text, start, end, symbols, bisect_left(starts, end))
                if record and _of_records(text, end, record["end"]):
                    ibid["own"] = record
                    ibid["end"] = record["end"]
                pinpoint, ibid["end"] = read_behind(text, ibid["end"], language)
                if pinpoint:
                    ibid["pinpoint"] = pinpoint
                # something follows that was not read: ", section entitled …"
                ibid["open"] = text[ibid["end"] : ibid["end"] + 1] in {",", "،"}
            found.append(ibid)
    return found


_OF_DOCUMENT = re.compile(r"\s?[,،]{1,2}\s{1,2}(?:documents?|الوثيقة|الوثيقتان|الوثائق)\s{1,2}")


def _document(text: str, at: int, symbols: list[Symbol], starts: list[int]) -> Symbol | None:
    """The document of “Ibid., document S/20412”: of the records cited last, but another document."""
    match = _OF_DOCUMENT.match(text, at)
    place = bisect_left(starts, match.end()) if match else len(starts)
    return symbols[place] if match and place < len(starts) and starts[place] == match.end() else None


_SAYS_RECORDS = re.compile(r"[Ss]ession|Supplement|الدورة|الملحق|,\s[0-9]{4},|،\s[0-9]{4}،")


def _of_records(text: str, start: int, end: int) -> bool:
    """What follows states a session or a supplement, and nothing ends the citation before it."""
    stretch = text[start:end]
    return _SAYS_RECORDS.search(stretch) is not None and not any(mark in stretch for mark in (";", "؛", "\x00"))


def resolve(found: list[dict[str, Any]], joined: Joined) -> list[tuple[dict[str, Any], str]]:
    """Resolves each "Ibid." among `found`, in the order of the text; returns those left open, with the reason."""
    unresolved: list[tuple[dict[str, Any], str]] = []
    last: dict[str, Any] | None = None
    last_passage = -1
    last_of_kind: dict[str, dict[str, Any]] = {}
    for reference in found:
        passage = joined.passage_at(reference["start"])
        if reference["kind"] == "ibid":
            before = last if _reaches(joined, last_passage, passage) else None
            target = _meant(reference, before, last_of_kind)
            if target is None:
                unresolved.append((reference, "nothing is cited before it that it could repeat"))
                last = None
            else:
                last = target
                last_of_kind[target["kind"]] = target
                reference["repeats"] = target
                for key in ("symbol", "url"):
                    if target.get(key):
                        reference[key] = target[key]
            last_passage = passage
        elif reference["kind"] in CITABLE and not reference.get("nested"):
            if last is not None and passage == last_passage and _belongs_to(reference, last):
                continue
            last, last_passage = reference, passage
            last_of_kind[reference["kind"]] = reference
    return unresolved


def _belongs_to(reference: dict[str, Any], last: dict[str, Any]) -> bool:
    """As in “A/67/53 and A/67/53/Corr.1”: what is repeated is the document, not its corrigendum."""
    main = last.get("plain") or last.get("symbol")
    return bool(main) and reference.get("plain", reference.get("symbol") or "").startswith(f"{main}/")


def _reaches(joined: Joined, last: int, passage: int) -> bool:
    """Among footnotes, only the one before counts: what that one cites may be of a kind that is not known here."""
    if last < 0:
        return False
    if joined.passages[passage].role != "footnote" or last == passage:
        return True
    return last == passage - 1 and joined.passages[last].role == "footnote"


def _meant(
    ibid: dict[str, Any], last: dict[str, Any] | None, last_of_kind: dict[str, dict[str, Any]]
) -> dict[str, Any] | None:
    """What is meant, whole."""
    own = ibid["own"]
    if not own:
        if last is None:
            return None
        target = _whole(last)
        _refine_pinpoint(target, ibid)
        ibid["because"] = "repeats what was cited last"
        return target
    model = last if last is not None and last["kind"] == own["kind"] else last_of_kind.get(own["kind"])
    if own["kind"] in {"document", "resolution"}:
        model = own  # a symbol says everything
    if model is None and (own["kind"] == "treaty" or own.get("symbol")):
        model = own  # volume and number are the Treaty Series' alone, and a symbol says everything
    if model is None:
        return None
    if model is not last:
        ibid["confidence"] = SEPARATE
    ibid["because"] = "keeps what it does not state of what was cited last"
    target = _replaced(_whole(model), own)
    target.pop("pinpoint", None)
    if ibid.get("pinpoint"):
        target["pinpoint"] = ibid["pinpoint"]
    return target


_OF_ANOTHER = ("supplement", "symbol", "url", "plain", "session", "year", "session_kind")


def _replaced(target: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """What is repeated, with what is stated anew in its place."""
    if own["kind"] == "treaty" and own["volumes"] != target.get("volumes"):
        target.pop("number", None)  # another volume is another treaty
    elif own["kind"] == "official_record" and own.get("symbol"):
        for key in _OF_ANOTHER:
            target.pop(key, None)
    elif own.get("supplement") != target.get("supplement"):
        for key in ("symbol", "url", "plain"):
            target.pop(key, None)  # another supplement is another document
    target.update({key: value for key, value in own.items() if key not in {"start", "end", "series"}})
    return target


def _refine_pinpoint(target: dict[str, Any], ibid: dict[str, Any]) -> None:
    """As in “Ibid., sect. B” after "chap. II, sect. A" is chap. II, sect. B; a place that was not read is no place."""
    own = ibid.get("pinpoint")
    if own:
        chapter = target.get("pinpoint", {}).get("chapter")
        if chapter and "section" in own and "chapter" not in own:
            own = {**own, "chapter": chapter}
            ibid["pinpoint"] = own
        target["pinpoint"] = own
    elif ibid.get("open"):
        target.pop("pinpoint", None)


def _whole(reference: dict[str, Any]) -> dict[str, Any]:
    """A copy without place: an "Ibid." stands elsewhere."""
    return {key: value for key, value in reference.items() if key not in {"start", "end", "nested"}}
