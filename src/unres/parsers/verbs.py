"""The phrases that open clauses, and the further verbs of the same clause.

A phrase is read word by word, each looked up in the tables of its language::

    phrase = [ intro ] { lead } verb { after | manner | … tail } [ { link | lead } carried verb … ]

"In this regard, | also | strongly | urges"; "having | also | considered"; "remains | deeply | concerned";
"expresses its grave | concern | once again"; وإذ | تعرب عن بالغ | قلقها.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from unres.languages import lexicon
from unres.models.action import Action

if TYPE_CHECKING:
    from unres.languages.phrases import Form, Mood, Verbs

Found = tuple[str, Action, int]
"""A phrase as written, what it does, and where it begins."""

MOST_WORDS = 18
"""Words of a text that are looked at for its opening; the longest phrases of the UN have ten."""
WORDS_OF_FURTHER = 12
LETTERS_A_WORD = 14
WORDS_OF_INTRO = 3
MOST_LEADS = 7
MOST_BEFORE_TAIL = 5
"""Words between a verb and its noun: "expresses its very serious and deep concern"."""
CLUES_WITHIN = 7
MOST_IN_MANNER = 4
"""Words from "with" to "concern"."""

_WHERE: dict[str, tuple[Mood, ...]] = {
    "preamble": ("participle", "present"),
    "operative": ("present", "participle"),
    "annex": ("present", "participle", "plain"),
}
_SAID: dict[Mood, tuple[Mood, ...]] = {
    "present": ("present",),
    "participle": ("participle", "perfect"),  # وإذ عقدت العزم
    "perfect": ("perfect",),
    "plain": ("plain", "state"),
    "state": ("state",),
}
# What these verbs say after "and" is more often said of someone else in the clause: "…, and provides for …".
_NEVER_FURTHER = frozenset(
    {
        Action.ACT,
        Action.AMEND,
        Action.ASSURE,
        Action.ENTRUST,
        Action.EXAMINE,
        Action.INFORM,
        Action.OFFER,
        Action.OTHER,
        Action.RESPOND,
        Action.TERMINATE,
    }
)
_PUNCTUATION = (",", ";", ":", ".", "،", "؛")
_QUOTES = "“”\"'‘’([*"


@dataclass(slots=True)
class _Clause:
    """A text, or what stands of it from some place on, with its first words parted by one blank each."""

    verbs: Verbs
    words: list[str]
    text: str
    zone: str

    def key(self, at: int) -> str:
        """The word at a place, for looking it up; empty after the last."""
        return self.verbs.key(self.words[at]) if at < len(self.words) else ""


@dataclass(slots=True)
class _Opening:
    """A phrase as it was read: its words to before `end`."""

    end: int
    action: Action
    mood: Mood
    person: str


@cache
def _verbs(code: str) -> Verbs:
    return lexicon(code).verbs


def _words(text: str, start: int, most: int) -> list[str]:
    """The first words of the text from a place on, parted by one blank each."""
    head = text[start : start + LETTERS_A_WORD * most]
    if "\n" in head:
        head = head.replace("\n", " ")
    return head.split(" ", most)[:most]


def _manner(clause: _Clause, at: int) -> int:
    """Where the manner that begins at a word ends ("with deep concern"); the same place when it is none."""
    closers = clause.verbs.MANNERS.get(clause.key(at))
    if closers:
        words = clause.words
        for end in range(at + 1, min(at + 1 + MOST_IN_MANNER, len(words))):
            if clause.verbs.tail_key(words[end]) in closers:
                return end + 1
            if words[end].endswith(_PUNCTUATION):
                break
    return at


def _rest(clause: _Clause, at: int, form: Form, action: Action) -> tuple[int, Action] | None:
    """Where the phrase of the verb at a place ends, and what it does; None when a tail that it needs is missing."""
    verbs, words = clause.verbs, clause.words
    tails = form.tails
    end = here = at + 1
    found = False
    if form.own and clause.key(here) not in verbs.POSSESSIVES:
        tails = {}
    while here < len(words) and not words[here - 1].endswith(_PUNCTUATION):
        key = verbs.tail_key(words[here])
        if not found and key in tails:
            found, action = True, tails[key]
            end = here = here + 1
        elif here == end and (key in verbs.AFTER or verbs.adverb(key)):
            end = here = here + 1
        elif here == end and (after := _manner(clause, here)) > here:
            inside = () if found else range(here + 1, after)
            end = here = after
            for place in inside:  # "bearing | in mind | in this regard", تؤكد | من جديد
                if (key := verbs.tail_key(words[place])) in tails:
                    found, action = True, tails[key]
                    end = here = place + 1
                    break
        elif found or not tails or key in verbs.STOPS or here - end >= MOST_BEFORE_TAIL:
            break
        else:
            here += 1
    if form.before or form.clues:
        action = _told_by(clause, end, form, action)
    return None if form.needs_tail and not found else (end, action)


def _told_by(clause: _Clause, end: int, form: Form, action: Action) -> Action:
    """What the words after a phrase say that it does: تدعو إلى, "decides to remain … seized"."""
    if end < len(clause.words):
        action = next((meant for start, meant in form.before if clause.words[end].startswith(start)), action)
    following = map(clause.verbs.key, clause.words[end : end + CLUES_WITHIN])
    return next((form.clues[key] for key in following if key in form.clues), action)


def _carried(clause: _Clause, at: int, moods: tuple[Mood, ...]) -> tuple[int, Action] | None:
    """What a form carries that ends before a place: "remains | deeply concerned", "continues | to encourage"."""
    verbs = clause.verbs
    for here in range(at, min(at + MOST_LEADS, len(clause.words))):
        key = clause.key(here)
        form = verbs.FORMS.get(key)
        if form and (mood := next((m for m in moods if m in form.actions), None)):
            return _rest(clause, here, form, form.actions[mood])
        if not (key in verbs.LINKS or key in verbs.LEADS or verbs.adverb(key)):
            break
    return None


def _clause_mood(clause: _Clause, at: int, form: Form) -> Mood | None:
    """The mood in which a form opens a clause of this zone, where no word before it says which.

    A present does so everywhere, but for annexes of a language whose verbs stand before their subject. Outside the
    preamble participles and plain forms also open subparagraphs ("Promoting …;"), so there it has to be one that does
    so hardly ever, or a clause that ends as preambular clauses do, with a comma.
    """
    verbs, zone = clause.verbs, clause.zone
    for mood in _WHERE[zone]:
        if mood not in form.actions:
            continue
        if zone == "preamble" or clause.key(at) in verbs.SAFE:
            return mood
        if mood == "present" and (zone != "annex" or not verbs.SUBJECT_FOLLOWS or _verb_shown(clause, at)):
            return mood
        if mood == "participle" and clause.text.endswith((",", "،")):
            return mood
    return None


def _verb_shown(clause: _Clause, at: int) -> bool:
    """Whether the word after a place shows that the word there is a verb."""
    return at + 1 < len(clause.words) and clause.verbs.shows_verb(clause.words[at + 1])


def _verb(clause: _Clause, at: int, said: Mood | None) -> _Opening | None:
    """The phrase whose verb stands at a place, in the mood that a word before it says, or that the zone asks for."""
    verbs = clause.verbs
    key = clause.key(at)
    form = verbs.FORMS.get(key)
    if form is None:
        return None
    mood = next((m for m in _SAID[said] if m in form.actions), None) if said else _clause_mood(clause, at, form)
    if mood is None:
        return None
    rest = _carried(clause, at + 1, form.carries) if form.carries else None
    if rest and rest[1] is Action.OTHER:  # "we will leave no one behind" is a commitment all the same
        rest = rest[0], form.actions[mood]
    rest = rest or _rest(clause, at, form, form.actions[mood])
    if rest is None:
        return None
    alone = rest[0] == at + 1 and not said
    if alone and key in verbs.NOUNS and clause.key(at + 1) in verbs.AFTER_NOUN:
        return None
    return _Opening(*rest, mood, form.person)


def _unknown(clause: _Clause, at: int, said: Mood | None) -> _Opening | None:
    """A word that no table knows but that has the shape of a verb in its place."""
    verbs = clause.verbs
    if clause.key(at) in verbs.FORMS:  # known, but not of this place
        return None
    if not said and (clause.zone == "annex" or (verbs.SUBJECT_FOLLOWS and at)):
        return None
    mood = said or ("present" if verbs.SUBJECT_FOLLOWS else _WHERE[clause.zone][0])
    following = clause.words[at + 1] if at + 1 < len(clause.words) else ""
    if verbs.looks_like_verb(clause.key(at), following, mood):
        return _Opening(at + 1, Action.OTHER, mood, "")
    return None


def _opening(clause: _Clause) -> _Opening | None:
    """The phrase that opens a clause."""
    verbs, words = clause.verbs, clause.words
    intros = verbs.INTROS.get(words[0])
    here = WORDS_OF_INTRO if intros and clause.text.startswith(intros) else 0
    said: Mood | None = None
    while here < min(WORDS_OF_INTRO + MOST_LEADS, len(words)):
        key = verbs.key(words[here])
        if key in verbs.LEADS or not key:
            said = verbs.LEADS.get(key) or said
        elif found := _verb(clause, here, said):
            return found
        elif (after := _manner(clause, here)) > here:  # "also, in this context, urges"
            here = after - 1
        elif not verbs.adverb(key):
            return _unknown(clause, here, said)
        here += 1
    return None


def _phrase(words: list[str], end: int, action: Action, offset: int) -> Found:
    """The phrase as written, without the punctuation at its ends, and its place."""
    written = " ".join(words[:end])
    bare = written.lstrip(_QUOTES)
    return bare.rstrip(",;:.،؛)]”“\"'’"), action, offset + len(written) - len(bare)


def _further(verbs: Verbs, text: str, start: int, opening: _Opening, *, joined: bool) -> dict[int, Found]:
    """The verb of the same clause that begins at a place of the text, with adverbs before it, by its end; or nothing.

    A form that may be a noun, and any that no "and" has joined, needs a word after it that shows the verb.
    """
    clause = _Clause(verbs, _words(text, start, WORDS_OF_FURTHER), text, "")
    said = opening.mood == "present"
    here = 0
    while here < min(MOST_LEADS, len(clause.words)):
        key = clause.key(here)
        form = verbs.FORMS.get(key)
        if form and opening.mood in form.actions and form.person == opening.person:
            rest = _rest(clause, here, form, form.actions[opening.mood])
            doubtful = not joined or (key in verbs.NOUNS and not here)
            if not rest or rest[1] in _NEVER_FURTHER or not (said or key in verbs.SAFE):
                break
            if doubtful and rest[0] == here + 1 and not _verb_shown(clause, here):
                break
            phrase = _phrase(clause.words, *rest, start)
            return {phrase[2] + len(phrase[0]): phrase}
        if key in verbs.LEADS:
            said = said or verbs.LEADS[key] == opening.mood
            here += 1
        elif verbs.adverb(key):
            here += 1
        elif (after := _manner(clause, here)) > here:
            here = after
        else:
            break
    return {}


def _all_further(verbs: Verbs, text: str, end: int, opening: _Opening) -> dict[int, Found]:
    """The further verbs after a place, by their ends.

    "Recalls …, stresses …, and requests …": a verb after a mere comma counts when one after "and" follows.
    """
    found: dict[int, Found] = {}
    if text.startswith(verbs.AND, end):
        found = _further(verbs, text, end + len(verbs.AND), opening, joined=True)
    listed: dict[int, Found] = {}
    for match in verbs.FURTHER.finditer(text, end):
        joined = match[1] is not None
        key = verbs.key(match[2])
        form = verbs.FORMS.get(key)
        if form is None:
            leads = joined and (key in verbs.LEADS or key in verbs.MANNERS or verbs.adverb(key))
            if not leads and key not in verbs.AFTER:
                continue
        elif opening.mood not in form.actions:
            continue
        verb = _further(verbs, text, match.start(2), opening, joined=joined)
        if verb and joined:
            found |= listed | verb
            listed = {}
        else:
            listed |= verb
    if verbs.FURTHER_UNPARTED:
        for match in verbs.FURTHER_UNPARTED.finditer(text, end):
            found |= _further(verbs, text, match.end(), opening, joined=True)
    return found


def find_verbs(text: str, zone: str, code: str) -> list[Found]:
    """The phrase that opens a clause, and the further verbs of the same clause.

    Args:
        text: the text of a block, repaired, without its label.
        zone: "preamble", "operative" or "annex".
        code: its language.

    Returns:
        For each phrase its words as written, what it does, and where it begins; in reading order. Nothing for
        a heading or a subparagraph without a finite verb ("To develop …", "وضع إجراءات …").
    """
    verbs = _verbs(code)
    start = 0
    if verbs.SAYS_WHO and zone == "operative" and (who := verbs.SAYS_WHO.match(text)):
        start = who.end()
    clause = _Clause(verbs, _words(text, start, MOST_WORDS), text, zone)
    opening = _opening(clause)
    if opening is None:
        return []
    first = _phrase(clause.words, opening.end, opening.action, start)
    found = _all_further(verbs, text, first[2] + len(first[0]), opening)
    return [first, *(found[at] for at in sorted(found))] if found else [first]
