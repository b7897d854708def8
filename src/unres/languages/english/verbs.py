"""English phrases that open clauses: "Recalling also", "Deeply concerned", "Strongly urges", "We reaffirm"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import cast

from unres.languages.english import verb_tables as tables
from unres.languages.phrases import Form, Mood, Verbs, words
from unres.models.action import Action

_DOUBLED = words(
    "admit commit recommit refer regret defer transmit submit permit compel plan confer concur abhor remit annul set"
    " put ban opt"
)
_PERFECT: dict[str, tuple[str, ...]] = {
    "take": ("taken",), "bear": ("borne",), "hear": ("heard",), "draw": ("drawn",), "give": ("given",),
    "keep": ("kept",), "hold": ("held",), "find": ("found",), "make": ("made",), "meet": ("met",), "set": ("set",),
    "put": ("put",), "see": ("seen",), "pay": ("paid",), "choose": ("chosen",), "seek": ("sought",), "lay": ("laid",),
    "undertake": ("undertaken",), "understand": ("understood",), "foresee": ("foreseen",), "bring": ("brought",),
    "leave": ("left",), "send": ("sent",), "come": ("come",), "have": ("had",), "feel": ("felt",),
    "withdraw": ("withdrawn",), "stand": ("stood",), "forbid": ("forbidden",), "freeze": ("frozen",),
    "uphold": ("upheld",), "lend": ("lent",), "strive": ("striven",), "rely": ("relied",),
}  # fmt: skip
_PAST: dict[str, str] = {
    "take": "took", "bear": "bore", "draw": "drew", "give": "gave", "see": "saw", "choose": "chose",
    "undertake": "undertook", "foresee": "foresaw", "come": "came", "withdraw": "withdrew", "forbid": "forbade",
    "freeze": "froze", "strive": "strove",
}  # fmt: skip
"""Where the past is not what follows "having"."""


def _british(base: str) -> tuple[str, ...]:
    """Both spellings of a verb in -ize."""
    return (base, base[:-3] + "ise") if base.endswith("ize") else (base,)


def _inflect(base: str) -> dict[Mood, tuple[str, ...]]:
    """The forms of a verb: requests, requesting, requested, requested, request."""
    stem = base[:-1] if base.endswith("e") and not base.endswith(("ee", "oe")) else base
    if base in _DOUBLED:
        stem = base + base[-1]
    consonant_y = base.endswith("y") and base[-2] not in "aeou"
    if consonant_y:
        present = base[:-1] + "ies"
    elif base.endswith(("s", "sh", "ch", "x", "z", "o")):
        present = base + "es"
    else:
        present = "has" if base == "have" else base + "s"
    past = base + "d" if base.endswith("e") else base[:-1] + "ied" if consonant_y else stem + "ed"
    return {
        "present": (present,),
        "participle": (stem + "ing",),
        "perfect": _PERFECT.get(base, (past,)),
        "past": (_PAST[base],) if base in _PAST else _PERFECT.get(base, (past,)),
        "plain": (base,),
    }


def _tails(nouns: dict[Action, str]) -> dict[str, Action]:
    return {word: action for action, listed in nouns.items() for word in listed.split()}


class _Table:
    """The forms, as they are collected."""

    def __init__(self) -> None:
        self.forms: dict[str, Form] = {}

    def verbs(self, bases: str, action: Action, model: Form) -> None:
        """Adds every form of some verbs, made like a model; the first to add a form says what it does."""
        for base in bases.split():
            for spelling in _british(base):
                for mood, forms in _inflect(spelling).items():
                    for word in forms:
                        form = self.forms.setdefault(word, replace(model, actions={}))
                        form.actions.setdefault(mood, action)

    def word(self, word: str, **actions: Action) -> Form:
        """Adds moods to one word."""
        form = self.forms.setdefault(word, Form({}))
        form.actions |= cast("dict[Mood, Action]", actions)
        return form


def _forms() -> dict[str, Form]:
    """Every form of every verb and adjective of the tables."""
    table = _Table()
    for bases, action, nouns in tables.PHRASES:
        table.verbs(bases, action, Form({}, _tails(nouns)))
    for bases, action in tables.AGAIN.items():
        table.verbs(bases, action, Form({}, dict.fromkeys(tables.REPEATED.split(), action), own=True))
    for bases, nouns in tables.ONLY_PHRASES:
        table.verbs(bases, Action.OTHER, Form({}, _tails(nouns), needs_tail=True))
    for action, bases in tables.VERBS.items():
        table.verbs(bases, action, Form({}))
    for action, listed in tables.ADJECTIVES.items():
        for word in listed.split():
            table.word(word, participle=action, state=action)
    for listed, own, carried, action in tables.CARRIERS:
        for word in listed.split():
            table.forms[word] = Form({own: action}, needs_tail=action is Action.OTHER, carries=(carried,))
    _add_special(table)
    return table.forms


def _add_special(table: _Table) -> None:
    """Words that do in one mood what they do not in the others."""
    for word in ("learned", "learnt"):
        table.word(word, perfect=Action.HEAR)
    for word in ("considered", "contemplated"):  # it is done: the organ has looked into it
        table.word(word, perfect=Action.EXAMINE, past=Action.EXAMINE)
    for word in ("decides", "decide", "deciding", "decided"):
        table.forms[word].clues = tuple((words(together), Action.REMAIN_SEIZED) for together in tables.SEIZED)
    table.word("regard", perfect=Action.TAKE_INTO_ACCOUNT)  # "having regard to"
    table.word("in", perfect=Action.OTHER, participle=Action.OTHER).tails = _tails(tables.IN)
    table.forms["in"].needs_tail = True
    table.forms["have"].carries = ("perfect",)  # "we have decided"
    table.word("whereas", participle=Action.CONSIDER)
    table.word("pursuant", participle=Action.ACT)


FORMS: dict[str, Form] = _forms()
LEADS: dict[str, Mood | None] = dict.fromkeys(
    words(
        "ever also further furthermore moreover therefore hereby thus hence nevertheless however accordingly once again"
        " more yet still even while whilst although though as particularly very most well too and not then likewise"
    )
)
LEADS |= {"having": "perfect", "been": "state", "we": "plain", "i": "plain"}
MISPRINTS: dict[str, Mood] = {}
INTROS = {
    first: tuple(f"{first} {which} {noun}, " for which in ("this", "that") for noun in nouns.split())
    for first, nouns in (
        ("In", "regard respect context connection spirit sense"),
        ("To", "end effect"),
        ("With", "aim"),
    )
}
LINKS = frozenset({"to", "be", "like"})
AFTER = words("also further again particularly especially too anew furthermore moreover therefore however")
_FEELINGS = words(" ".join(tables.FEELINGS.values()))
MANNERS: dict[str, frozenset[str]] = {
    "with": _FEELINGS | words("interest approval favour disapproval emphasis urgency"),
    "in": words("regard respect connection context particular terms addition principle"),
    "once": words("again more"),
    "without": words("reservation reservations delay qualification"),
}
TO = {"to": words("attention notice knowledge mind")}
STOPS = words("that to of at about over as by from which who whether how what where")
FURTHER = re.compile(r", (and )?([a-z\-]++)")  # begins with fixed letters, for which the search is fastest
FURTHER_UNPARTED = re.compile(
    " and (?=(?:also|further|in this regard|in that regard|requests|calls upon|urges|encourages|invites"
    "|decided|requested|endorsed|approved|adopted|invited|took|authorized|recommended|elected|appointed|noted"
    "|expressed (?:its|deep|grave|great)|welcomed|reaffirmed|postponed|deferred|extended|declared|urged|called upon|encouraged|confirmed) )"
)
AND = " and "
NOUNS = words(
    "requests calls demands notes supports concerns appeals stresses orders reports plans reviews studies regrets"
    " respects trusts hopes values places permits mandates charges tasks lists limits works issues measures"
    " views acts ends changes sets grants awards approaches forms debates surveys witnesses objects offers answers"
    " replies associates contests disputes protests promises marks aims praises credits guarantees institutes"
    " increases delegates addresses licenses launches halts judges finds meets backs favours champions presses annexes"
    " inserts registers remarks counsels discharges lifts fears instructs seeks records"
)
AFTER_NOUN = words("of by under are were is was will shall should may must have has")
_AFTER_VERB = words("the its all once also further upon those any every each that")
SUBJECT_FOLLOWS = False
POSSESSIVES = words("its our their his")
_SAFE = (
    "recall reaffirm note recognize acknowledge emphasize stress underline underscore reiterate welcome take bear"
    " deplore regret express commend affirm condemn believe have"
)
_SAFE_PLAIN = (
    "highlight commit decide declare call urge invite encourage request resolve pledge look draw pay appeal remain"
    " realize appreciate thank reject rededicate recommit proclaim honour congratulate strive"
)
SAFE = (
    words("considering mindful aware conscious cognizant convinced guided desirous determined whereas acting")
    | words(tables.ADJECTIVES[Action.CONCERN])
    | {spelling for base in words(_SAFE + " " + _SAFE_PLAIN) for spelling in _british(base)}
    | {_inflect(spelling)["participle"][0] for base in words(_SAFE) for spelling in _british(base)}
)

_TRAILING = ",;:.)]”\"'’"
_LEADING = "([“\"'‘*"


@lru_cache(maxsize=8192)
def key(word: str) -> str:
    """The word in small letters, without punctuation at its ends."""
    return word.strip(_LEADING + _TRAILING).lower()


tail_key = key


def adverb(key: str) -> bool:
    """Whether the word ends as adverbs do."""
    return key.endswith("ly") and len(key) > len("only")


def shows_verb(following: str) -> bool:
    """Whether this word follows a verb, as no noun in the plural would have it: "requests the", "urges Member"."""
    return following in _AFTER_VERB or following[:1].isupper()


_AFTER_ED = words("by to with that also further in about over")
_NOT_FINITE = ("ss", "us", "is")


def looks_like_verb(key: str, following: str, mood: Mood) -> bool:
    """A participle in -ing or -ed; a present in -s with a word after it that a noun in the plural would not have."""
    if not key.isalpha() or len(key) < 5:  # "does", "Aims", "bed"
        return False
    if mood == "perfect":
        return key.endswith("ed")
    if mood == "participle":
        return (key.endswith("ing") and following[:1].islower()) or (key.endswith("ed") and following in _AFTER_ED)
    return (
        mood == "present"
        and key.endswith("s")
        and not key.endswith(_NOT_FINITE)
        and following in _AFTER_VERB
        and following != "that"  # "States that", "Measures that"
    )


_ORGAN = (
    "(?:General Assembly|Security Council|Economic and Social Council|Human Rights Council|Trusteeship Council"
    "|Assembly|Council|Commission|Committee|Conference|Board)"
)
SAYS_WHO: re.Pattern[str] | None = re.compile(rf"[“\"'‘]*The {_ORGAN} (?=[a-z])")
REPORTS = re.compile(
    rf"(?:(?:^|.{{1,400}}?(?:, |[a-z\d] ))[“\"]?[Tt]he {_ORGAN}(?: of [A-Z][^,]{{2,60}})?(?: and the {_ORGAN})?|It)(?=,? [a-z])"
)
SUBJECT_WORDS = frozenset[str]()
PAUSE = re.compile(r", (?:and )?")
PREFACES = words(
    "pending with without in pursuant for on upon at subject until as following notwithstanding while by since when"
    " where if during under to from after before consistent owing given through within"
)
AFTER_PARTICIPLE = words("by in on at under from and or pursuant")
WAYS_TO_DECIDE = words("acclamation consensus secret a agenda")
IN_SECURITY_COUNCIL: dict[str, Action] = {}


def agrees(_phrase: str, _formula: str) -> bool:
    """English verbs show no gender."""
    return True


VERBS = Verbs(
    forms=FORMS,
    leads=LEADS,
    misprints=MISPRINTS,
    intros=INTROS,
    links=LINKS,
    possessives=POSSESSIVES,
    after=AFTER,
    manners=MANNERS,
    to=TO,
    stops=STOPS,
    further=FURTHER,
    further_unparted=FURTHER_UNPARTED,
    conjunction=AND,
    nouns=NOUNS,
    after_noun=AFTER_NOUN,
    subject_follows=SUBJECT_FOLLOWS,
    safe=SAFE,
    prefaces=PREFACES,
    pause=PAUSE,
    after_participle=AFTER_PARTICIPLE,
    ways_to_decide=WAYS_TO_DECIDE,
    reports=REPORTS,
    subject_words=SUBJECT_WORDS,
    in_security_council=IN_SECURITY_COUNCIL,
    says_who=SAYS_WHO,
    agrees=agrees,
    key=key,
    tail_key=tail_key,
    shows_verb=shows_verb,
    adverb=adverb,
    looks_like_verb=looks_like_verb,
)
