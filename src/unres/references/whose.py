"""Whose resolution a number is: the organs that the text points to, the likeliest first."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from unres.languages.arabic.citations import SHORT_ORGANS as ARABIC_SHORT
from unres.languages.english.citations import SHORT_ORGANS as ENGLISH_SHORT
from unres.references import order
from unres.references.keywords import organ_after, organ_near, organs_named
from unres.un import organs, sessions

if TYPE_CHECKING:
    from unres.references.cited import Candidates, Cited
    from unres.references.documents import Symbol
    from unres.references.passages import Context, Joined
    from unres.un.limits import Limits

SHORT = ENGLISH_SHORT | ARABIC_SHORT
# from a report's symbol to a resolution printed in it
_INSIDE_REPORT = re.compile(
    r"[\s),،]{0,4}(?:(?:chap|sect|part|annex|الفصل|الفرع|الجزء|المرفق)[^;؛()\x00]{1,70})?[,،]\s(?:ال)?"
)
_COUNCIL_REPORT = re.compile(r"A/[0-9]{2}/53(?:/|$)")
LAST_ROMAN = 30
LAST_ROMAN_YEAR = 1978


@dataclass(slots=True)
class Whose:
    """Finds the organs of the resolutions of one document."""

    joined: Joined
    context: Context
    limit: Limits
    symbols: list[Symbol]
    symbol_ends: list[int]
    known: dict[tuple[int, int, bool], Candidates] = field(default_factory=dict)
    """The organs that each word may mean."""

    def candidates(self, item: Cited, low: int) -> Candidates:
        """Organs that may be meant: the same for every number that one word introduces, unless its organ follows it."""
        keyword, text = item.keyword, self.joined.text
        after = organ_after(text, item.number.end, item.language)
        if after is None and item.end != item.number.end:
            after = organ_after(text, item.end, item.language)
        if after and (after != organs.OTHER or keyword is None or not (keyword.organ or keyword.own or keyword.short)):
            return self._with_rest([after], text, low, item)
        key = (keyword.start if keyword else -1, item.passage, item.adjacent)
        if key not in self.known:
            self.known[key] = self._with_rest(self._meant(item, low), text, low, item)
        return self.known[key]

    def _meant(self, item: Cited, low: int) -> list[str]:
        """The organs that the word itself points to, the likeliest first."""
        keyword, text, speaker = item.keyword, self.joined.text, self.context.organ
        if keyword and keyword.organ:
            return [keyword.organ]
        if keyword and keyword.short:
            possible = SHORT[keyword.short]
            named = [o for o in organs_named(text, low, keyword.start, item.language) if o in possible]
            return [*named, *([speaker] if speaker in possible else []), *possible]
        printed_in = self._in_report(item, low)
        if printed_in:
            return [printed_in]
        near = organ_near(text, low, keyword.start, item.language) if keyword and keyword.own else None
        return [organ for organ in (near, speaker, organs.GENERAL_ASSEMBLY) if organ]

    def _with_rest(self, sure: list[str], text: str, low: int, item: Cited) -> Candidates:
        """The organs meant, then those that the passage names, then those that a date may show to be meant."""
        named = organs_named(text, low, item.number.start, item.language)
        speaker = [self.context.organ] if self.context.organ else []
        rest = [*speaker, organs.GENERAL_ASSEMBLY, *named, organs.ECOSOC]
        rest += [organs.HUMAN_RIGHTS_COUNCIL, organs.ENVIRONMENT_ASSEMBLY]
        sure = list(dict.fromkeys(sure))
        need_no_date = frozenset({organs.GENERAL_ASSEMBLY, organs.ECOSOC, *named})
        return tuple(dict.fromkeys(sure + rest)), len(sure), need_no_date

    def _in_report(self, item: Cited, low: int) -> str | None:
        """Whose resolution it is when a report is cited before it: "(A/74/53/Add.1), chap. III, resolution 42/12"."""
        keyword = item.keyword
        if keyword is None or keyword.own or not item.adjacent:
            return None
        at = bisect_right(self.symbol_ends, keyword.start) - 1
        if at < 0 or self.symbol_ends[at] < low:
            return None
        if _INSIDE_REPORT.fullmatch(self.joined.text, self.symbol_ends[at], keyword.start) is None:
            return None
        return organs.HUMAN_RIGHTS_COUNCIL if _COUNCIL_REPORT.match(self.symbols[at].symbol) else organs.OTHER

    def of_roman(self, item: Cited, candidates: tuple[str, ...]) -> str | None:
        """The Assembly or ECOSOC: the one that the text names, else the one whose numbers fit."""
        number, keyword = item.number, item.keyword
        if keyword and keyword.organ:
            return keyword.organ if keyword.organ != organs.OTHER else None
        if candidates and candidates[0] == organs.OTHER:
            return None
        if item.date and item.date.year > LAST_ROMAN_YEAR:
            return None  # regional commissions still number so
        if keyword and keyword.own and self.context.organ == organs.ECOSOC:
            return organs.ECOSOC
        if number.session_kind != "regular" or sessions.roman_fits_assembly(number.first, number.second):
            return organs.GENERAL_ASSEMBLY
        if number.second > LAST_ROMAN or organs.ECOSOC in candidates:
            return organs.ECOSOC
        return organs.GENERAL_ASSEMBLY

    def of_special(self, item: Cited, candidates: tuple[str, ...], before: Cited | None) -> str:
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
