"""The verbs of a clause: the phrase that opens it, what may stand before that, and the further verbs behind it.

Three kinds of sentences have their verb later than at the beginning, and in each it stands behind its subject or behind
a comma:

- a clause with a preface: "Pending the repair of the towers, | urges all States …";
- a report: "At its 12th plenary meeting, the General Assembly, on the recommendation of the Committee, | decided …",
  "وفي الجلسة نفسها، | أحاطت الجمعية العامة علما …";
- a draft of one: "The General Assembly, recalling its decision 75/511, | decides …".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.models.action import Action
from unres.models.vocabulary import Organ
from unres.parsers.phrases import (
    MOST_LEADS,
    MOST_WORDS,
    Clause,
    Found,
    Opening,
    manner_at,
    opening_of,
    phrase_of,
    rest_of,
    told_by,
    verb_at,
    verb_shown,
    verbs_of,
    words_of,
)

if TYPE_CHECKING:
    from unres.languages.phrases import Mood, Verbs
    from unres.parsers.draft import Document, Node

WORDS_OF_FURTHER = 12
FARTHEST = 900
"""Characters from the beginning of a sentence to its verb: reports name meeting, date, committee and document first."""
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


def _further(verbs: Verbs, text: str, start: int, opening: Opening, *, joined: bool) -> dict[int, Found]:
    """The verb of the same clause that begins at a place of the text, with adverbs before it, by its end; or nothing.

    A form that may be a noun, and any that no "and" has joined, needs a word after it that shows the verb.
    """
    clause = Clause(verbs, words_of(text, start, WORDS_OF_FURTHER), text, "")
    said = opening.mood in ("present", "past")
    here = 0
    while here < min(MOST_LEADS, len(clause.words)):
        key = clause.key(here)
        form = verbs.forms.get(key)
        if form and opening.mood in form.actions and form.person == opening.person:
            rest = rest_of(clause, here, form, form.actions[opening.mood])
            doubtful = not joined or (key in verbs.nouns and not here)
            if rest is None and (after := manner_at(clause, here)) > here:  # "in this regard noting"
                here = after
                continue
            if not rest or rest[1] in _NEVER_FURTHER or not (said or key in verbs.safe):
                break
            if doubtful and rest[0] == here + 1 and not verb_shown(clause, here):
                break
            phrase = phrase_of(clause.words, *rest, start)
            return {phrase[2] + len(phrase[0]): phrase}
        if key in verbs.leads:
            said = said or verbs.leads[key] == opening.mood
            here += 1
        elif verbs.adverb(key):
            here += 1
        elif (after := manner_at(clause, here)) > here:
            here = after
        else:
            break
    return {}


def all_further(verbs: Verbs, text: str, end: int, opening: Opening) -> dict[int, Found]:
    """The further verbs after a place, by their ends.

    "Recalls …, stresses …, and requests …": a verb after a mere comma counts when one after "and" follows.
    """
    found: dict[int, Found] = {}
    if text.startswith(verbs.conjunction, end):
        found = _further(verbs, text, end + len(verbs.conjunction), opening, joined=True)
    listed: dict[int, Found] = {}
    for match in verbs.further.finditer(text, end):
        joined = match[1] is not None
        key = verbs.key(match[2])
        form = verbs.forms.get(key)
        if form is None:
            leads = joined and (key in verbs.leads or key in verbs.manners or verbs.adverb(key))
            if not leads and key not in verbs.after:
                continue
        elif opening.mood not in form.actions:
            continue
        verb = _further(verbs, text, match.start(2), opening, joined=joined)
        if verb and joined:
            found |= listed | verb
            listed = {}
        else:
            listed |= verb
    if verbs.further_unparted and opening.mood in verbs.unparted_moods:
        for match in verbs.further_unparted.finditer(text, end):
            found |= _further(verbs, text, match.end(), opening, joined=True)
    return found


def _finite(clause: Clause, moods: tuple[Mood, ...]) -> Opening | None:
    """The verb in one of these moods with which a clause begins, words that may stand before a verb left out."""
    verbs = clause.verbs
    for here in range(min(MOST_LEADS, len(clause.words))):
        key = clause.key(here)
        form = verbs.forms.get(key)
        mood = next((mood for mood in moods if form and mood in form.actions), None)
        if mood and (key not in verbs.nouns or verb_shown(clause, here)):
            return verb_at(clause, here, mood)
        if verbs.leads.get(key, moods[0]) not in (None, *moods) or (key not in verbs.leads and not verbs.adverb(key)):
            break  # "having considered": no mood of a finite verb
    return None


Later = tuple[Found, Opening]
"""A phrase that stands behind the beginning of a sentence, and how it was read."""


def _behind_comma(verbs: Verbs, text: str, start: int, moods: tuple[Mood, ...]) -> Later | None:
    """The first verb in one of these moods that stands behind a comma, and not "adopted by …", "contained in …"."""
    for pause in verbs.pause.finditer(text, start, start + FARTHEST):
        clause = Clause(verbs, words_of(text, pause.end(), WORDS_OF_FURTHER), text, "operative")
        opening = _finite(clause, moods)
        if opening and not (opening.mood == "past" and _is_participle(clause, opening)):
            return phrase_of(clause.words, opening.end, opening.action, pause.end()), opening
    return None


def _is_participle(clause: Clause, opening: Opening) -> bool:
    """Whether what follows a past says that it is a participle: "adopted by the Committee", not "by acclamation"."""
    verbs, behind = clause.verbs, opening.end
    ways = verbs.ways_to_decide.intersection((clause.key(behind + 1), clause.key(behind + 2)))
    return clause.key(behind) in verbs.after_participle and not ways


def find_reported(text: str, code: str) -> Later | None:
    """What a sentence reports that an organ did, or what a draft has it do; None where no organ is its subject."""
    verbs = verbs_of(code)
    if subject := verbs.reports.match(text):
        clause = Clause(verbs, words_of(text, subject.end() + 1, WORDS_OF_FURTHER), text, "operative")
        if (opening := _finite(clause, ("past",))) and not _is_participle(clause, opening):
            return phrase_of(clause.words, opening.end, opening.action, subject.end() + 1), opening
        if subject[0] != "It" and text[subject.end() : subject.end() + 1] == ",":
            return _behind_comma(verbs, text, subject.end(), ("past", "present"))
    return _before_subject(verbs, text) if verbs.subject_words else None


def _before_subject(verbs: Verbs, text: str) -> Later | None:
    """The verb before its subject: أحاطت | الجمعية العامة | علما. Its noun may stand far behind the subject.

    Inside a phrase the same letters can be a noun: في سياق نظر المجلس.
    """
    words = text[:FARTHEST].split(" ")
    at = 0
    for n, word in enumerate(words[:-1]):
        form = verbs.forms.get(verbs.key(word))
        begins = n == 0 or words[n - 1].endswith(("،", ":")) or verbs.key(words[n - 1]) in verbs.leads
        if begins and form and "past" in form.actions and verbs.key(words[n + 1]) in verbs.subject_words:
            clause = Clause(verbs, words[n:], text, "operative")
            tail = next((key for key in map(verbs.tail_key, clause.words) if key in form.tails), "")
            rest = rest_of(clause, 0, form, form.actions["past"])
            if tail and (rest is None or rest[0] == 1):
                rest = 1, form.tails[tail]
            elif rest and form.before:
                rest = rest[0], told_by(clause, _subject_ends(clause), form, rest[1])
            if rest:
                return phrase_of(clause.words, *rest, at), Opening(*rest, "past", form.person)
        at += len(word) + 1
    return None


def _subject_ends(clause: Clause) -> int:
    """Where the subject ends whose first word follows the verb."""
    at = 2
    while clause.key(at) in clause.verbs.subject_rest:
        at += 1
    return at


def read_verbs(document: Document) -> None:
    """Gives each block its verbs, and notes those that the vocabulary lacks."""
    for node in document.draft.walk():
        if node.kind in ("heading", "table_row"):
            continue
        node.verbs = _verbs_of_block(node, document)
        if node.verbs and node.verbs[0][1] is Action.OTHER:
            start, end = node.paragraph.pieces[0][:2]
            document.remark("verb.unknown", f"“{node.verbs[0][0]}” is no verb of the vocabulary.", start, end)


def _verbs_of_block(node: Node, document: Document) -> list[Found]:
    """The verbs of a block; a subparagraph that is a rule can open with a verb that is not the organ's."""
    language, formula = document.language, document.formula
    item = node.kind == "subparagraph"
    found = find_verbs(node.text, node.zone, language.code, item=item, reported=document.reported)
    if document.draft.head.organ is Organ.SECURITY_COUNCIL:
        found = [_in_security_council(verb, language.verbs) for verb in found]
    if found and item and node.zone == "operative" and formula is not None:
        return found if language.verbs.agrees(found[0][0], formula.folded) else []
    return found


def _in_security_council(verb: Found, verbs: Verbs) -> Found:
    """A verb that does something else in the Council than elsewhere: يدعو is "calls upon" there, and "invites" here."""
    text, action, offset = verb
    meant = verbs.in_security_council.get(verbs.key(text.split(" ", 1)[0]))
    return (text, meant, offset) if meant and action is Action.INVITE else verb


def find_verbs(text: str, zone: str, code: str, *, item: bool = False, reported: bool = False) -> list[Found]:
    """The phrase that opens a clause, and the further verbs of the same clause.

    Args:
        text: the text of a block, repaired, without its label.
        zone: "preamble", "operative" or "annex".
        code: its language.
        item: whether it is an item of a list, which has no subject and no preface of its own.
        reported: whether the document reports what an organ did, so that a block may open with a past.

    Returns:
        For each phrase its words as written, what it does, and where it begins; in reading order. Nothing for
        a heading or a subparagraph without a finite verb ("To develop …", "وضع إجراءات …").
    """
    verbs = verbs_of(code)
    start = 0
    if verbs.says_who and zone == "operative" and (who := verbs.says_who.match(text)):
        start = who.end()
    clause = Clause(verbs, words_of(text, start, MOST_WORDS), text, zone, item, reported)
    later = find_reported(text, code) if reported and zone == "operative" else None
    opening = None if later else opening_of(clause)
    if opening is not None:
        first = phrase_of(clause.words, opening.end, opening.action, start)
    elif later or (zone == "operative" and not item and (later := _later(verbs, text, code))):
        first, opening = later
    else:
        return []
    found = all_further(verbs, text, first[2] + len(first[0]), opening)
    return [first, *(found[at] for at in sorted(found))] if found else [first]


def _later(verbs: Verbs, text: str, code: str) -> Later | None:
    """The verb of an operative paragraph that does not begin with it."""
    if found := find_reported(text, code):
        return found
    if verbs.key(text.split(" ", 1)[0]) in verbs.prefaces:
        return _behind_comma(verbs, text, 0, ("present",))
    return None
