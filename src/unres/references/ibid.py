"""“Ibid.” and “المرجع نفسه”: what is meant is what was cited last, with what the text replaces replaced.

``Ibid., vol. 2237, No. 39574`` keeps the series and replaces volume and number; ``Ibid., Supplement No. 5 (A/76/5)``
keeps the organ; ``Ibid., para. 404`` keeps everything. Among footnotes, what counts is the footnote before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from unres.languages import for_all, repeating_words
from unres.languages.citing import one_of
from unres.references import records
from unres.references.drafts import Document, Ibid, OfficialRecord, Pinpoint, Publication, Resolution, Treaty
from unres.references.passages import anchored
from unres.references.places import read_behind

if TYPE_CHECKING:
    from unres.languages import Language
    from unres.references.documents import Symbol
    from unres.references.drafts import Citation
    from unres.references.passages import Joined

CITABLE = (Treaty, OfficialRecord, Publication, Document, Resolution)
SEPARATE = 0.8
"""Confidence where the form of the "Ibid." fits what was cited before the last thing, not the last."""
_LABEL = re.compile(r"\s*\(?(?P<label>[0-9]{1,3})\)?\s")


class Forms:
    """How all languages write it, and what shows that a document or a volume of records follows."""

    def __init__(self, languages: tuple[Language, ...]) -> None:
        sources = [language.citations.sources for language in languages]
        self.ibid = [(rule.word, re.compile(rule.pattern)) for each in sources for rule in each.ibid]
        self.labelled = re.compile(rf"{_LABEL.pattern}+(?:{repeating_words().pattern})")
        self.document = re.compile(rf"\s?[,،]{{1,2}}\s{{1,2}}(?:{one_of(each.document for each in sources)})\s{{1,2}}")
        self.meeting = re.compile(rf"\s?[,،.]\s{{1,2}}(?:{one_of(each.meeting for each in sources)})")
        self.states_record = re.compile(rf"{one_of(each.states_record for each in sources)}|[,،]\s[0-9]{{4}}[,،]")


forms = for_all(Forms)


def find_ibids(text: str, symbols: list[Symbol], starts: list[int]) -> list[Ibid | Treaty]:
    """Every "Ibid." with what it states itself, and further entries of a treaty series behind it."""
    found: list[Ibid | Treaty] = []
    for word, pattern in forms().ibid:
        for anchor in anchored(text, word, pattern):
            ibid = Ibid(start=anchor.start(), end=anchor.end())
            _read_on(ibid, text, symbols, starts)
            found.append(ibid)
            if isinstance(ibid.states, Treaty):
                found += records.further_volumes(text, ibid.end, "UNTS")
    return found


def _read_on(ibid: Ibid, text: str, symbols: list[Symbol], starts: list[int]) -> None:
    """What stands behind the words: volumes, a document, a volume of records, or a place."""
    end = ibid.end
    volumes = records.forms().volumes.match(text, end)
    symbol = None if volumes else _document(text, end, symbols, starts)
    if volumes:
        ibid.states = records.treaty(volumes, end)
        ibid.end = volumes.end()
    elif symbol:
        ibid.states = symbol
        ibid.end = symbol.end
    else:
        record = records.record_of(text, ibid.start, end, symbols, bisect_left(starts, end))
        if record and _of_records(text, end, record.end):
            ibid.states = record
            ibid.end = record.end
        elif meeting := forms().meeting.match(text, end):
            ibid.states, ibid.end = OfficialRecord(start=ibid.start, end=meeting.end()), meeting.end()
        ibid.pinpoint, ibid.end = read_behind(text, ibid.end)
        ibid.open = text[ibid.end : ibid.end + 1] in {",", "،"}


def _document(text: str, at: int, symbols: list[Symbol], starts: list[int]) -> Symbol | None:
    """The document of “Ibid., document S/20412”: of the records cited last, but another document."""
    match = forms().document.match(text, at)
    place = bisect_left(starts, match.end()) if match else len(starts)
    return symbols[place] if match and place < len(starts) and starts[place] == match.end() else None


def _of_records(text: str, start: int, end: int) -> bool:
    """What follows states a session or a supplement, and nothing ends the citation before it."""
    stretch = text[start:end]
    return forms().states_record.search(stretch) is not None and not any(mark in stretch for mark in (";", "؛", "\x00"))


def resolve(found: list[Citation], joined: Joined) -> list[Ibid]:
    """Resolves each "Ibid." among `found`, in the order of the text; returns those left open."""
    unresolved: list[Ibid] = []
    last: Citation | None = None
    last_passage = -1
    last_of_kind: dict[str, Citation] = {}
    for citation in found:
        passage = joined.passage_at(citation.start)
        if isinstance(citation, Ibid):
            before = last if _reaches(joined, last_passage, passage) else None
            last = _meant(citation, before, last_of_kind)
            if last is None:
                unresolved.append(citation)
            else:
                last_of_kind[last.kind] = last
                citation.repeats, citation.symbol = last, last.symbol
            last_passage = passage
        elif isinstance(citation, CITABLE) and not citation.nested:
            if last is not None and passage == last_passage and _belongs_to(citation, last):
                continue
            last, last_passage = citation, passage
            last_of_kind[citation.kind] = citation
    return unresolved


def _belongs_to(citation: Citation, last: Citation) -> bool:
    """As in “A/67/53 and A/67/53/Corr.1”: what is repeated is the document, not its corrigendum."""
    return bool(last.printed) and (citation.printed or "").startswith(f"{last.printed}/")


def _reaches(joined: Joined, last: int, passage: int) -> bool:
    """Among footnotes, only the one before counts: what that one cites may be of a kind that is not known here."""
    if last < 0:
        return False
    if last == passage:
        return True
    if joined.passages[passage].role != "footnote":
        label = forms().labelled.match(joined.text, joined.bounds(passage)[0])
        before = _LABEL.match(joined.text, joined.bounds(last)[0])
        # a text of which nothing tells the footnotes apart: the labels do
        return label is None or (before is not None and int(before["label"]) == int(label["label"]) - 1)
    return last == passage - 1 and joined.passages[last].role == "footnote"


def _meant(ibid: Ibid, last: Citation | None, last_of_kind: dict[str, Citation]) -> Citation | None:
    """What is meant, whole."""
    states = ibid.states
    if states is None:
        if last is None:
            return None
        ibid.because = "repeats what was cited last"
        return replace(last, pinpoint=_place_in(last, ibid))
    model = last if last is not None and last.kind == states.kind else last_of_kind.get(states.kind)
    if isinstance(states, Document | Resolution):
        model = states  # a symbol says everything
    if model is None and (isinstance(states, Treaty) or states.symbol):
        model = states  # volume and number are the Treaty Series' alone, and a symbol says everything
    if model is None:
        return None
    if model is not last:
        ibid.confidence = SEPARATE
    ibid.because = "keeps what it does not state of what was cited last"
    target = replace(model, pinpoint=ibid.pinpoint)
    if isinstance(target, Treaty) and isinstance(states, Treaty):
        _restate_treaty(target, states)
    elif isinstance(target, OfficialRecord) and isinstance(states, OfficialRecord):
        _restate_record(target, states)
    return target


def _restate_treaty(target: Treaty, states: Treaty) -> None:
    """Volume and number are stated anew; another volume is another treaty."""
    if states.number or states.volumes != target.volumes:
        target.number = states.number
    target.volumes = states.volumes


def _restate_record(target: OfficialRecord, states: OfficialRecord) -> None:
    """Another symbol or another supplement is another document; whose records they are is kept."""
    if states.symbol:
        target.supplement = states.supplement
        target.session, target.session_kind, target.year = states.session, states.session_kind, states.year
    if states.symbol or states.supplement != target.supplement:
        target.symbol, target.in_text = states.symbol, states.in_text
    target.supplement = states.supplement or target.supplement


def _place_in(last: Citation, ibid: Ibid) -> Pinpoint:
    """As in “Ibid., sect. B” after "chap. II, sect. A" is chap. II, sect. B; a place that was not read is no place."""
    place = ibid.pinpoint
    if not place:
        return Pinpoint() if ibid.open else last.pinpoint
    if place.section and not place.chapter:
        place.chapter = last.pinpoint.chapter
    return place
