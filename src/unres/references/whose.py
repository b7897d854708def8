"""Whose resolution a number is: the organs that the text points to, the likeliest first."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from unres.languages import for_all
from unres.languages.citing import Joins, one_of
from unres.references import order
from unres.references.drafts import Resolution
from unres.references.keywords import REACH, words_of
from unres.references.numbers import find_numbers
from unres.references.numbers import forms as number_forms
from unres.un import organs, sessions
from unres.un.organs import ORGANS

if TYPE_CHECKING:
    from unres.languages import Language
    from unres.references.documents import Symbol
    from unres.references.keywords import Keyword
    from unres.references.numbered import Candidates, Numbered
    from unres.references.numbers import Number
    from unres.references.passages import Context, Joined
    from unres.un.limits import Limits

_COUNCIL_REPORT = re.compile(r"A/[0-9]{2}/53(?:/|$)")
LAST_ROMAN = 30
_OF_THE_UNITED_NATIONS = (organs.SECURITY_COUNCIL, organs.GENERAL_ASSEMBLY)
_SENTENCE_ENDS = (". ", "; ", "؛ ", ".\n", ";\n", "؛\n")
FIRST_IN_PASSING, FIRST_TELLING = 100, 200
"""A lower number alone may be anybody's: where the Council is named before, and where nothing says whose it is."""
YEARS = range(1900, 2100)


class Forms:
    """What tells whose a number is, in all languages."""

    def __init__(self, languages: tuple[Language, ...]) -> None:
        citations = [language.citations for language in languages]
        join = Joins.of_all(each.citations for each in languages)
        self.short = {name: meant for each in citations for name, meant in each.short_organs.items()}
        # from a report's symbol to a resolution printed in it
        self.inside_report = re.compile(
            rf"[\s),،]{{0,4}}(?:(?:{one_of(each.sources.inside_report for each in citations)})[^;؛()\x00]{{1,70}})?"
            rf"[,،]\s(?:{one_of(each.keywords.article for each in citations)})?"
        )
        self.rest_of_list = re.compile(
            rf"(?:(?:\s?[,،]\s?(?:(?:{join.and_})\s?)?|\s(?:{join.and_})\s?)[0-9]{{1,4}}/[0-9]{{1,4}}){{0,20}}"
        )
        self.human_rights_council = [
            name for each in citations for name, organ in each.organs.items() if organ == organs.HUMAN_RIGHTS_COUNCIL
        ]


forms = for_all(Forms)


@dataclass(slots=True)
class Whose:
    """Finds the organs of the resolutions of one document."""

    joined: Joined
    context: Context
    limit: Limits
    symbols: list[Symbol]
    symbol_ends: list[int]
    _names_council: bool = field(init=False)
    """Whether the Human Rights Council is named at all."""
    of_the_council: set[int] = field(default_factory=set)
    """Numbers that the text has given with the Council's year."""
    known: dict[tuple[int, int, bool], Candidates] = field(default_factory=dict)
    """The organs that each word may mean."""

    def __post_init__(self) -> None:
        """Asks once what is asked of many numbers."""
        self._names_council = any(name in self.joined.text for name in forms().human_rights_council)

    def candidates(self, item: Numbered, low: int) -> Candidates:
        """Organs that may be meant: the same for every number that one word introduces, unless its organ follows it."""
        keyword, text = item.keyword, self.joined.text
        organ_after = words_of()[item.language].organ_after
        after = organ_after(text, item.number.end)
        if after is None and item.end != item.number.end:
            after = organ_after(text, item.end)
        if after is None and keyword and keyword.plural and item.adjacent and not keyword.organ:
            end = forms().rest_of_list.match(text, item.number.end)
            after = organ_after(text, end.end()) if end and end[0] else None
        if after and (after != organs.OTHER or keyword is None or not (keyword.organ or keyword.own or keyword.short)):
            return self._with_rest([after], text, low, item)
        key = (keyword.start if keyword else -1, item.passage, item.adjacent)
        if key not in self.known:
            self.known[key] = self._with_rest(self._meant(item, low), text, low, item)
        return self.known[key]

    def _meant(self, item: Numbered, low: int) -> list[str]:
        """The organs that the word itself points to, the likeliest first."""
        keyword, text, speaker = item.keyword, self.joined.text, self.context.organ
        if keyword and keyword.organ:
            return [keyword.organ]
        if keyword and keyword.short:
            possible = forms().short[keyword.short]
            named = [o for o in words_of()[item.language].organs_named(text, low, keyword.start) if o in possible]
            return [*named, *([speaker] if speaker in possible else []), *possible]
        printed_in = self._in_report(item, low)
        if printed_in:
            return [printed_in]
        near = words_of()[item.language].organ_near(text, low, keyword.start) if keyword and keyword.own else None
        if keyword and not keyword.own and self._beside_the_council(item, keyword, low):
            near = organs.HUMAN_RIGHTS_COUNCIL
        return [organ for organ in (near, speaker, organs.GENERAL_ASSEMBLY) if organ]

    def _beside_the_council(self, item: Numbered, keyword: Keyword, low: int) -> bool:
        """As in “report to the Human Rights Council … pursuant to resolution 34/24”: its name, or a document of it."""
        text = self.joined.text
        if not item.adjacent or text[keyword.start].isupper() or not self._names_council:
            return False
        sentence = self._sentence_start(low, keyword)
        return words_of()[item.language].organs_named(text, sentence, keyword.start)[:1] == [
            organs.HUMAN_RIGHTS_COUNCIL
        ]

    def _with_rest(self, sure: list[str], text: str, low: int, item: Numbered) -> Candidates:
        """The organs meant, then those that the passage names, then those that a date may show to be meant."""
        named = words_of()[item.language].organs_named(text, low, item.number.start)
        speaker = [self.context.organ] if self.context.organ else []
        rest = [*speaker, organs.GENERAL_ASSEMBLY, *named, organs.ECOSOC]
        rest += [organs.HUMAN_RIGHTS_COUNCIL, organs.ENVIRONMENT_ASSEMBLY]
        sure = list(dict.fromkeys(sure))
        need_no_date = frozenset({organs.GENERAL_ASSEMBLY, organs.ECOSOC, *named})
        return tuple(dict.fromkeys(sure + rest)), len(sure), need_no_date

    def _in_report(self, item: Numbered, low: int) -> str | None:
        """Whose resolution it is when a report is cited before it: "(A/74/53/Add.1), chap. III, resolution 42/12"."""
        keyword = item.keyword
        if keyword is None or keyword.own or not item.adjacent:
            return None
        at = bisect_right(self.symbol_ends, keyword.start) - 1
        if at < 0 or self.symbol_ends[at] < low:
            return None
        if forms().inside_report.fullmatch(self.joined.text, self.symbol_ends[at], keyword.start) is None:
            return None
        return organs.HUMAN_RIGHTS_COUNCIL if _COUNCIL_REPORT.match(self.symbols[at].symbol or "") else organs.OTHER

    def of_roman(self, item: Numbered, candidates: tuple[str, ...]) -> str | None:
        """The Assembly or ECOSOC: the one that the text names, else the one whose numbers fit."""
        number, keyword = item.number, item.keyword
        named, first = self.named_with(item), candidates[0] if candidates else None
        if organs.OTHER in {named, first}:
            return None
        if first in organs.REGIONAL:
            return first
        late = item.date is not None and not sessions.roman_fits_date(organs.ECOSOC, item.date)
        assembly = number.session_kind != "regular" or sessions.roman_fits_assembly(number.first, number.second)
        council = sessions.roman_fits_ecosoc(number.first, number.second)
        if late or not (assembly or council or named):
            # only regional commissions number so to this day
            return next((organ for organ in self._named_before(item) if organ in organs.REGIONAL), None)
        if named in ORGANS and ORGANS[named].in_roman:
            return named
        if keyword and keyword.own and self.context.organ == organs.ECOSOC and council:
            return organs.ECOSOC
        if assembly:
            return organs.GENERAL_ASSEMBLY
        if council or number.second > LAST_ROMAN or organs.ECOSOC in candidates:
            return organs.ECOSOC
        return organs.GENERAL_ASSEMBLY

    def named_with(self, item: Numbered) -> str | None:
        """The organ named in full with the number, before or behind it."""
        if item.keyword and item.keyword.organ:
            return item.keyword.organ
        return words_of()[item.language].organ_after(self.joined.text, item.number.end)

    def _named_before(self, item: Numbered) -> list[str]:
        """The organs that the document names before, the last one first, then the one that speaks."""
        named = words_of()[item.language].organs_named(self.joined.text, 0, item.number.start)
        named += [organ for organ in organs.REGIONAL if self._has_documents_of(organ)]
        return [*named, self.context.organ] if self.context.organ else named

    def _has_documents_of(self, organ: str) -> bool:
        series = ORGANS[organ].documents
        return series is not None and any((symbol.symbol or "").startswith(series) for symbol in self.symbols)

    def know(self, signed: list[Number]) -> None:
        """The Council's numbers that the text gives with their year once: later they stand alone."""
        self.of_the_council = {
            number.first
            for number in signed
            if number.form == "year" and sessions.security_council_fits(number.first, number.second)
        } | {
            symbol.number
            for symbol in self.symbols
            if isinstance(symbol, Resolution) and symbol.organ == organs.SECURITY_COUNCIL and symbol.number
        }

    def of_alone(
        self, item: Numbered, keyword: Keyword, low: int, end_of_list: int, before: Numbered | None
    ) -> tuple[str | None, float]:
        """Whose a number alone is, and how sure that is; only the Council's and the early Assembly's can be told."""
        first = item.number.first
        named = words_of()[item.language].organ_after(self.joined.text, end_of_list) or keyword.organ
        if named:
            return named, 1.0
        council = organs.SECURITY_COUNCIL
        if first in self.of_the_council:
            return council, 0.95
        if organ := self._by_neighbours(item, keyword, low, end_of_list, before):
            return organ, 0.9
        if keyword.short:
            possible = forms().short[keyword.short]
            near = [organ for organ in self._named_before(item) if organ in possible]
            if council not in possible or (near and near[0] != council):
                return None, 0
            return (council, 0.9) if near or possible == _OF_THE_UNITED_NATIONS else (None, 0)
        if keyword.own:
            near_organ = (
                words_of()[item.language].organ_near(self.joined.text, low, keyword.start) or self.context.organ
            )
            if near_organ is not None:
                return (council, 0.9) if near_organ == council else (None, 0)
        said: list[str | None] = [*words_of()[item.language].organs_named(self.joined.text, low, keyword.start)[:1]]
        said = said or [self.context.organ]
        if said == [council] and first >= FIRST_IN_PASSING:
            return council, 0.9
        if said == [None] and first >= FIRST_TELLING and first not in YEARS and self._is_definite(keyword):
            old = sessions.security_council_year(first) is None and sessions.assembly_session_of(first) is not None
            return organs.GENERAL_ASSEMBLY if old else council, 0.5
        return None, 0

    def _by_neighbours(
        self, item: Numbered, keyword: Keyword, low: int, end_of_list: int, before: Numbered | None
    ) -> str | None:
        """Whose a number alone is by the members of its list, or by the year that the text gives for all of them."""
        if before is not None and before.organ == organs.SECURITY_COUNCIL:
            return before.organ
        if organ := self._of_rest(item.end, end_of_list):
            return organ
        telling = item.number.first >= FIRST_TELLING and self._in_year_of(item, low, keyword)
        return organs.SECURITY_COUNCIL if telling else None

    def _in_year_of(self, item: Numbered, low: int, keyword: Keyword) -> bool:
        """The year in which the Council adopted this number stands behind it, or in the sentence before it."""
        year = sessions.security_council_year(item.number.first)
        if item.date:
            return item.date.year == year
        stretch = self.joined.text[self._sentence_start(low, keyword) : keyword.start]
        return year is not None and re.search(rf"(?<![0-9/(]){year}(?![0-9/])", stretch) is not None

    def _sentence_start(self, low: int, keyword: Keyword) -> int:
        low = max(low, keyword.start - REACH)
        return max(low, *(self.joined.text.rfind(end, low, keyword.start) for end in _SENTENCE_ENDS))

    def _of_rest(self, at: int, end_of_list: int) -> str | None:
        """As in “resolutions 2250, 2419 and 2535 (2020)”: a later member of the list shows whose they all are."""
        if number_forms().of_year.search(self.joined.text, at, end_of_list):
            return organs.SECURITY_COUNCIL
        for number in find_numbers(self.joined.text[at:end_of_list]):
            if number.form == "year" and sessions.security_council_fits(number.first, number.second):
                return organs.SECURITY_COUNCIL
            if number.form == "roman":
                fitting = (organ for organ, fits in sessions.ROMAN_FITS.items() if fits(number.first, number.second))
                return next(fitting, None)
        return None

    def of_bracketed(
        self, item: Numbered, keyword: Keyword, low: int, end_of_list: int, before: Numbered | None
    ) -> tuple[str | None, float]:
        """Whose a number is behind which digits stand in brackets, and how sure that is; None: they are no session."""
        number, bracketed, council = item.number.first, item.number.bracketed, organs.SECURITY_COUNCIL
        possible = self._of_list(item, keyword, low, end_of_list, before)
        in_roman = [organ for organ in possible if organ in sessions.ROMAN_FITS]
        fitting = [organ for organ in in_roman if self._fits_bracketed(organ, item)]
        if council not in possible:
            return next(iter(fitting or in_roman), None), 1.0
        if number < FIRST_IN_PASSING and len(possible) > 1:
            return None, 0
        if not fitting:
            year = sessions.security_council_year(number)
            return (council, 0.9) if year and year % 100 == bracketed else (None, 0)
        named = words_of()[item.language].organs_named(self.joined.text, low, keyword.start)[:1]
        if item.date is None and (named == [council] or number in self.of_the_council):
            return None, 0
        return fitting[0], 0.95 if item.date else 0.85

    def _of_list(
        self, item: Numbered, keyword: Keyword, low: int, end_of_list: int, before: Numbered | None
    ) -> tuple[str, ...]:
        """The organs that a number alone can be of, as the text tells; all that number on, where it does not."""
        words, text = words_of()[item.language], self.joined.text
        named = words.organ_after(text, item.end) or words.organ_after(text, end_of_list) or keyword.organ
        if named is None and keyword.own:
            named = words.organ_near(text, low, keyword.start) or self.context.organ
        if named is None and before is not None and before.number.form == "roman":
            named = before.organ
        if named is not None:
            return (named,)
        return forms().short[keyword.short] if keyword.short else (*sessions.ROMAN_FITS, organs.SECURITY_COUNCIL)

    @staticmethod
    def _fits_bracketed(organ: str, item: Numbered) -> bool:
        """Whether number, session and date go together."""
        session = item.number.bracketed or 0
        in_time = item.date is None or (
            sessions.roman_fits_date(organ, item.date)
            and (organ != organs.GENERAL_ASSEMBLY or item.date.year in sessions.years_of(organ, session))
        )
        return in_time and sessions.ROMAN_FITS[organ](item.number.first, session)

    def _is_definite(self, keyword: Keyword) -> bool:
        """“القرار 2254”, "Resolution 2334": one that everybody knows; "its resolution 1325" where others are cited."""
        return (keyword.own and bool(self.of_the_council)) or words_of()[keyword.language].definite.match(
            self.joined.text, keyword.start
        ) is not None

    def of_special(self, item: Numbered, candidates: tuple[str, ...], before: Numbered | None) -> str:
        """The Assembly's or the Human Rights Council's special session: as the rest of the list."""
        both = (organs.GENERAL_ASSEMBLY, organs.HUMAN_RIGHTS_COUNCIL)
        named = item.keyword.organ if item.keyword else None
        if named in both or item.number.session_kind == "emergency_special":
            return named or organs.GENERAL_ASSEMBLY
        if before and before.group == item.group and before.pair:
            reading = order.read(before.pair, before.pair.first, before.pair.second, self.limit)
            if reading and reading.organ in both:
                return reading.organ
        return next((o for o in candidates if o in both), organs.GENERAL_ASSEMBLY)
