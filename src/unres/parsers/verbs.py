"""The phrases that open clauses, and the further verbs of the same clause.

A phrase is read word by word, each looked up in the tables of its language::

    phrase = [ intro ] { lead } [ carrier { lead } ] verb { after | manner | … tail }

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

MOST_WORDS = 18
"""Words of a text that are looked at for its opening; the longest phrases of the UN have ten."""
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
    "participle": ("participle", "perfect"),  # وإذ عقدت العزم
    "perfect": ("perfect",),
    "plain": ("plain", "state"),
    "state": ("state",),
    "present": ("present",),
}
_PUNCTUATION = (",", ";", ":", ".", "،", "؛")


@dataclass(slots=True)
class _Opening:
    """A phrase as it was read: its words from `first` to before `end`."""

    first: int
    end: int
    action: Action
    mood: Mood
    person: str


@cache
def _verbs(code: str) -> Verbs:
    return lexicon(code).verbs


def _clause_mood(verbs: Verbs, form: Form, key: str, text: str, zone: str) -> Mood | None:
    """The mood in which a form opens a clause of this zone, where no word before it says which.

    A present does so everywhere. Outside the preamble participles and plain forms also open subparagraphs
    ("Promoting …;"), so there it has to be one that does so hardly ever, or a clause that ends as preambular
    clauses do, with a comma.
    """
    for mood in _WHERE[zone]:
        if mood in form.actions and (
            (mood == "present" and not (verbs.SUBJECT_FOLLOWS and zone == "annex"))
            or zone == "preamble"
            or key in verbs.SAFE
            or (mood == "participle" and text.endswith((",", "،")))
        ):
            return mood
    return None


def _manner(verbs: Verbs, words: list[str], at: int) -> int:
    """Where the manner that begins at a word ends ("with deep concern"); the same place when it is none."""
    closers = verbs.MANNERS.get(verbs.key(words[at]))
    if closers:
        for end in range(at + 1, min(at + 1 + MOST_IN_MANNER, len(words))):
            if verbs.tail_key(words[end]) in closers:
                return end + 1
            if words[end].endswith(_PUNCTUATION):
                break
    return at


def _rest(verbs: Verbs, words: list[str], at: int, form: Form, action: Action) -> tuple[int, Action] | None:
    """Where the phrase of the verb at a place ends, and what it does; None when a tail that it needs is missing."""
    tails = form.tails
    end = here = at + 1
    found = False
    if form.own and not (here < len(words) and verbs.key(words[here]) in verbs.POSSESSIVES):
        tails = {}
    while here < len(words) and not words[here - 1].endswith(_PUNCTUATION):
        key = verbs.tail_key(words[here])
        if not found and key in tails:
            found, action = True, tails[key]
            end = here = here + 1
        elif here == end and (key in verbs.AFTER or verbs.adverb(key)):
            end = here = here + 1
        elif here == end and (after := _manner(verbs, words, here)) > here:
            end = here = after
            if not found and (meant := tails.get(verbs.tail_key(words[end - 1]))):
                found, action = True, meant
        elif found or not tails or key in verbs.STOPS or here - end >= MOST_BEFORE_TAIL:
            break
        else:
            here += 1
    if form.before and end < len(words):
        action = next((meant for start, meant in form.before if words[end].startswith(start)), action)
    if form.clues:
        action = next((form.clues[w] for w in map(verbs.key, words[end : end + CLUES_WITHIN]) if w in form.clues), action)
    return None if form.needs_tail and not found else (end, action)


def _is_noun(verbs: Verbs, key: str, words: list[str], at: int) -> bool:
    return key in verbs.NOUNS and at + 1 < len(words) and verbs.key(words[at + 1]) in verbs.AFTER_NOUN


def _carried(verbs: Verbs, words: list[str], at: int, moods: tuple[Mood, ...]) -> tuple[int, Action] | None:
    """What a form carries that ends before a place: "remains | deeply concerned", "continues | to encourage"."""
    for here in range(at, min(at + MOST_LEADS, len(words))):
        key = verbs.key(words[here])
        form = verbs.FORMS.get(key)
        if form and (mood := next((m for m in moods if m in form.actions), None)):
            return _rest(verbs, words, here, form, form.actions[mood])
        if not (key in verbs.LINKS or key in verbs.LEADS or verbs.adverb(key)):
            break
    return None


def _verb(verbs: Verbs, words: list[str], at: int, said: Mood | None, text: str, zone: str) -> _Opening | None:
    """The phrase whose verb stands at a place, in the mood that a word before it has said, or that the zone asks for."""
    key = verbs.key(words[at])
    form = verbs.FORMS.get(key)
    if form is None:
        return None
    if said:
        mood = next((m for m in _SAID[said] if m in form.actions), None)
    else:
        mood = _clause_mood(verbs, form, key, text, zone)
    if mood is None:
        return None
    rest = _carried(verbs, words, at + 1, form.carries) if form.carries else None
    rest = rest or _rest(verbs, words, at, form, form.actions[mood])
    if rest is None or (rest[0] == at + 1 and not said and _is_noun(verbs, key, words, at)):
        return None
    return _Opening(at, *rest, mood, form.person)


def _unknown(verbs: Verbs, words: list[str], at: int, said: Mood | None, zone: str) -> _Opening | None:
    """A word that no table knows but that has the shape of a verb in its place."""
    if not said and (zone == "annex" or (verbs.SUBJECT_FOLLOWS and at)):
        return None
    mood = said or ("present" if verbs.SUBJECT_FOLLOWS else _WHERE[zone][0])
    following = verbs.key(words[at + 1]) if at + 1 < len(words) else ""
    if verbs.looks_like_verb(verbs.key(words[at]), following, mood):
        return _Opening(at, at + 1, Action.OTHER, mood, "")
    return None


def _opening(verbs: Verbs, words: list[str], at: int, text: str, zone: str) -> _Opening | None:
    """The phrase that opens a clause, an intro of `at` words included."""
    said: Mood | None = None
    for here in range(at, min(at + MOST_LEADS, len(words))):
        key = verbs.key(words[here])
        if key in verbs.LEADS or not key:
            said = verbs.LEADS.get(key) or said
        elif (found := _verb(verbs, words, here, said, text, zone)) or not verbs.adverb(key):
            found = found or _unknown(verbs, words, here, said, zone)
            if found:
                found.first = 0
            return found
    return None


def _phrase(words: list[str], opening: _Opening, offset: int) -> tuple[str, Action, int]:
    """The phrase as written, without the punctuation at its end, and its place."""
    start = offset + sum(map(len, words[: opening.first])) + opening.first
    written = " ".join(words[opening.first : opening.end])
    bare = written.lstrip("“”\"'‘’([*")
    return bare.rstrip(",;:.،؛)]”“\"'’"), opening.action, start + len(written) - len(bare)


def _further(verbs: Verbs, text: str, start: int, opening: _Opening, *, joined: bool = True) -> dict[int, tuple[str, Action, int]]:
    """The verb of the same clause that begins at a place of the text, with adverbs before it, by its end; or nothing.

    A form that may be a noun, and any that no "and" has joined, needs a word after it that shows the verb.
    """
    words = _words(text, start)
    said = opening.mood == "present"
    here = 0
    while here < min(MOST_LEADS, len(words)):
        key = verbs.key(words[here])
        form = verbs.FORMS.get(key)
        if form and opening.mood in form.actions and form.person == opening.person:
            rest = _rest(verbs, words, here, form, form.actions[opening.mood])
            if (
                rest is None
                or not (said or key in verbs.SAFE)
                or (
                    (not joined or (key in verbs.NOUNS and not here))
                    and rest[0] == here + 1
                    and not _has_object(verbs, words, here)
                )
            ):
                break
            phrase = _phrase(words, _Opening(0, *rest, opening.mood, opening.person), start)
            return {phrase[2] + len(phrase[0]): phrase}
        if key in verbs.LEADS:
            said = said or verbs.LEADS[key] == opening.mood
            here += 1
        elif verbs.adverb(key):
            here += 1
        elif (after := _manner(verbs, words, here)) > here:
            here = after
        else:
            break
    return {}


def _has_object(verbs: Verbs, words: list[str], at: int) -> bool:
    """Whether a word follows that follows a verb and not a noun in the plural: "requests the", "notes that"."""
    return at + 1 < len(words) and (words[at + 1] in verbs.AFTER_VERB or words[at + 1][:1].isupper())


def _all_further(verbs: Verbs, text: str, end: int, opening: _Opening) -> dict[int, tuple[str, Action, int]]:
    """The further verbs after a place, by their ends.

    "Recalls …, stresses …, and requests …": a verb after a mere comma counts when one after "and" follows.
    """
    found: dict[int, tuple[str, Action, int]] = {}
    if text.startswith(verbs.AND, end):
        found = _further(verbs, text, end + len(verbs.AND), opening)
    listed: dict[int, tuple[str, Action, int]] = {}
    for match in verbs.FURTHER.finditer(text, end):
        form = verbs.FORMS.get(verbs.key(match[3]))
        if form is None or opening.mood not in form.actions:
            continue
        joined = match[1] is not None
        verb = _further(verbs, text, match.start(2), opening, joined=joined)
        if verb and joined:
            found |= listed | verb
            listed = {}
        else:
            listed |= verb
    for joint in verbs.JOINTS:
        at = text.find(joint, end)
        while at >= 0:
            found |= _further(verbs, text, at + len(" and "), opening)
            at = text.find(joint, at + 1)
    return found


def _words(text: str, start: int) -> list[str]:
    head = text[start : start + 260]
    if "\n" in head:
        head = head.replace("\n", " ")
    words = head.split(" ", MOST_WORDS)
    return words[:MOST_WORDS]


def find_verbs(text: str, zone: str, code: str) -> list[tuple[str, Action, int]]:
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
    words = _words(text, 0)
    opening = _opening(verbs, words, WORDS_OF_INTRO if text.startswith(verbs.INTROS) else 0, text, zone)
    if opening is None:
        return []
    first = _phrase(words, opening, 0)
    end = first[2] + len(first[0])
    found = _all_further(verbs, text, end, opening)
    return [first, *(found[at] for at in sorted(found))]
