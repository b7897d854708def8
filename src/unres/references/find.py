"""Finds every reference of a document: the passages are joined, each kind is looked for once, the rest is sorting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from unres.references import ibid, records
from unres.references.describe import resolution_dicts
from unres.references.documents import find_symbols, symbol_dict
from unres.references.internal import find_articles, find_internal
from unres.references.parts import settle_parts
from unres.references.passages import Context, Findings, Joined, Passage
from unres.references.pinpoints import read_before, read_behind
from unres.references.ranges import with_ranges
from unres.references.resolutions import find_resolutions
from unres.un.limits import limits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unres.references.cited import Cited
    from unres.references.documents import Symbol
    from unres.references.keywords import Keyword

__all__ = ["Context", "Findings", "Passage", "find_in_document"]


def find_in_document(passages: Sequence[Passage], context: Context) -> Findings:
    """Every reference of the passages of one document, in the order of each passage's text.

    The passages come in reading order, footnotes last in the order of their labels. Each reference is a dict for
    the validation of :data:`unres.models.Reference`: ``kind`` is always there, defaults are left out.
    """
    findings = Findings([[] for _ in passages])
    if not passages:
        return findings
    joined = Joined(list(passages))
    finder = _Finder(joined, context)
    found = finder.find()
    for reference, reason in finder.unresolved:
        _remark(findings, joined, reference, "reference.ibid_unresolved", f"{reason}.")
    for item in finder.cited:
        if item.remark:
            start, end = item.number.start, item.number.end
            _remark(findings, joined, {"start": start, "end": end}, "reference.number_and_year", item.remark)
    for reference in found:
        _place(findings, joined, reference)
    return findings


def _remark(findings: Findings, joined: Joined, reference: dict[str, Any], code: str, message: str) -> None:
    index, start, end = joined.place(reference["start"], reference["end"])
    text = joined.passages[index].text[start:end]
    findings.remarks.append((code, "warning", f"“{text}”: {message}", index, start, end))


_INSIDE = ("start", "end", "own", "plain", "nested", "open")


def _place(findings: Findings, joined: Joined, reference: dict[str, Any]) -> None:
    """Turns places of the joined text into those of the passage, and drops what was only needed on the way."""
    index, start, end = joined.place(reference["start"], reference["end"])
    out = {key: value for key, value in reference.items() if key not in _INSIDE and value is not None}
    out["offset"] = start
    out["text"] = joined.passages[index].text[start:end]
    if "repeats" in out:
        target = {key: value for key, value in out["repeats"].items() if key not in _INSIDE and value is not None}
        # its values are put together from several places: it stands where the "Ibid." stands
        out["repeats"] = {**target, "offset": start, "text": out["text"]}
    findings.references[index].append(out)


class _Finder:
    """One document's references."""

    def __init__(self, joined: Joined, context: Context) -> None:
        self.joined = joined
        self.text = joined.text
        self.context = context
        self.language = context.language or "en"
        self.cited: list[Cited] = []
        self.unresolved: list[tuple[dict[str, Any], str]] = []

    def find(self) -> list[dict[str, Any]]:
        """All of them, in the order of the text."""
        limit = limits(self.context.date, self.context.year, self.context.organ, self.context.session)
        symbols = find_symbols(self.text)
        starts = [symbol.start for symbol in symbols]
        self.cited, keywords = find_resolutions(self.joined, self.context, limit, symbols)
        found = self._resolutions()
        found += self._records(symbols, starts)
        articles = find_articles(self.text)
        self._drop_articles(articles, found)
        found += articles
        self._behind(found)
        found += find_internal(self.joined, keywords)
        found.sort(key=lambda reference: (reference["start"], -reference["end"]))
        self.unresolved = ibid.resolve(found, self.joined)
        for reference in found:
            records.finish(reference, self.language)
        return found

    def _resolutions(self) -> list[dict[str, Any]]:
        """Resolutions by number, with the pinpoints that lead to them."""
        found = []
        last: Keyword | None = None
        settle_parts(self.cited)
        for item in with_ranges(self.cited, self.text):
            references = resolution_dicts(item, self.language)
            keyword = item.keyword
            if item.adjacent and keyword is not None and keyword is not last:
                low = self.joined.bounds(item.passage)[0]
                pinpoint = read_before(self.text, keyword.before, item.language, low)
                if pinpoint:
                    references[0]["pinpoint"] = pinpoint
            last = keyword
            references[-1]["behind"] = item.end
            found += references
        return found

    def _records(self, symbols: list[Symbol], starts: list[int]) -> list[dict[str, Any]]:
        """Symbols, treaties, Official Records, publications and Ibids; a symbol inside a record is the record's."""
        ibids = ibid.find_ibids(self.text, symbols, starts)
        volumes = records.find_records(self.text, symbols, starts)
        holders = {
            _symbol_end(self.text, holder): holder
            for holder in (*volumes, *(i for i in ibids if i.get("own", {}).get("symbol")))
        }
        found: list[dict[str, Any]] = []
        for symbol in symbols:
            holder = holders.get(symbol.end)
            if holder is not None:
                own = holder.get("own") or holder
                if own.get("symbol") == symbol.symbol:
                    continue
            reference = symbol_dict(symbol, self.language)
            if holder is not None:
                reference["nested"] = True
            found.append(reference)
        return [*found, *volumes, *ibids, *records.find_treaties(self.text), *records.find_publications(self.text)]

    def _behind(self, found: list[dict[str, Any]]) -> None:
        """Pinpoints that follow."""
        for reference in found:
            at = reference.pop("behind", reference["end"])
            if reference["kind"] in {"article", "charter", "ibid"} or "nested" in reference:
                continue
            after = self.text[at : at + 2]
            if not after.startswith((",", "،", " ", ")")):
                continue
            if after.startswith(")"):
                at += 1
            pinpoint, _ = read_behind(self.text, at, _script(self.text, at))
            if pinpoint:
                reference["pinpoint"] = {**reference.get("pinpoint", {}), **pinpoint}

    def _drop_articles(self, articles: list[dict[str, Any]], found: list[dict[str, Any]]) -> None:
        """As in “article 3 of resolution 67/190” is a pinpoint of the resolution, which read it already."""
        starts = {reference["start"] for reference in found if reference["kind"] == "resolution"}
        articles[:] = [
            a for a in articles if a.get("instrument") or a["kind"] == "charter" or a["end"] + 1 not in starts
        ]


def _symbol_end(text: str, holder: dict[str, Any]) -> int:
    """Where the symbol inside a record ends: before the bracket that closes it."""
    end: int = holder.get("own", {}).get("end", holder["end"]) if holder["kind"] == "ibid" else holder["end"]
    return end - 1 if text[end - 1 : end] == ")" and holder.get("own", holder).get("plain", "")[-1:] != ")" else end


def _script(text: str, at: int) -> str:
    """Whether Arabic or Latin letters follow."""
    for character in text[at : at + 12]:
        if character >= "\u0600":
            return "ar"
        if character.isalpha():
            return "en"
    return "en"
