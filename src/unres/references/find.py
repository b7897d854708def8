"""Finds every citation of a document: each kind is looked for once in the joined text, the rest is sorting."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from unres.references import ibid, records
from unres.references.documents import find_symbols
from unres.references.drafts import Article, Charter, Document, Ibid, Resolution
from unres.references.lists import settle_parts, with_ranges
from unres.references.numbered import citations_of
from unres.references.places import find_articles, find_internal, read_before, read_before_symbol, read_behind
from unres.references.resolutions import find_resolutions
from unres.un.limits import limits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from unres.references.documents import Symbol
    from unres.references.drafts import Citation, Internal
    from unres.references.keywords import Keyword
    from unres.references.numbered import Numbered
    from unres.references.passages import Context, Joined, Remark


class Finder:
    """Finds the citations of one document."""

    def __init__(self, joined: Joined, context: Context) -> None:
        self.joined = joined
        self.text = joined.text
        self.context = context
        self.remarks: list[Remark] = []
        self._behind: list[tuple[int, int]] = []
        """Where the places stand that were read behind a citation."""

    def find(self) -> list[Citation]:
        """All of them, in the order of the text."""
        text = self.text
        symbols = find_symbols(text)
        numbered, keywords = self._numbered(symbols)
        found = self._resolutions(numbered)
        found += self._sources(symbols)
        found += self._articles(found)
        found += self._outside(find_internal(self.joined, keywords), found)
        found.sort(key=lambda citation: (citation.start, -citation.end))
        for unresolved in ibid.resolve(found, self.joined):
            nothing = "nothing is cited before it that it could repeat."
            self._remark("reference.ibid_unresolved", unresolved.start, unresolved.end, nothing)
        for item in numbered:
            if item.remark:
                self._remark("reference.number_and_year", item.number.start, item.number.end, item.remark)
        return found

    def _outside(self, places: list[Internal], found: list[Citation]) -> Iterator[Internal]:
        """Those of the places that do not begin inside a citation, nor inside a pinpoint behind one."""
        spans = sorted((*self._behind, *((citation.start, citation.end) for citation in found)))
        ends = list(accumulate((end for _, end in spans), max))
        for place in places:
            before = bisect_right(spans, (place.start, len(self.text)))
            if not before or ends[before - 1] <= place.start:
                yield place

    def _numbered(self, symbols: list[Symbol]) -> tuple[list[Numbered], list[Keyword]]:
        """Resolutions by number, their organs and the order of their numbers settled; and the words before them."""
        context = self.context
        limit = limits(context.date, context.year, context.organ, context.session)
        numbered, keywords = find_resolutions(self.joined, context, limit, symbols)
        settle_parts(numbered)
        return numbered, keywords

    def _resolutions(self, numbered: list[Numbered]) -> list[Citation]:
        """The citations of the numbers, with the pinpoints that lead to them and those behind date and title."""
        found: list[Citation] = []
        last: Keyword | None = None
        for item in with_ranges(numbered, self.text):
            citations = citations_of(item)
            keyword = item.keyword
            if item.adjacent and keyword is not None and keyword is not last:
                low = self.joined.bounds(item.passage)[0]
                citations[0].pinpoint = read_before(self.text, keyword.before, item.language, low)
            last = keyword
            self._pinpoint_behind(citations[-1], item.end)
            found += citations
        return found

    def _sources(self, symbols: list[Symbol]) -> list[Citation]:
        """Symbols, treaties, Official Records, publications and Ibids; a symbol inside a record is the record's."""
        ibids = ibid.find_ibids(self.text, symbols, [symbol.start for symbol in symbols])
        volumes = records.find_records(self.text, symbols, [symbol.start for symbol in symbols])
        stated = (each.states for each in ibids if isinstance(each, Ibid))
        with_symbols: list[Citation] = [*volumes, *(each for each in stated if each and each.symbol)]
        holders = {_symbol_end(self.text, holder): holder for holder in with_symbols}
        found: list[Citation] = []
        for symbol in symbols:
            holder = holders.get(symbol.end)
            if holder is None:
                found.append(symbol)
            elif holder.symbol != symbol.symbol:
                found.append(replace(symbol, nested=True))
        found += [*volumes, *records.find_treaties(self.text), *records.find_publications(self.text)]
        found += (each for each in ibids if not isinstance(each, Ibid))
        for citation in found:
            led_to = self.text[citation.start - 1 : citation.start].isspace()  # most symbols stand in brackets
            if led_to and isinstance(citation, Document | Resolution) and not citation.nested:
                low = self.joined.bounds(self.joined.passage_at(citation.start))[0]
                citation.pinpoint = read_before_symbol(self.text, citation.start, low)
            if not citation.nested:
                self._pinpoint_behind(citation, citation.end)
        return [*found, *(each for each in ibids if isinstance(each, Ibid))]

    def _articles(self, found: Iterable[Citation]) -> list[Article | Charter]:
        """Articles; those of “article 3 of resolution 67/190” are the pinpoint of the resolution."""
        starts = {citation.start for citation in found if isinstance(citation, Resolution)}
        return [
            article
            for article in find_articles(self.text)
            if not self._is_heading(article)
            and (isinstance(article, Charter) or article.instrument or article.end + 1 not in starts)
        ]

    def _is_heading(self, article: Article | Charter) -> bool:
        """Whether "Article 9" stands alone in its passage: it heads what follows, and cites nothing."""
        if len(self.joined.passages) == 1 or article.pinpoint:
            return False
        named = article.instrument if isinstance(article, Article) else article.confidence == 1
        low, high = self.joined.bounds(self.joined.passage_at(article.start))
        return not named and self.text[low:high].strip(" .:") == self.text[article.start : article.end]

    def _pinpoint_behind(self, citation: Citation, at: int) -> None:
        """What follows at this place: ", annex II", "، الفقرة 7"."""
        after = self.text[at : at + 1]
        if after not in {",", "،", " ", ")"}:
            return
        at += after == ")"
        behind, end = read_behind(self.text, at)
        if behind:
            self._behind.append((at, end))
            place = citation.pinpoint
            citation.pinpoint = replace(
                place,
                paragraphs=behind.paragraphs or place.paragraphs,
                annex=behind.annex or place.annex,
                section=behind.section or place.section,
                article=behind.article or place.article,
                chapter=behind.chapter or place.chapter,
            )

    def _remark(self, code: str, start: int, end: int, message: str) -> None:
        index, start, end = self.joined.place(start, end)
        text = self.joined.passages[index].text[start:end]
        self.remarks.append((code, "warning", f"“{text}”: {message}", index, start, end))


def _symbol_end(text: str, holder: Citation) -> int:
    """Where the symbol inside a record ends: before the bracket that closes it."""
    closed = text[holder.end - 1] == ")" and not (holder.printed or "").endswith(")")
    return holder.end - closed
