"""Resolutions and decisions cited by their numbers: which numbers they are, whose, and of which order."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from unres.languages import for_all
from unres.languages.citing import Joins, one_of
from unres.references import order
from unres.references.drafts import Alternative
from unres.references.keywords import Keyword, find_keywords
from unres.references.lists import are_neighbours, read_date, settle_order, share_dates, share_list_dates
from unres.references.numbered import Numbered
from unres.references.numbers import Number, find_alone, find_numbers, read_part_behind
from unres.references.numbers import forms as number_forms
from unres.references.whose import Whose
from unres.scripts import ARABIC_LETTERS as ARABIC
from unres.un import organs, sessions
from unres.un.numerals import write_roman
from unres.un.organs import ORGANS

if TYPE_CHECKING:
    from unres.languages import Language
    from unres.references.documents import Symbol
    from unres.references.passages import Context, Joined
    from unres.un.limits import Limits


_FURNITURE = re.compile(r"\s+[0-9]{2}-[0-9]{5}(?![0-9])")
"""Behind the number of a page stands the number of the print job."""
_LOOK_BACK = 24
FIRST_SPECIAL_PAIR = ORGANS[organs.GENERAL_ASSEMBLY].first_special_pair
LAST_ROMAN = 63
"""Of the Economic and Social Council; no session of the Assembly in Roman numerals came near."""
ADJACENT_REACH = 40
NO_ORGAN = 0.5
DOUBTFUL = 0.6
GUESSED = 0.85
FIRST_YEAR = 1946
FIRST_WITHOUT_BRACKETS, FIRST_OF_NO_ORGAN = 100, 1000
"""Lower numbers of the early Assembly need their brackets to be told, and are doubtful where it is not named."""


class Forms:
    """What stands around the numbers, in all languages."""

    def __init__(self, languages: tuple[Language, ...]) -> None:
        numbers = [language.citations.numbers for language in languages]
        join = Joins.of_all(each.citations for each in languages)
        # what a number before which this stands is instead
        self.lookalike = re.compile(
            rf"(?:(?<![A-Za-z])[A-Z]{{1,6}}|_{{5}}|[0-9]{{2}}-[0-9]{{5}}(?:\s\([A-Z]\))?"
            rf"|{one_of(each.lookalikes for each in numbers)})[\s(]*$"
        )
        self.another_date = re.compile(
            rf"\s?(?:[,،]|\s(?:{join.and_}))\s{{0,2}}(?:(?:{join.and_})\s?)?[0-9]{{1,2}}\s[A-Z{ARABIC}]"
        )
        self.titles = {language.code: re.compile(language.citations.numbers.title) for language in languages}
        self.in_list = (",", "،", ";", "؛", *(f" {word}" for language in languages for word in _and(language)))
        self.turned = {language.code: language.citations.numbers.turned for language in languages}


def _and(language: Language) -> list[str]:
    return language.citations.joins.and_.split("|")


forms = for_all(Forms)


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
    cited: list[Numbered] = field(default_factory=list)

    def read(self) -> list[Numbered]:
        """All resolutions and decisions cited by number."""
        text = self.joined.text
        signed = find_numbers(text)
        self.whose.know(signed)
        found: list[tuple[Number, Keyword | None, int]] = [(number, None, number.end) for number in signed]
        found += find_alone(text, self.keywords, signed)
        found.sort(key=lambda each: each[0].start)
        group = 0
        last: Numbered | None = None
        for number, introduced_by, end_of_list in found:
            if number.form == "none" or self._in_symbol(number):
                continue
            passage = self.joined.passage_at(number.start)
            low = self.joined.bounds(passage)[0]
            keyword = introduced_by or self._keyword_before(number, passage, low)
            adjacent = introduced_by is not None or (keyword is not None and self._adjacent(keyword, number))
            if not adjacent and not self._belongs(number, keyword, low):
                continue
            if last is None or last.keyword is not keyword or last.passage != passage:
                group += 1
            language = keyword.language if keyword else self.context.language
            item = Numbered(number, keyword, passage, language, group, adjacent, number.end)
            self._read_behind(item)
            if self._settle_organ(item, low, end_of_list):
                self.cited.append(item)
                last = item
        share_list_dates(self.cited, text)
        share_dates(self.cited, text)
        self._decide_pairs()
        return self.cited

    def _keyword_before(self, number: Number, passage: int, low: int) -> Keyword | None:
        """The word before the number in its passage, or the one that a list's items take from what introduces them."""
        at = bisect_right(self.keyword_ends, number.start) - 1
        if at >= 0 and self.keywords[at].start >= low:
            return self.keywords[at]
        return self._inherited(passage, number, low)

    def _in_symbol(self, number: Number) -> bool:
        """As in “A/S-12/2”, "S/RES/1325 (2000)": the number is part of a symbol."""
        at = bisect_right(self.symbol_ends, number.start)
        return at < len(self.symbols) and self.symbols[at].start <= number.start

    def _adjacent(self, keyword: Keyword, number: Number) -> bool:
        """The number stands right behind the word."""
        if number.start - keyword.end > ADJACENT_REACH:
            return False
        match = number_forms().between.match(self.joined.text, keyword.end, number.start)
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
            if number.session_kind != "regular" or any(
                r(number.first, number.second) for r in sessions.ROMAN_FITS.values()
            ):
                return number.first > 0
            before = text[max(low, number.start - _LOOK_BACK) : number.start].rstrip()
            return keyword is not None and before.endswith(forms().in_list) and number.second <= LAST_ROMAN
        if number.session_kind != "regular":
            return True
        start = low if keyword is None else max(low, keyword.end)
        if number.form == "year":
            # number and year together are unlikely to fit the Council's table by chance
            fits = sessions.security_council_fits(number.first, number.second)
            if not fits and not self._follows_council(number, keyword):
                return False
        elif keyword is None and not self._has_its_date(number):
            return False
        before = text[max(start, number.start - _LOOK_BACK) : number.start].rstrip()
        if _FURNITURE.match(text, number.end):
            return False
        return before.endswith(forms().in_list) or not forms().lookalike.search(before)

    def _has_its_date(self, number: Number) -> bool:
        """As in “67/190 of 20 December 2012” without a word before it: the organ that speaks sat there on that day."""
        date, _ = read_date(self.joined.text, number.end, self.context.language)
        if date is None or self.context.organ is None:
            return False
        firsts = (number.first, number.second)[: 1 + forms().turned[self.context.language]]
        return any(sessions.date_fits(self.context.organ, first, date) for first in firsts)

    def _follows_council(self, number: Number, keyword: Keyword | None) -> bool:
        """A slip in a year does not put a number out of a list of the Council's resolutions."""
        last = self.cited[-1] if self.cited else None
        return (
            last is not None
            and keyword is not None
            and last.keyword is keyword
            and last.organ == organs.SECURITY_COUNCIL
            and are_neighbours(self.joined.text, last.end, number.start)
        )

    def _read_behind(self, item: Numbered) -> None:
        """Date and title behind the number."""
        text = self.joined.text
        item.date, item.end = read_date(text, item.number.end, item.language)
        if item.date and item.date.year > self.limit.year + 1:
            item.remark = f"the date {item.date.isoformat()} lies behind the document; it was not used."
            item.date = None
        item.dates = (item.date is not None) + (forms().another_date.match(text, item.end) is not None)
        match = forms().titles[item.language].match(text, item.end)
        if match:
            item.title = " ".join(match["title"].split()).rstrip(",،")

    def _settle_organ(self, item: Numbered, low: int, end_of_list: int) -> bool:
        """Whose resolution it is where the form says it; prepares the pair otherwise. False: a look-alike."""
        number = item.number
        if number.form == "year":
            return self._settle_year(item)
        if number.form == "alone":
            return self._settle_alone(item, low, end_of_list)
        candidates, sure, named = self.whose.candidates(item, low)
        if number.form == "roman":
            item.organ = self.whose.of_roman(item, candidates[:sure])
            self._doubt_roman(item)
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
            turnable=forms().turned[item.language],
            passage=item.passage,
            group=item.group,
        )
        return True

    def _stated(self, item: Numbered, candidates: tuple[str, ...]) -> frozenset[str]:
        """The organ named in full with the number."""
        keyword = item.keyword
        return frozenset({keyword.organ}) if keyword and keyword.organ == candidates[0] else frozenset()

    def _turn_special(self, item: Numbered) -> None:
        """As in “دإ-2/10”: a special session that early had Roman numbers, so the numbers are turned."""
        number = item.number
        first = FIRST_SPECIAL_PAIR.get(number.session_kind, 1)
        if (
            forms().turned[item.language]
            and item.organ == organs.GENERAL_ASSEMBLY
            and number.first < first <= number.second
        ):
            number.first, number.second = number.second, number.first
            item.because = "only possible order"

    def _settle_year(self, item: Numbered) -> bool:
        """Number and year: the Security Council's, if its table agrees or the text says so."""
        number, keyword = item.number, item.keyword
        item.organ = organs.SECURITY_COUNCIL
        if sessions.security_council_fits(number.first, number.second):
            return True
        named = keyword.organ if keyword else None
        year = sessions.security_council_year(number.first)
        can_be = FIRST_YEAR <= number.second <= self.limit.year + 1
        if (
            not (item.adjacent or self._follows_council(number, keyword))
            or named not in {None, organs.SECURITY_COUNCIL}
            or not (can_be or year)
        ):
            return False
        item.confidence = DOUBTFUL
        item.remark = f"{number.first} ({number.second}): the Security Council has no such number in that year."
        if can_be:
            item.because = "no such number in that year"
            if year:
                item.alternative = Alternative(f"S/RES/{number.first} ({year})", because="the year of the number")
        elif year:
            item.because = "the year of the number: the year as written cannot be"
            number.second = year
        return True

    def _settle_alone(self, item: Numbered, low: int, end_of_list: int) -> bool:
        """A number alone: the Council's, or the early Assembly's, with year or session by the number."""
        number, keyword = item.number, item.keyword
        if keyword is None:
            return False
        before = self.cited[-1] if self.cited and self.cited[-1].keyword is keyword else None
        if number.bracketed is not None and self._settle_bracketed(item, keyword, low, end_of_list, before):
            return True
        item.organ, item.confidence = self.whose.of_alone(item, keyword, low, end_of_list, before)
        if item.organ == organs.SECURITY_COUNCIL:
            year = sessions.security_council_year(number.first)
            if number.first > sessions.security_council_latest() if year is None else year > self.limit.year + 1:
                return False
            number.form, number.second = "year", year or 0
            item.because = "the year of the number"
            if item.alternative:
                item.confidence = min(item.confidence, GUESSED)
            if year and item.date and item.date.year != year:
                item.confidence, item.because = DOUBTFUL, "no such number in that year"
                item.remark = f"{number.first}: the Security Council has no such number in {item.date.year}."
            return number.first > 0
        if item.organ == organs.GENERAL_ASSEMBLY:
            session = sessions.assembly_session_of(number.first)
            number.form, number.second = "roman", session or 0
            item.confidence, item.because = min(item.confidence, GUESSED), "the session of the number"
            return session is not None
        return False

    def _settle_bracketed(
        self, item: Numbered, keyword: Keyword, low: int, end_of_list: int, before: Numbered | None
    ) -> bool:
        """As in “194 (3)”, "242 (67)": a session or a year in plain digits; False: the mark of a footnote."""
        number, bracketed = item.number, item.number.bracketed or 0
        year = sessions.security_council_year(number.first)
        item.organ, item.confidence = self.whose.of_bracketed(item, keyword, low, end_of_list, before)
        if item.organ is None:
            number.end = number.digits_end
            if sessions.roman_fits_assembly(number.first, bracketed):
                symbol = f"A/RES/{number.first}({write_roman(bracketed)})"
                item.alternative = Alternative(symbol, because="number fits the session")
            return False
        if item.organ == organs.SECURITY_COUNCIL:
            number.form, number.second, item.because = "year", year or 0, "the year of the number"
            return True
        number.form, number.second = "roman", bracketed
        read_part_behind(self.joined.text, number)
        item.end = max(item.end, number.end)
        if item.confidence < 1:
            item.because = "number fits the session"
        if item.confidence < 1 and year and year <= self.limit.year:
            item.alternative = Alternative(f"S/RES/{number.first} ({year})", because="the year of the number")
        self._doubt_roman(item)
        return True

    def _doubt_roman(self, item: Numbered) -> None:
        """A session in Roman numerals that the number or the date rules out."""
        number, organ = item.number, item.organ
        if organ is None:
            item.confidence, item.because = NO_ORGAN, "no organ known that has such a number"
            return
        fits = sessions.ROMAN_FITS.get(organ)
        if number.session_kind == "regular" and fits and not fits(number.first, number.second):
            item.confidence, item.because = DOUBTFUL, "no such number in that session"
            item.remark = "the organ has no such number in that session."
            session = sessions.assembly_session_of(number.first) if organ == organs.GENERAL_ASSEMBLY else None
            if session is not None and not 1 <= number.second <= (ORGANS[organ].last_roman or 0):
                number.second, item.because = session, "the session of the number: the one written cannot be"
            elif session is not None:
                symbol = f"A/RES/{number.first}({write_roman(session)})"
                item.alternative = Alternative(symbol, because="the session of the number")

    def _decide_pairs(self) -> None:
        """The order of every bare pair, and what is no resolution at all."""
        items = [item for item in self.cited if item.pair]
        pairs = []
        for item in items:
            if item.pair:
                item.pair.date = item.date
                pairs.append(item.pair)
        order.decide(pairs, self.context, self.limit)
        settle_order(items, self.joined.text)
        self._spread_strangers(items)
        self._spread_regional(items)
        kept: list[Numbered] = []
        for item in self.cited:
            if item.pair is None or self._keep_pair(item, item.pair, kept[-1] if kept else None):
                kept.append(item)
        self.cited = kept

    def _spread_strangers(self, items: list[Numbered]) -> None:
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
    def _spread_regional(items: list[Numbered]) -> None:
        """A number that is said to be a regional commission's is so elsewhere, where no organ and no date stands."""
        regional = {
            pair.chosen.key[1:]: pair.chosen
            for pair in (item.pair for item in items)
            if pair and pair.chosen and pair.chosen.organ in organs.REGIONAL & pair.stated
        }
        for item in items:
            pair = item.pair
            if pair and pair.chosen and not (item.date or pair.stated) and pair.chosen.key[1:] in regional:
                pair.direct, pair.turned = regional[pair.chosen.key[1:]], None
                pair.score = order.LIMIT
                pair.because = ["the same resolution elsewhere"]

    @staticmethod
    def _is_stranger(item: Numbered, pair: order.Pair) -> bool:
        named_other = item.keyword is not None and item.keyword.organ == organs.OTHER
        return named_other or (item.date is not None and pair.chosen is None)

    def _keep_pair(self, item: Numbered, pair: order.Pair, before: Numbered | None) -> bool:
        chosen = pair.chosen
        if chosen is None:
            follows = self._follows(item, before)
            if (item.adjacent or follows) and self._read_as_other_form(item, pair):
                return True
            if not item.adjacent and not (follows and before and before.pair and before.organ is None):
                return False
            # the text calls it a resolution, but of an organ whose numbers are not known
            item.confidence = NO_ORGAN
            item.because = "no organ known that has such a number"
            return True
        item.organ = chosen.organ if chosen.organ != organs.OTHER else None
        item.confidence = pair.confidence if item.keyword else min(pair.confidence, GUESSED)
        item.because = "; ".join(reason for reason in pair.because if reason)
        return True

    def _follows(self, item: Numbered, before: Numbered | None) -> bool:
        """As in “decisions 20/1 and 20/2”, "242/1967 و 338/1973": the next of a list."""
        return (
            before is not None
            and before.keyword is item.keyword
            and are_neighbours(self.joined.text, before.end, item.number.start)
        )

    def _read_as_other_form(self, item: Numbered, pair: order.Pair) -> bool:
        """As in “3089/28” for 3089 (XXVIII), "1325/2000" for 1325 (2000)."""
        if item.keyword and item.keyword.decision:
            return False
        number, named = item.number, set(pair.candidates[: pair.sure_organs])
        explicit = self.whose.named_with(item) == organs.GENERAL_ASSEMBLY
        keyword = item.keyword
        unnamed = keyword is None or not (keyword.organ or keyword.own or keyword.short)
        for first, second in ((pair.first, pair.second), (pair.second, pair.first)):
            if (unnamed or organs.SECURITY_COUNCIL in named) and sessions.security_council_fits(first, second):
                number.form, item.organ = "year", organs.SECURITY_COUNCIL
            elif (
                organs.GENERAL_ASSEMBLY in named
                and first >= FIRST_WITHOUT_BRACKETS
                and sessions.roman_fits_assembly(first, second)
                and (item.date is None or sessions.roman_fits_date(organs.GENERAL_ASSEMBLY, item.date))
            ):
                number.form, item.organ = "roman", organs.GENERAL_ASSEMBLY
            else:
                continue
            number.first, number.second, item.pair = first, second, None
            sure = explicit or number.form == "year" or first >= FIRST_OF_NO_ORGAN
            item.confidence, item.because = GUESSED if sure else DOUBTFUL, "only possible form"
            return True
        return False


def find_resolutions(
    joined: Joined, context: Context, limit: Limits, found: list[Symbol]
) -> tuple[list[Numbered], list[Keyword]]:
    """All resolutions and decisions that a document cites by number, and the words that introduce them."""
    keywords = find_keywords(joined.text)
    keyword_ends, symbol_ends = [keyword.end for keyword in keywords], [symbol.end for symbol in found]
    whose = Whose(joined, context, limit, found, symbol_ends)
    reader = Reader(joined, context, limit, keywords, keyword_ends, found, symbol_ends, whose)
    return reader.read(), keywords
