"""Resolutions and decisions cited by their numbers: which numbers they are, whose, and of which order."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from unres.references import order
from unres.references.cited import Cited
from unres.references.dates import read_date
from unres.references.keywords import Keyword, find_keywords
from unres.references.lists import ONLY_AND, share_dates, share_list_dates
from unres.references.numbers import Number, find_numbers
from unres.references.ranges import settle_order
from unres.references.whose import Whose
from unres.un import organs, sessions
from unres.un.organs import ORGANS

if TYPE_CHECKING:
    from unres.references.documents import Symbol
    from unres.references.passages import Context, Joined
    from unres.un.limits import Limits


# what may stand between the word "resolution" and its number
_ADJACENT = re.compile(
    r"[\s:،,(“\"”*]{0,4}(?:(?:Nos?\.?|numbers?|رقم|الأرقام|أرقامها)\s{0,2})?(?:و\s?)?(?:section\s[IVXL]+\sof\s)?",
    re.IGNORECASE,
)
# what a number before which this stands is instead
_LOOKALIKE = re.compile(
    r"(?:COVID[-–]?|\bNos?\.|\bpp?\.|\bpages?|\barticles?|\barts?\.|\bparagraphs?|\bparas?\.|\bchap\.|\bbiennium"
    r"|\bperiod|\byears?|\bConvention|\b(?:[Ll]aw|[Aa]ct|[Rr]egulation|[Dd]irective|[Oo]pinion)(?: No\.)?|\bvols?\."
    r"|\brules?|\bannex|\btables?|\bfigures?|\btargets?|\bGoals?|\bsince|\bfrom|\bbetween|(?<![A-Za-z])[A-Z]{1,6}"
    r"|الفقرة|الفقرات|المادة|المادتين|المواد|[اوبل]لفترة|للفترة|لفترة|السنتين|عامي|العامين|عام|قانون|القانون"
    r"|التوجيه|الصفحة|الهدف|الغاية|الاتفاقية|اتفاقية|المجلد|كوفيد)(?:\sرقم)?[\s(]*$"
)
_LOOK_BACK = 24
_IN_LIST = (",", "،", " and", " و", ";", "؛")
_TITLE = {
    "en": re.compile(r",?\s(?:and\s)?(?:is\s)?entitled\s{1,2}[“\"«‘](?P<title>[^“”\"«»\x00]{3,400})[”\"»’]"),
    "ar": re.compile(r"\s?[،,]?\s?و?المعنون(?:ة|ين|تين|ان)?\s{1,2}[”“\"«](?P<title>[^“”\"«»\x00]{3,400})[“”\"»]"),
}
FIRST_SPECIAL_PAIR = ORGANS[organs.GENERAL_ASSEMBLY].first_special_pair
LAST_ROMAN = 63
"""Of the Economic and Social Council; no session of the Assembly in Roman numerals came near."""
ADJACENT_REACH = 40
NO_ORGAN = 0.5


@dataclass(slots=True)
class Reader:
    """Reads the resolutions of one document."""

    joined: Joined
    context: Context
    limit: Limits
    keywords: list[Keyword]
    keyword_ends: list[int]
    symbols: list[Symbol]
    symbol_ends: list[int]
    whose: Whose
    cited: list[Cited] = field(default_factory=list)

    def read(self) -> list[Cited]:
        """All resolutions and decisions cited by number."""
        text = self.joined.text
        group = 0
        last: Cited | None = None
        for number in find_numbers(text):
            if number.form == "none" or self._in_symbol(number):
                continue
            passage = self.joined.passage_at(number.start)
            low = self.joined.bounds(passage)[0]
            at = bisect_right(self.keyword_ends, number.start) - 1
            keyword = self.keywords[at] if at >= 0 and self.keywords[at].start >= low else None
            if keyword is None:
                keyword = self._inherited(passage, number, low)
            adjacent = keyword is not None and self._adjacent(keyword, number)
            if not adjacent and not self._belongs(number, keyword, low):
                continue
            if last is None or last.keyword is not keyword or last.passage != passage:
                group += 1
            language = keyword.language if keyword else (self.context.language or "en")
            item = Cited(number, keyword, passage, language, group, adjacent, number.end)
            self._read_behind(item)
            if self._settle_organ(item, low):
                self.cited.append(item)
                last = item
        share_list_dates(self.cited, text)
        share_dates(self.cited, text)
        self._decide_pairs()
        return self.cited

    def _in_symbol(self, number: Number) -> bool:
        """As in “A/S-12/2”, "S/RES/1325 (2000)": the number is part of a symbol."""
        at = bisect_right(self.symbol_ends, number.start)
        return at < len(self.symbols) and self.symbols[at].start <= number.start

    def _adjacent(self, keyword: Keyword, number: Number) -> bool:
        """The number stands right behind the word."""
        if number.start - keyword.end > ADJACENT_REACH:
            return False
        match = _ADJACENT.match(self.joined.text, keyword.end, number.start)
        return match is not None and match.end() == number.start

    def _inherited(self, passage: int, number: Number, low: int) -> Keyword | None:
        """A list's items take the word from the passage that introduces them with a colon."""
        if number.start - low > ADJACENT_REACH or passage == 0:
            return None
        for before in range(passage - 1, max(-1, passage - 30), -1):
            start, end = self.joined.bounds(before)
            if self.joined.text[max(start, end - 1) : end] in ":：":
                at = bisect_right(self.keyword_ends, end) - 1
                return self.keywords[at] if at >= 0 and self.keywords[at].start >= start else None
        return None

    def _belongs(self, number: Number, keyword: Keyword | None, low: int) -> bool:
        """Whether a number that stands away from the word is one of its list."""
        text = self.joined.text
        if number.form == "roman":
            return number.second <= LAST_ROMAN and number.first > 0
        if number.session_kind != "regular":
            return True
        start = low if keyword is None else max(low, keyword.end)
        if number.form == "year":
            # number and year together are unlikely to fit the Council's table by chance
            fits = sessions.security_council_fits(number.first, number.second)
            if not fits and not self._follows_council(number, keyword):
                return False
        elif keyword is None:
            return False
        before = text[max(start, number.start - _LOOK_BACK) : number.start].rstrip()
        return before.endswith(_IN_LIST) or not _LOOKALIKE.search(before)

    def _follows_council(self, number: Number, keyword: Keyword | None) -> bool:
        """A slip in a year does not put a number out of a list of the Council's resolutions."""
        last = self.cited[-1] if self.cited else None
        return (
            last is not None
            and keyword is not None
            and last.keyword is keyword
            and last.organ == organs.SECURITY_COUNCIL
            and ONLY_AND.match(self.joined.text, last.end, number.start) is not None
        )

    def _read_behind(self, item: Cited) -> None:
        """Date and title behind the number."""
        text = self.joined.text
        item.date, item.end = read_date(text, item.number.end, item.language)
        if item.date and item.date.year > self.limit.year + 1:
            item.date = None  # a slip such as "2107"
        match = _TITLE[item.language].match(text, item.end)
        if match:
            item.title = " ".join(match["title"].split()).rstrip(",،")

    def _settle_organ(self, item: Cited, low: int) -> bool:
        """Whose resolution it is where the form says it; prepares the pair otherwise. False: a look-alike."""
        number = item.number
        if number.form == "year":
            return self._settle_year(item)
        candidates, sure, named = self.whose.candidates(item, low)
        if number.form == "roman":
            item.organ = self.whose.of_roman(item, candidates[:sure])
            return number.second <= LAST_ROMAN
        if number.session_kind != "regular":
            item.organ = self.whose.of_special(item, candidates, self.cited[-1] if self.cited else None)
            self._turn_special(item)
            return True
        item.pair = order.Pair(
            date=item.date,
            adjacent=item.adjacent,
            part=max(number.parts, default=""),
            first=number.first,
            second=number.second,
            candidates=candidates,
            sure_organs=sure,
            stated=self._stated(item, candidates),
            named=named,
            decision=item.keyword is not None and item.keyword.decision,
            turnable=item.language == "ar",
            passage=item.passage,
            group=item.group,
        )
        return True

    def _stated(self, item: Cited, candidates: tuple[str, ...]) -> frozenset[str]:
        """The organ named in full with the number."""
        keyword = item.keyword
        return frozenset({keyword.organ}) if keyword and keyword.organ == candidates[0] else frozenset()

    def _turn_special(self, item: Cited) -> None:
        """As in “دإ-2/10”: a special session that early had Roman numbers, so the numbers are turned."""
        number = item.number
        first = FIRST_SPECIAL_PAIR.get(number.session_kind, 1)
        if item.language == "ar" and item.organ == organs.GENERAL_ASSEMBLY and number.first < first <= number.second:
            number.first, number.second = number.second, number.first
            item.because = "only possible order"

    def _settle_year(self, item: Cited) -> bool:
        """Number and year: the Security Council's, if its table agrees or the text says so."""
        number, keyword = item.number, item.keyword
        item.organ = organs.SECURITY_COUNCIL
        if sessions.security_council_fits(number.first, number.second):
            return True
        named = keyword.organ if keyword else None
        if (
            not (item.adjacent or self._follows_council(number, keyword))
            or named not in {None, organs.SECURITY_COUNCIL}
            or number.second > self.limit.year + 1
        ):
            return False
        item.confidence = 0.6
        item.because = "no such number in that year"
        item.remark = f"{number.first} ({number.second}): the Security Council has no such number in that year."
        return True

    def _decide_pairs(self) -> None:
        """The order of every bare pair, and what is no resolution at all."""
        items = [item for item in self.cited if item.pair]
        for item in items:
            assert item.pair is not None  # noqa: S101 - chosen above
            item.pair.date = item.date
        order.decide([item.pair for item in items if item.pair], self.context, self.limit)
        settle_order(items, self.joined.text)
        self._spread_strangers(items)
        self.cited = [item for item in self.cited if item.pair is None or self._keep_pair(item, item.pair)]

    def _spread_strangers(self, items: list[Cited]) -> None:
        """A number that no known organ adopted, as its date or the text said, is no known organ's elsewhere."""
        strangers = {
            (item.pair.first, item.pair.second)
            for item in items
            if item.pair and item.adjacent and self._is_stranger(item, item.pair)
        }
        for item in items:
            pair = item.pair
            if pair and not item.date and not pair.stated and (pair.first, pair.second) in strangers:
                pair.direct = pair.turned = None

    @staticmethod
    def _is_stranger(item: Cited, pair: order.Pair) -> bool:
        named_other = item.keyword is not None and item.keyword.organ == organs.OTHER
        return named_other or (item.date is not None and pair.chosen is None)

    def _keep_pair(self, item: Cited, pair: order.Pair) -> bool:
        chosen = pair.chosen
        if chosen is None:
            if not item.adjacent:
                return False
            # the text calls it a resolution, but of an organ whose numbers are not known
            item.confidence = NO_ORGAN
            item.because = "no organ known that has such a number"
            return True
        item.organ = chosen.organ if chosen.organ != organs.OTHER else None
        item.confidence = pair.confidence
        item.because = "; ".join(reason for reason in pair.because if reason)
        return True


def find_resolutions(
    joined: Joined, context: Context, limit: Limits, found: list[Symbol]
) -> tuple[list[Cited], list[Keyword]]:
    """All resolutions and decisions that a document cites by number, and the words that introduce them."""
    keywords = find_keywords(joined.text)
    keyword_ends, symbol_ends = [keyword.end for keyword in keywords], [symbol.end for symbol in found]
    whose = Whose(joined, context, limit, found, symbol_ends)
    reader = Reader(joined, context, limit, keywords, keyword_ends, found, symbol_ends, whose)
    return reader.read(), keywords
