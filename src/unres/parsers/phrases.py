"""The phrases that open clauses.

A phrase is read word by word, each looked up in the tables of its language::

    phrase = [ intro ] { lead } verb { after | manner | … tail } [ { link | lead } carried verb … ]

What may stand before the phrase, and the further verbs of a clause, are found by :mod:`unres.parsers.verbs`.
"In this regard, | also | strongly | urges"; "having | also | considered"; "remains | deeply | concerned";
"expresses its grave | concern | once again"; وإذ | تعرب عن بالغ | قلقها.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from unres.languages import get_language
from unres.models.action import Action

if TYPE_CHECKING:
    from collections.abc import Collection

    from unres.languages.phrases import Form, Mood, Verbs

Found = tuple[str, Action, int]
"""A phrase as written, what it does, and where it begins."""

MOST_WORDS = 18
"""Words of a text that are looked at for its opening; the longest phrases of the UN have ten."""
LETTERS_A_WORD = 14
WORDS_OF_INTRO = 3
MOST_LEADS = 7
MOST_BEFORE_TAIL = 5
"""Words between a verb and its noun: "expresses its very serious and deep concern"."""
CLUES_WITHIN = 9
MOST_IN_MANNER = 4
"""Words from "with" to "concern"."""

_WHERE: dict[str, tuple[Mood, ...]] = {
    "preamble": ("participle", "present"),
    "operative": ("present", "participle", "plain"),
    "annex": ("present", "participle", "plain"),
}
_SAID: dict[Mood, tuple[Mood, ...]] = {
    "present": ("present",),
    "participle": ("participle", "perfect"),  # وإذ عقدت العزم
    "perfect": ("perfect",),
    "plain": ("plain", "state"),
    "state": ("state",),
    "past": ("past",),
}
_PUNCTUATION = (",", ";", ":", ".", "،", "؛")
_QUOTES = "“”\"'‘’([*"


@dataclass(slots=True)
class Clause:
    """A text, or what stands of it from some place on, with its first words parted by one blank each."""

    verbs: Verbs
    words: list[str]
    text: str
    zone: str
    item: bool = False
    """Whether it is an item of a list, which may open with an infinitive: "(a) Take note of …"."""
    reported: bool = False
    """Whether it stands in a report of what an organ did, so that it may open with a past: "(a) Decided to …"."""

    def key(self, at: int) -> str:
        """The word at a place, for looking it up; empty after the last."""
        return self.verbs.key(self.words[at]) if at < len(self.words) else ""


@dataclass(slots=True)
class Opening:
    """A phrase as it was read: its words to before `end`."""

    end: int
    action: Action
    mood: Mood
    person: str


@cache
def verbs_of(code: str) -> Verbs:
    """The verbs of a language."""
    return get_language(code).verbs


def words_of(text: str, start: int, most: int) -> list[str]:
    """The first words of the text from a place on, parted by one blank each."""
    head = text[start : start + LETTERS_A_WORD * most]
    if "\n" in head:
        head = head.replace("\n", " ")
    return head.split(" ", most)[:most]


def manner_at(clause: Clause, at: int, tails: Collection[str] = ()) -> int:
    """Where the manner that begins at a word ends ("with deep concern"); the same place when it is none.

    What a verb brings "to the attention" of someone belongs to it only where it has such a tail.
    """
    key = clause.key(at)
    closers = clause.verbs.manners.get(key) or (clause.verbs.to.get(key, frozenset()) & frozenset(tails))
    if closers:
        words = clause.words
        for end in range(at + 1, min(at + 1 + MOST_IN_MANNER, len(words))):
            if clause.verbs.tail_key(words[end]) in closers:
                return end + 1
            if words[end].endswith(_PUNCTUATION):
                break
    return at


def rest_of(clause: Clause, at: int, form: Form, action: Action) -> tuple[int, Action] | None:
    """Where the phrase of the verb at a place ends, and what it does; None when a tail that it needs is missing."""
    verbs, words = clause.verbs, clause.words
    tails = form.tails
    end = here = at + 1
    found = False
    if form.own and clause.key(here) not in verbs.possessives:
        tails = {}
    while here < len(words) and not words[here - 1].endswith(_PUNCTUATION):
        key = verbs.tail_key(words[here])
        if not found and key in tails:
            found, action = True, tails[key]
            end = here = here + 1
        elif here == end and (key in verbs.after or verbs.adverb(key)):
            end = here = here + 1
        elif here == end and (after := manner_at(clause, here, tails)) > here:
            inside = () if found else range(here + 1, after)
            end = here = after
            for place in inside:  # "bearing | in mind | in this regard", تؤكد | من جديد
                if (key := verbs.tail_key(words[place])) in tails:
                    found, action = True, tails[key]
                    end = here = place + 1
                    break
        elif found or not tails or key in verbs.stops or here - end >= MOST_BEFORE_TAIL:
            break
        else:
            here += 1
    if form.before or form.clues:
        action = told_by(clause, end, form, action)
    return None if form.needs_tail and not found else (end, action)


def told_by(clause: Clause, end: int, form: Form, action: Action) -> Action:
    """What the words after a phrase say that it does: تدعو إلى, "decides to remain … seized"."""
    if end < len(clause.words):
        action = next((meant for start, meant in form.before if clause.words[end].startswith(start)), action)
    following = frozenset(map(clause.verbs.key, clause.words[end : end + CLUES_WITHIN]))
    return next((meant for together, meant in form.clues if together <= following), action)


def _carried(clause: Clause, at: int, moods: tuple[Mood, ...]) -> tuple[int, Action] | None:
    """What a form carries that ends before a place: "remains | deeply concerned", "continues | to encourage"."""
    verbs = clause.verbs
    for here in range(at, min(at + MOST_LEADS, len(clause.words))):
        key = clause.key(here)
        form = verbs.forms.get(key)
        if form and (mood := next((m for m in moods if m in form.actions), None)):
            return rest_of(clause, here, form, form.actions[mood])
        if not (key in verbs.links or key in verbs.leads or verbs.adverb(key)):
            break
    return None


def _clause_mood(clause: Clause, at: int, form: Form) -> Mood | None:
    """The mood in which a form opens a clause of this zone, where no word before it says which.

    A present does so everywhere, but for annexes of a language whose verbs stand before their subject. Outside the
    preamble participles and plain forms also open subparagraphs ("Promoting …;"), so there it has to be one that does
    so hardly ever, or a clause that ends as preambular clauses do, with a comma.
    """
    verbs, zone = clause.verbs, clause.zone
    if clause.reported and "past" in form.actions and (clause.key(at) not in verbs.nouns or verb_shown(clause, at)):
        return "past"
    for mood in _WHERE[zone]:
        if mood not in form.actions or (mood == "plain" and clause.item and zone == "operative"):
            continue
        if zone == "preamble" or clause.key(at) in verbs.safe:
            return mood
        if mood == "present" and (zone != "annex" or not verbs.subject_follows or verb_shown(clause, at)):
            return mood
        if mood == "participle" and clause.text.endswith((",", "،")):
            return mood
    return None


def verb_shown(clause: Clause, at: int) -> bool:
    """Whether the word after a place shows that the word there is a verb."""
    return at + 1 < len(clause.words) and clause.verbs.shows_verb(clause.words[at + 1])


def verb_at(clause: Clause, at: int, said: Mood | None) -> Opening | None:
    """The phrase whose verb stands at a place, in the mood that a word before it says, or that the zone asks for."""
    verbs = clause.verbs
    key = clause.key(at)
    form = verbs.forms.get(key)
    if form is None:
        return None
    mood = next((m for m in _SAID[said] if m in form.actions), None) if said else _clause_mood(clause, at, form)
    if mood is None:
        return None
    rest = _carried(clause, at + 1, form.carries) if form.carries else None
    if rest and rest[1] is Action.OTHER:  # "we will leave no one behind" is a commitment all the same
        rest = rest[0], form.actions[mood]
    rest = rest or rest_of(clause, at, form, form.actions[mood])
    if rest is None:
        return None
    alone = rest[0] == at + 1 and not said
    if alone and key in verbs.nouns and clause.key(at + 1) in verbs.after_noun:
        return None
    return Opening(*rest, mood, form.person)


def _unknown(clause: Clause, at: int, said: Mood | None) -> Opening | None:
    """A word that no table knows but that has the shape of a verb in its place."""
    verbs = clause.verbs
    if clause.key(at) in verbs.forms:  # known, but not of this place
        return None
    if not said and (clause.zone == "annex" or (verbs.subject_follows and at)):
        return None
    mood = said or ("present" if verbs.subject_follows else _WHERE[clause.zone][0])
    following = clause.words[at + 1] if at + 1 < len(clause.words) else ""
    if verbs.looks_like_verb(clause.key(at), following, mood):
        return Opening(at + 1, Action.OTHER, mood, "")
    return None


def opening_of(clause: Clause) -> Opening | None:
    """The phrase that opens a clause."""
    verbs, words = clause.verbs, clause.words
    intros = verbs.intros.get(words[0])
    here = WORDS_OF_INTRO if intros and clause.text.startswith(intros) else 0
    said: Mood | None = None
    while here < min(WORDS_OF_INTRO + MOST_LEADS, len(words)):
        key = verbs.key(words[here])
        if key in verbs.leads or not key:
            said = verbs.leads.get(key) or said
        elif key in verbs.misprints and clause.zone == "preamble":
            said = verbs.misprints[key]
        elif found := verb_at(clause, here, said):
            return found
        elif (after := manner_at(clause, here)) > here:  # "also, in this context, urges"
            here = after - 1
        elif not verbs.adverb(key):
            return _unknown(clause, here, said)
        here += 1
    return None


def phrase_of(words: list[str], end: int, action: Action, offset: int) -> Found:
    """The phrase as written, without the punctuation at its ends, and its place."""
    written = " ".join(words[:end])
    bare = written.lstrip(_QUOTES)
    return bare.rstrip(",;:.،؛)]”“\"'’"), action, offset + len(written) - len(bare)
