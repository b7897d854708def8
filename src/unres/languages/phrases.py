"""How a language describes the phrases that open its clauses; :mod:`unres.parsers.verbs` reads them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping

    from unres.models.action import Action

Mood = Literal["present", "past", "participle", "perfect", "plain", "state"]
"""``present`` an organ does it: "requests", تطلب
``past`` an organ is reported to have done it: "requested", طلبت
``participle`` it opens a preambular clause: "noting", "aware", وإذ تلاحظ
``perfect`` it is done: "(having) considered", (وقد) نظرت
``plain`` those who speak do it: "(we) reaffirm", نؤكد
``state`` an adjective after "remains", "are" and the like: "concerned", مقتنعة"""


@dataclass(slots=True)
class Form:
    """One surface form of a verb, or of an adjective, that opens clauses."""

    actions: dict[Mood, Action]
    """What it does in each mood that it can have."""
    tails: dict[str, Action] = field(default_factory=dict)
    """Words soon after it that belong to the phrase → the action of the whole: "express … concern"."""
    needs_tail: bool = False
    """Without one of its tails, or what it carries, it opens nothing: "bears (witness)"."""
    own: bool = False
    """Its tails follow a possessive: "reiterates its support"."""
    carries: tuple[Mood, ...] = ()
    """The moods of another verb that it leans on and whose action the phrase then has: "remains concerned"."""
    before: tuple[tuple[str, Action], ...] = ()
    """Beginnings of the word after the phrase that tell what it does: تدعو is "invites", تدعو إلى is "calls for"."""
    clues: tuple[tuple[frozenset[str], Action], ...] = ()
    """Words that tell the same where all of them follow soon: "decides to keep … under … review"."""
    person: str = ""
    """Further verbs of the same clause have the same: in Arabic the prefix, which tells the organ's gender."""


def words(text: str) -> frozenset[str]:
    """A set of words, written as a line of them."""
    return frozenset(text.split())


@dataclass(frozen=True, slots=True)
class Verbs:
    """The phrases that open clauses; :mod:`unres.parsers.verbs` reads them. Words are as `key` gives them."""

    forms: Mapping[str, Form]
    """Every form of every verb and adjective."""
    leads: Mapping[str, Mood | None]
    """Words that may stand before the verb, and the mood that some of them bring: "having", "we", وإذ, وقد."""
    misprints: Mapping[str, Mood]
    """Words that by a misprint stand for such a lead of a preambular clause, and occur elsewhere in their own right."""
    intros: Mapping[str, tuple[str, ...]]
    """First word → beginnings of three words that may stand before the whole phrase: "In this regard, "."""
    links: frozenset[str]
    """Words between a form that carries and what it carries: "continues to"."""
    possessives: frozenset[str]
    """Words after which alone the tails of a form with `own` follow: "its"."""
    after: frozenset[str]
    """Single words after the verb that belong to its phrase: "also", أيضا."""
    manners: Mapping[str, frozenset[str]]
    """A word that opens a manner → the words that may close it: "with" … "concern", من … جديد."""
    to: Mapping[str, frozenset[str]]
    """The same for a word that mostly begins what the verb is about: "brings | to the attention"."""
    stops: frozenset[str]
    """Words that end the search for a tail: "that", أن."""
    further: re.Pattern[str]
    """What may be a further verb of the clause; its groups are the "and" before it, if any, and its first word."""
    further_unparted: re.Pattern[str] | None
    """What stands before a further verb that no comma parts from the words before it, if the language has that."""
    conjunction: str
    """What stands between two verbs of one opening: " and ", " و"."""
    nouns: frozenset[str]
    """Forms that are also nouns."""
    after_noun: frozenset[str]
    """Words that follow the noun and not the verb: "requests of"."""
    subject_follows: bool
    """Whether a verb stands before its subject, so that in an annex a present need not be an organ's."""
    safe: frozenset[str]
    """Participles and plain forms that open clauses and hardly ever subparagraphs, wherever they stand."""
    prefaces: frozenset[str]
    """Words that open what stands before the verb of a clause: "Pending the repair of the towers, | urges"."""
    pause: re.Pattern[str]
    """What parts it from the verb: a comma."""
    after_participle: frozenset[str]
    """Words that show that what looks like a past is a participle: "adopted by"."""
    ways_to_decide: frozenset[str]
    """What follows such a word where the verb is none for all that: "elected by acclamation", "put in the agenda"."""
    reports: re.Pattern[str]
    """The organ of which a sentence reports what it did, or will do: "…, the General Assembly | decided"."""
    subject_words: frozenset[str]
    """First words of an organ's name that follow its verb, where the language has that order: قررت | الجمعية."""
    in_security_council: Mapping[str, Action]
    """What a verb does in the Security Council, where that is not what it does elsewhere."""
    says_who: re.Pattern[str] | None
    """The organ's name before its verb, where a sentence names it again: "The Security Council | expresses"."""
    agrees: Callable[[str, str], bool]
    """Whether the organ that a formula names (second) can be the subject of a phrase (first)."""
    key: Callable[[str], str]
    """The form of a word for looking it up."""
    tail_key: Callable[[str], str]
    """The form of a word after the verb, without what the language adds to it: تقديرها → تقدير."""
    shows_verb: Callable[[str], bool]
    """Whether a word follows a verb and nothing else that its form may be: "requests the", تقرر أن."""
    adverb: Callable[[str], bool]
    """Whether a word that no table knows is an adverb by its shape."""
    looks_like_verb: Callable[[str, str, Mood], bool]
    """Whether a word that no table knows has the shape of a verb in this mood, judged with the word after it."""
    unparted_moods: tuple[Mood, ...] = get_args(Mood)
    """The moods in which a further verb may stand without a comma before it."""
    subject_rest: frozenset[str] = frozenset()
    """The words of organs' names behind the first ones: الجمعية | العامة."""
