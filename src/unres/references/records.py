"""Treaties, Official Records and publications for sale.

::

    [United Nations,] Treaty Series, vol. 2225, No. 39574
    [الأمم المتحدة،] مجموعة المعاهدات، المجلد 2225، الرقم 39574
    Official Records of the General Assembly, Sixty-seventh Session, Supplement No. 53 (A/67/53)
    الوثائق الرسمية للجمعية العامة، الدورة السابعة والستون، الملحق رقم 53 (A/67/53)
    Sales No. E.96.IV.13                                         رقم المبيع A.96.IV.13
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from unres.languages import for_all
from unres.languages.citing import NEVER, Joins, one_of
from unres.references.drafts import OfficialRecord, Publication, Treaty
from unres.references.passages import anchored

if TYPE_CHECKING:
    from unres.languages import Language
    from unres.references.documents import Symbol

_LOOK_BACK = 24
_TO_SYMBOL = re.compile(r"[^;؛()\x00]{0,140}?[.(]\s?\(?")
_OWN_SESSION = re.compile(r"[AE]/(?:(?P<kind>E?S)-)?(?P<session>[0-9]{1,4})/")
REACH = 240
LAST_SESSION = 1000
"""A higher number is a year."""
FIRST_WITHOUT_SUPP = {"A": 65, "E": 2010}
"""Before these sessions and years the printed supplement is filed as "A/64/27(SUPP)", beside the report itself."""
MOST_FURTHER = 12
"""Further volumes in one citation of a treaty series."""


class Forms:
    """How all languages cite them."""

    def __init__(self, languages: tuple[Language, ...]) -> None:
        citations = [language.citations for language in languages]
        sources = [each.sources for each in citations]
        join = Joins.of_all(each.citations for each in languages)
        numbers = (
            rf"[0-9]{{1,6}}(?:(?:\s?[,،]\s?(?:(?:{join.and_})\s?)?|\s(?:{join.and_}|{join.or_}|{join.to})\s?|\s?[–-]\s?)"
            r"[0-9]{1,6}){0,12}"
        )
        self.volumes = re.compile(
            rf"\s?[,،.]?\s{{0,2}}(?:{one_of(each.volume for each in sources)})\s{{0,2}}(?P<volumes>{numbers})"
            rf"(?:\s?[,،]\s{{0,2}}(?:{one_of(each.number for each in sources)})\s{{0,2}}"
            rf"(?P<number>(?:I{{1,3}}[-–])?{numbers}))?",
        )
        self.further = re.compile(rf"\s?[,،;؛]?\s{{1,2}}(?:{join.and_})\s?")
        self.range = re.compile(rf"\s?[–-]\s?|\s(?:{join.to})\s")
        self.series = [(rule.word, re.compile(rule.pattern)) for each in sources for rule in each.treaty_series]
        self.party = re.compile(
            rf"(?:{one_of(each.united_nations for each in sources)}"
            rf"|(?P<league>{one_of(each.league_of_nations for each in sources)}))\s?[,،:]\s{{0,2}}$"
        )
        code = r"(?P<code>[A-Z](?:/[A-Z]){0,5}\.[0-9]{2}\.[A-Z0-9][A-Z0-9./-]{0,14}[A-Z0-9])"
        self.sales = [(rule.word, re.compile(rule.pattern + code)) for each in sources for rule in each.sales]
        self.before_sales = re.compile(rf"(?:{one_of(each.before_sales for each in sources)})$")
        self.letters = {name: letter for each in citations for name, letter in each.letters.items()}
        self.supplement = re.compile(
            rf"(?:{one_of(each.supplement for each in sources)})\s{{0,2}}(?P<number>[0-9]{{1,3}})"
            rf"\s?(?P<part>[A-Z](?![A-Za-z/])|{'|'.join(self.letters) or NEVER})?"
        )
        self.records = [(rule.word, re.compile(rule.pattern)) for each in sources for rule in each.records]
        self.organs = {name: organ for each in citations for name, organ in each.organs.items()}
        self.organs |= {name: organ for each in sources for name, organ in each.records_of.items()}
        self.next_symbol = re.compile(rf"\s?[,،]?\s?(?:(?:{join.and_})\s?)?")


forms = for_all(Forms)


def _numbers(text: str) -> list[str]:
    """Each number, a range as one: "970–973"."""
    return re.findall(r"[0-9]+(?:–[0-9]+)?", forms().range.sub("–", text))


def treaty(match: re.Match[str], start: int, series: str = "UNTS") -> Treaty:
    """The treaty of a match of `Forms.volumes`."""
    number = forms().range.sub("–", " ".join(match["number"].split())) if match["number"] else None
    return Treaty(start=start, end=match.end(), series=series, volumes=_numbers(match["volumes"]), number=number)


def find_treaties(text: str) -> list[Treaty]:
    """Entries of the Treaty Series, of the United Nations or of the League."""
    found = []
    for word, pattern in forms().series:
        for anchor in anchored(text, word, pattern):
            match = forms().volumes.match(text, anchor.end())
            if match is None:
                continue
            party = forms().party.search(text, max(0, anchor.start() - _LOOK_BACK), anchor.start())
            start = party.start() if party else anchor.start()
            series = "LNTS" if party and party["league"] else "UNTS"
            found.append(treaty(match, start, series))
            found += further_volumes(text, match.end(), series)
    return found


def further_volumes(text: str, at: int, series: str) -> list[Treaty]:
    """As in “, and vol. 2173, No. 27531”: another entry of the same series."""
    found: list[Treaty] = []
    for _ in range(MOST_FURTHER):
        join = forms().further.match(text, at)
        match = forms().volumes.match(text, join.end()) if join else None
        if join is None or match is None:
            break
        found.append(treaty(match, join.end(), series))
        at = match.end()
    return found


def find_publications(text: str) -> list[Publication]:
    """Sales numbers."""
    found = []
    for word, pattern in forms().sales:
        for match in anchored(text, word, pattern):
            lead = forms().before_sales.search(text, max(0, match.start() - 8), match.start())
            start = lead.start() if lead else match.start()
            found.append(Publication(start=start, end=match.end(), sales_number=match["code"]))
    return found


def record_of(text: str, start: int, after: int, found: list[Symbol], at: int) -> OfficialRecord | None:
    """An official record whose words begin at `start` and whose organ has been read up to `after`.

    `at` is the place in `found` of the first symbol behind `after`. None when no supplement and no symbol follows.
    """
    stop = min(len(text), after + REACH)
    supplement = forms().supplement.search(text, after, stop)
    record = OfficialRecord(start=start, end=after)
    end = after
    if supplement and ";" not in text[after : supplement.start()] and "\x00" not in text[after : supplement.start()]:
        letter = supplement["part"] or ""
        record.supplement = supplement["number"] + forms().letters.get(letter, letter)
        end = supplement.end()
    symbol = found[at] if at < len(found) else None
    if symbol is not None and symbol.start < stop and _TO_SYMBOL.fullmatch(text, end, symbol.start):
        record.end = symbol.end + (text[symbol.end : symbol.end + 1] == ")")
        _read_symbol(record, symbol.symbol or "")
        return record
    record.end = end
    return record if record.supplement else None


def _read_symbol(record: OfficialRecord, symbol: str) -> None:
    """The symbol, the session or year in it, and the symbol under which the printed volume is filed."""
    record.symbol = record.in_text = symbol
    match = _OWN_SESSION.match(symbol)
    if match is None:
        return
    session = int(match["session"])
    if match["kind"]:
        record.session = session
        record.session_kind = "special" if match["kind"] == "S" else "emergency_special"
    elif session > LAST_SESSION:
        record.year = session
    else:
        record.session = session
    if match["kind"] or session < FIRST_WITHOUT_SUPP[symbol[0]]:
        record.symbol = f"{symbol}(SUPP)"


def find_records(text: str, found: list[Symbol], starts: list[int]) -> list[OfficialRecord]:
    """Volumes of the Official Records. `found` are the symbols of the text, `starts` where each begins."""
    records = []
    for word, pattern in forms().records:
        for match in anchored(text, word, pattern):
            record = record_of(text, match.start(), match.end(), found, bisect_left(starts, match.end()))
            if record is None:
                continue
            name = " ".join((match["organ"] or "").split())
            record.organ = forms().organs.get(name)
            records.append(record)
            records += _corrigenda(text, record, found, bisect_left(starts, match.end()))
    return records


def _corrigenda(text: str, record: OfficialRecord, found: list[Symbol], at: int) -> list[OfficialRecord]:
    """As in “(E/2005/23, E/2005/23/Corr.1 and …)”: what was printed with an older supplement is filed with it."""
    out: list[OfficialRecord] = []
    if record.symbol is None or record.symbol == record.in_text:
        return out
    for before, after in zip(found[at:], found[at + 1 :], strict=False):
        symbol = after.symbol or ""
        joined = forms().next_symbol.fullmatch(text, before.end, after.start)
        if not joined or not symbol.startswith(f"{record.in_text}/"):
            break
        out.append(replace(record, start=after.start, end=after.end, symbol=f"{symbol}(SUPP)", in_text=symbol))
    return out
