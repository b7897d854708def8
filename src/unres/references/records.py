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

from unres.languages import get_language
from unres.references.drafts import OfficialRecord, Publication, Treaty
from unres.references.passages import anchored

if TYPE_CHECKING:
    from unres.references.documents import Symbol

_LIST = r"[0-9]{1,6}(?:(?:\s?[,،]\s?(?:and\s|و\s?)?|\s(?:and|or|to|و|إلى)\s?|\s?[–-]\s?)[0-9]{1,6}){0,12}"
VOLUMES = re.compile(
    rf"\s?[,،.]?\s{{0,2}}(?:vols?\.?|volumes?|المجلد(?:ان|ين|ات)?)\s{{0,2}}(?P<volumes>{_LIST})"
    r"(?:\s?[,،]\s{0,2}(?:Nos?\.|no\.|number|الرقم(?:ان|ين)?|رقم|الأرقام)\s{0,2}"
    rf"(?P<number>(?:I{{1,3}}[-–])?{_LIST}))?",
)
_FURTHER = re.compile(r"\s?[,،;؛]?\s{1,2}(?:and\s|و\s?(?:ال)?(?=المجلد|مجلد))")
_SERIES = (("Treaty", re.compile(r"Treaty\sSeries")), ("مجموعة", re.compile(r"مجموعة\sالمعاهدات")))
_PARTY = re.compile(r"(?:United\sNations|League\sof\sNations|الأمم\sالمتحدة|عصبة\sالأمم)\s?[,،:]\s{0,2}$")
_LEAGUE = ("League", "عصبة")
_LOOK_BACK = 24

_SALES = (
    (
        "Sales",
        re.compile(
            r"Sales\s{1,2}Nos?\.:?\s{0,2}(?P<code>[A-Z](?:/[A-Z]){0,5}\.[0-9]{2}\.[A-Z0-9][A-Z0-9./-]{0,14}[A-Z0-9])"
        ),
    ),
    (
        "مبيع",
        re.compile(r"مبيع(?:ات)?:?\s{0,2}(?P<code>[A-Z](?:/[A-Z]){0,5}\.[0-9]{2}\.[A-Z0-9][A-Z0-9./-]{0,14}[A-Z0-9])"),
    ),
)

_SALES_LEAD = re.compile(r"(?:رقم|أرقام)\s(?:ال)?$")

SUPPLEMENT = r"(?:Supplements?|Special\sSupplements?|الملحقان|الملحقين|الملاحق|الملحق|ملحق)"
_NUMBER_OF_SUPPLEMENT = re.compile(
    rf"{SUPPLEMENT}\s{{0,2}}(?:Nos?\.|رقم|الخاص\sرقم)\s{{0,2}}(?P<number>[0-9]{{1,3}})"
    rf"\s?(?P<part>[A-Z](?![A-Za-z/])|{'|'.join(get_language('ar').citations.letters)})?"
)
_RECORDS = (
    (
        "Official",
        re.compile(r"Official\sRecords\sof\sthe\s(?:(?P<organ>[A-Z][A-Za-z ]{5,45}?)|[A-Z][A-Za-z -]{5,110}?),"),
    ),
    (
        "الوثائق",
        re.compile(
            r"الوثائق\sالرسمية\sل(?P<organ>لجمعية\sالعامة|مجلس\sالأمن|لمجلس\sالاقتصادي\sوالاجتماعي|مجلس\sالوصاية)?"
        ),
    ),
)
_ARABIC_RECORDS_OF = {
    "لجمعية العامة": "general_assembly",
    "مجلس الأمن": "security_council",
    "لمجلس الاقتصادي والاجتماعي": "economic_and_social_council",
    "مجلس الوصاية": "trusteeship_council",
}
_TO_SYMBOL = re.compile(r"[^;؛()\x00]{0,140}?[.(]\s?\(?")
_OWN_SESSION = re.compile(r"[AE]/(?:(?P<kind>E?S)-)?(?P<session>[0-9]{1,4})/")
REACH = 240
LAST_SESSION = 1000
"""A higher number is a year."""
FIRST_WITHOUT_SUPP = {"A": 65, "E": 2010}
"""Before these sessions and years the printed supplement is filed as "A/64/27(SUPP)", beside the report itself."""


_RANGE_WORD = re.compile(r"\s?[–-]\s?|\s(?:to|إلى)\s")


def _numbers(text: str) -> list[str]:
    """Each number, a range as one: "970–973"."""
    return re.findall(r"[0-9]+(?:–[0-9]+)?", _RANGE_WORD.sub("–", text))


def treaty(match: re.Match[str], start: int, series: str = "UNTS") -> Treaty:
    """The treaty of a match of VOLUMES."""
    number = _RANGE_WORD.sub("–", " ".join(match["number"].split())) if match["number"] else None
    return Treaty(start=start, end=match.end(), series=series, volumes=_numbers(match["volumes"]), number=number)


def find_treaties(text: str) -> list[Treaty]:
    """Entries of the Treaty Series, of the United Nations or of the League."""
    found = []
    for word, pattern in _SERIES:
        for anchor in anchored(text, word, pattern):
            match = VOLUMES.match(text, anchor.end())
            if match is None:
                continue
            party = _PARTY.search(text, max(0, anchor.start() - _LOOK_BACK), anchor.start())
            start = party.start() if party else anchor.start()
            league = party is not None and party[0].startswith(_LEAGUE)
            series = "LNTS" if league else "UNTS"
            found.append(treaty(match, start, series))
            found += further_volumes(text, match.end(), series)
    return found


MOST_FURTHER = 12


def further_volumes(text: str, at: int, series: str) -> list[Treaty]:
    """As in “, and vol. 2173, No. 27531”: another entry of the same series."""
    found: list[Treaty] = []
    for _ in range(MOST_FURTHER):
        join = _FURTHER.match(text, at)
        match = VOLUMES.match(text, join.end()) if join else None
        if join is None or match is None:
            break
        found.append(treaty(match, join.end(), series))
        at = match.end()
    return found


def find_publications(text: str) -> list[Publication]:
    """Sales numbers."""
    found = []
    for word, pattern in _SALES:
        for match in anchored(text, word, pattern):
            lead = _SALES_LEAD.search(text, max(0, match.start() - 8), match.start())
            start = lead.start() if lead else match.start()
            found.append(Publication(start=start, end=match.end(), sales_number=match["code"]))
    return found


def record_of(text: str, start: int, after: int, found: list[Symbol], at: int) -> OfficialRecord | None:
    """An official record whose words begin at `start` and whose organ has been read up to `after`.

    `at` is the place in `found` of the first symbol behind `after`. None when no supplement and no symbol follows.
    """
    stop = min(len(text), after + REACH)
    supplement = _NUMBER_OF_SUPPLEMENT.search(text, after, stop)
    record = OfficialRecord(start=start, end=after)
    end = after
    if supplement and ";" not in text[after : supplement.start()] and "\x00" not in text[after : supplement.start()]:
        record.supplement = supplement["number"] + _part(supplement["part"])
        end = supplement.end()
    symbol = found[at] if at < len(found) else None
    if symbol is not None and symbol.start < stop and _TO_SYMBOL.fullmatch(text, end, symbol.start):
        record.end = symbol.end + (text[symbol.end : symbol.end + 1] == ")")
        _read_symbol(record, symbol.symbol or "")
        return record
    record.end = end
    return record if record.supplement else None


def _part(letter: str | None) -> str:
    if not letter:
        return ""
    return get_language("ar").citations.letters.get(letter, letter)


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
    for word, pattern in _RECORDS:
        for match in anchored(text, word, pattern):
            record = record_of(text, match.start(), match.end(), found, bisect_left(starts, match.end()))
            if record is None:
                continue
            name = " ".join((match["organ"] or "").split())
            record.organ = (
                get_language("en").citations.organs.get(name)
                or _ARABIC_RECORDS_OF.get(name)
                or get_language("ar").citations.organs.get(name)
            )
            records.append(record)
            records += _corrigenda(text, record, found, bisect_left(starts, match.end()))
    return records


_NEXT_SYMBOL = re.compile(r"\s?[,،]?\s?(?:and\s|و\s?)?")


def _corrigenda(text: str, record: OfficialRecord, found: list[Symbol], at: int) -> list[OfficialRecord]:
    """As in “(E/2005/23, E/2005/23/Corr.1 and …)”: what was printed with an older supplement is filed with it."""
    out: list[OfficialRecord] = []
    if record.symbol is None or record.symbol == record.in_text:
        return out
    for before, after in zip(found[at:], found[at + 1 :], strict=False):
        symbol = after.symbol or ""
        joined = _NEXT_SYMBOL.fullmatch(text, before.end, after.start)
        if not joined or not symbol.startswith(f"{record.in_text}/"):
            break
        out.append(replace(record, start=after.start, end=after.end, symbol=f"{symbol}(SUPP)", in_text=symbol))
    return out
