"""English phrases that open clauses: "Recalling also", "Deeply concerned", "Strongly urges", "We reaffirm".

Verbs stand here in their base form, and their forms are made by rule. A phrase of a verb and a noun ("express …
concern", "take … note") is a verb with a tail, before which other words may stand.
"""

from __future__ import annotations

import re

from unres.languages.phrases import Form, Mood
from unres.models.action import Action as A

VERBS: dict[A, str] = {
    A.ACCEPT: "accept accede",
    A.ACT: "act",
    A.ADDRESS: "address convey",
    A.ADMIT: "admit",
    A.ADOPT: "adopt enact",
    A.AFFIRM: "affirm assert attest avow vow uphold",
    A.AGREE: "agree concur share acquiesce",
    A.AMEND: "amend revise modify replace change adjust alter correct substitute rename redesignate increase"
    " reduce rectify supersede",
    A.APPEAL: "appeal implore beseech entreat plead",
    A.APPOINT: "appoint elect nominate designate select choose reappoint",
    A.APPRECIATE: "appreciate thank",
    A.APPROPRIATE: "appropriate apportion assess allocate allot",
    A.APPROVE: "approve",
    A.ASSURE: "assure guarantee ensure",
    A.AUTHORIZE: "authorize empower permit allow enable license",
    A.AWARE: "understand comprehend",
    A.BELIEVE: "believe",
    A.COMMEMORATE: "commemorate celebrate mark",
    A.COMMEND: "commend praise applaud laud acclaim admire",
    A.COMMIT: "commit pledge undertake promise engage recommit dedicate devote endeavour endeavor strive covenant",
    A.CONCERN: "fear",
    A.CONCLUDE: "conclude find ascertain infer deduce",
    A.CONDEMN: "condemn denounce censure reprove deprecate",
    A.CONDOLE: "mourn lament grieve",
    A.CONFIRM: "confirm ratify certify validate verify corroborate",
    A.CONGRATULATE: "congratulate felicitate",
    A.CONSIDER: "consider deem regard view hold judge",
    A.CONVENE: "convene assemble meet gather reconvene convoke",
    A.DECIDE: "decide resolve opt",
    A.DECLARE: "declare proclaim announce pronounce",
    A.DEFER: "defer postpone adjourn delay",
    A.DEFINE: "define specify clarify interpret explain elaborate",
    A.DEMAND: "demand",
    A.DEPLORE: "deplore decry abhor",
    A.DESIRE: "desire wish seek want aspire aim prefer",
    A.DETERMINE: "determine",
    A.DIRECT: "direct instruct order command enjoin",
    A.EMPHASIZE: "emphasize stress underline underscore highlight accentuate reemphasize re-emphasize spotlight",
    A.ENCOURAGE: "encourage incite stimulate motivate",
    A.ENDORSE: "endorse subscribe associate espouse",
    A.ENTRUST: "entrust mandate charge assign task delegate",
    A.ESTABLISH: "establish create institute constitute reconstitute found initiate launch inaugurate organize",
    A.EXAMINE: "examine study review discuss scrutinize evaluate investigate analyse analyze deliberate reconsider"
    " survey debate",
    A.EXPECT: "expect anticipate foresee envisage",
    A.EXTEND: "prolong",
    A.HEAR: "hear listen",
    A.HONOUR: "honour honor salute revere",
    A.HOPE: "hope",
    A.INCLUDE: "include inscribe incorporate insert list annex append",
    A.INFORM: "inform notify advise apprise state report communicate testify",
    A.INSIST: "insist persist",
    A.INTEND: "intend plan",
    A.INVITE: "invite",
    A.NOTE: "note observe remark register witness perceive discern see",
    A.OFFER: "offer grant provide contribute accord award confer donate bestow",
    A.REAFFIRM: "reaffirm re-affirm reconfirm rededicate reassert",
    A.RECALL: "recall remember recollect evoke",
    A.RECEIVE: "receive obtain",
    A.RECOGNIZE: "recognize acknowledge realize concede value respect credit",
    A.RECOMMEND: "recommend propose suggest counsel",
    A.REFER: "transmit submit remit forward refer",
    A.REGRET: "regret",
    A.REITERATE: "reiterate repeat restate echo",
    A.REJECT: "reject oppose object disapprove repudiate protest deny refuse contest dispute discourage",
    A.REMIND: "remind",
    A.RENEW: "renew",
    A.REQUEST: "request ask solicit",
    A.REQUIRE: "require oblige obligate compel necessitate",
    A.RESERVE: "reserve",
    A.RESPOND: "respond reply answer",
    A.SUPPORT: "support advocate defend favour favor champion back",
    A.SUSPEND: "suspend freeze exempt waive halt",
    A.TERMINATE: "terminate discontinue dissolve abolish repeal revoke rescind withdraw cancel annul lift end cease"
    " dispense dismiss discharge relieve disband",
    A.TRUST: "trust rely",
    A.URGE: "urge exhort press",
    A.WARN: "warn caution admonish",
    A.WELCOME: "welcome hail greet",
    A.OTHER: "prohibit prevent impose exercise pursue protect proceed promote monitor work deter undermine introduce"
    " arrange set prescribe stipulate identify publish issue circulate apply follow limit combat ban forbid exclude"
    " facilitate strengthen complete implement fix count allude bring leave place clear enter send",
}  # fmt: skip
"""Verbs that open a clause by themselves. Those under OTHER do so too seldom for an action of their own."""

FEELINGS: dict[A, str] = {
    A.CONCERN: "concern concerns alarm dismay distress anxiety apprehension worry shock consternation fear fears horror"
    " unease disquiet preoccupation misgivings doubt doubts",
    A.APPRECIATE: "appreciation gratitude thanks gratefulness",
    A.BELIEVE: "conviction belief confidence certainty",
    A.COMMEND: "commendation admiration praise",
    A.COMMIT: "commitment commitments pledge",
    A.CONDEMN: "condemnation",
    A.CONDOLE: "condolences sympathy sympathies grief sorrow mourning sadness compassion",
    A.CONGRATULATE: "congratulations felicitations",
    A.DEPLORE: "indignation outrage abhorrence revulsion",
    A.DESIRE: "desire wish wishes",
    A.DETERMINED: "determination resolve",
    A.ENCOURAGED: "satisfaction gratification pleasure joy delight pride",
    A.EXPECT: "expectation expectations",
    A.HONOUR: "respect tribute",
    A.HOPE: "hope hopes",
    A.INTEND: "intention intent",
    A.REGRET: "regret regrets disappointment frustration",
    A.REJECT: "opposition disapproval rejection disagreement objection",
    A.SUPPORT: "support solidarity backing",
    A.TRUST: "trust",
    A.EXPRESS: "readiness willingness view interest opinion understanding reservations",
}  # fmt: skip
"""What is expressed → what is done by expressing it."""

REPEATED = (
    "call calls request requests appeal appeals demand demands invitation commitment support concern conviction"
    " determination condemnation appreciation intention decision recommendation solidarity adherence position"
    " willingness readiness gratitude belief recognition approval endorsement encouragement opposition distress hope"
)
"""What is reiterated, reaffirmed or renewed: part of the phrase, and no action of its own."""

AGAIN = {
    "reiterate": A.REITERATE, "repeat": A.REITERATE, "restate": A.REITERATE, "renew": A.RENEW, "reaffirm": A.REAFFIRM,
    "re-emphasize": A.EMPHASIZE, "recall": A.RECALL, "affirm": A.AFFIRM,
}  # fmt: skip
"""Verbs that take them, with a possessive between: "reiterates its strong support"."""

PHRASES: tuple[tuple[str, A, dict[A, str]], ...] = (
    ("express voice manifest", A.EXPRESS, FEELINGS),
    ("extend", A.EXTEND, FEELINGS | {A.INVITE: "invitation", A.ADDRESS: "greetings"}),
    ("offer present", A.OFFER, {A.CONDOLE: "condolences sympathy", A.APPRECIATE: "thanks appreciation gratitude"}),
    (
        "call",
        A.CALL_UPON,
        {A.CALL_UPON: "upon on", A.CALL_FOR: "for", A.DRAW_ATTENTION: "attention", A.CONVENE: "meeting"},
    ),
    ("maintain retain keep", A.CONTINUE, {A.BEAR_IN_MIND: "mind"}),
    ("pay", A.HONOUR, {A.HONOUR: "tribute homage", A.CONSIDER: "attention", A.ADDRESS: "respects"}),
    ("look", A.LOOK_FORWARD, {A.LOOK_FORWARD: "forward"}),
    ("stand", A.SUPPORT, {A.SUPPORT: "by with", A.CONTINUE: "ready", A.HONOUR: "silence"}),
    ("join", A.AGREE, {}),
    ("rest", A.BELIEVE, {A.BELIEVE: "assured confident"}),
    ("feel", A.CONSIDER, {A.CONCERN: "concern concerned", A.BELIEVE: "convinced confident"}),
    ("rejoice", A.ENCOURAGED, {}),
    ("attach", A.EMPHASIZE, {A.EMPHASIZE: "importance significance"}),
    ("deposit invoke dismantle recede", A.OTHER, {}),
)
"""Verbs whose phrase may go on to a noun that belongs to it, with what it does alone and with that noun."""

ONLY_PHRASES: tuple[tuple[str, dict[A, str]], ...] = (
    (
        "take",
        {
            A.TAKE_NOTE: "note cognizance",
            A.TAKE_INTO_ACCOUNT: "account consideration",
            A.DECIDE: "decision decisions",
            A.EXAMINE: "stock",
        },
    ),
    ("bear", {A.BEAR_IN_MIND: "mind", A.NOTE: "witness", A.RECOGNIZE: "responsibility"}),
    ("draw", {A.DRAW_ATTENTION: "attention", A.GUIDE: "inspiration guidance upon on", A.NOTE: "lessons"}),
    ("have", {A.TAKE_INTO_ACCOUNT: "regard", A.BEAR_IN_MIND: "mind", A.BELIEVE: "confidence faith", A.HONOUR: "honour"}),
    ("give", {A.OFFER: "effect consent approval authority", A.APPRECIATE: "thanks", A.CONSIDER: "consideration"}),
    ("place", {A.TRUST: "trust confidence", A.EMPHASIZE: "emphasis", A.TAKE_NOTE: "record", A.INCLUDE: "agenda"}),
    ("put", {A.ENTRUST: "charge", A.DECIDE: "end", A.EMPHASIZE: "emphasis"}),
    ("lay", {A.EMPHASIZE: "emphasis stress"}),
    ("set", {A.ESTABLISH: "up", A.DECIDE: "aside"}),
    ("make", {A.APPEAL: "appeal", A.RECOMMEND: "recommendation recommendations", A.CALL_FOR: "call"}),
    ("proceed", {A.DECIDE: "to"}),
    ("point", {A.NOTE: "out"}),
    ("come", {A.CONCLUDE: "conclusion", A.CONVENE: "together", A.AGREE: "agreement"}),
    ("reach", {A.CONCLUDE: "conclusion", A.AGREE: "agreement"}),
    ("lend", {A.SUPPORT: "support"}),
    ("side", {A.SUPPORT: "with"}),
)  # fmt: skip
"""Verbs that open a clause only with one of these nouns or particles."""

ADJECTIVES: dict[A, str] = {
    A.AWARE: "aware conscious cognizant cognisant unaware",
    A.BEAR_IN_MIND: "mindful heedful",
    A.BELIEVE: "convinced confident persuaded certain assured",
    A.COMMIT: "committed dedicated bound pledged",
    A.CONCERN: "concerned alarmed disturbed distressed shocked appalled dismayed perturbed preoccupied troubled worried"
    " horrified anguished fearful apprehensive",
    A.CONDOLE: "grieved saddened sorrowful",
    A.CONVENE: "assembled gathered convened",
    A.DEPLORE: "outraged indignant affronted revolted",
    A.DESIRE: "desirous anxious eager wishful keen solicitous",
    A.DETERMINED: "determined resolved resolute",
    A.ENCOURAGED: "encouraged heartened gratified satisfied pleased impressed delighted proud glad happy reassured",
    A.APPRECIATE: "grateful thankful appreciative indebted",
    A.GUIDE: "guided inspired motivated prompted moved led impelled inspirited compelled animated imbued",
    A.HOPE: "hopeful optimistic",
    A.REGRET: "disappointed regretful frustrated",
    A.REMAIN_SEIZED: "seized",
    A.RESPOND: "responsive",
    A.INFORM: "informed apprised",
    A.CONTINUE: "ready prepared faithful steadfast engaged",
    A.SUPPORT: "supportive",
    A.ENTRUST: "entrusted mandated vested",
    A.REJECT: "opposed",
    A.ACT: "empowered authorized",
}  # fmt: skip
"""Adjectives and participles that open preambular clauses by themselves, or follow "remains" and the like."""

CARRIERS: tuple[tuple[str, Mood, Mood, A], ...] = (
    ("remains", "present", "state", A.CONTINUE),
    ("remaining", "participle", "state", A.CONTINUE),
    ("remain", "plain", "state", A.CONTINUE),
    ("is", "present", "state", A.OTHER),
    ("being", "participle", "state", A.OTHER),
    ("are am", "plain", "state", A.OTHER),
    ("continues", "present", "plain", A.CONTINUE),
    ("continuing", "participle", "plain", A.CONTINUE),
    ("continue", "plain", "plain", A.CONTINUE),
    ("wishes", "present", "plain", A.DESIRE),
    ("wishing", "participle", "plain", A.DESIRE),
    ("wish would", "plain", "plain", A.DESIRE),
    ("will shall", "plain", "plain", A.COMMIT),
)
"""Verbs that lean on an adjective or another verb, their own mood, that of what follows, and what they do alone;
OTHER: they open nothing alone."""

_DOUBLED = frozenset("admit commit refer regret defer transmit submit permit compel plan confer concur abhor remit annul "
                     "set put ban opt impel rebut".split())  # fmt: skip
_PERFECT: dict[str, tuple[str, ...]] = {
    "take": ("taken",), "bear": ("borne",), "hear": ("heard",), "draw": ("drawn",), "give": ("given",),
    "keep": ("kept",), "hold": ("held",), "find": ("found",), "make": ("made",), "meet": ("met",), "set": ("set",),
    "put": ("put",), "see": ("seen",), "pay": ("paid",), "choose": ("chosen",), "seek": ("sought",), "lay": ("laid",),
    "undertake": ("undertaken",), "understand": ("understood",), "foresee": ("foreseen",), "bring": ("brought",),
    "leave": ("left",), "send": ("sent",), "come": ("come",), "have": ("had",), "feel": ("felt",),
    "withdraw": ("withdrawn",), "stand": ("stood",), "forbid": ("forbidden",), "freeze": ("frozen",),
    "uphold": ("upheld",), "lend": ("lent",), "strive": ("striven",), "rely": ("relied",),
}  # fmt: skip


def _british(base: str) -> tuple[str, ...]:
    """Both spellings of a verb in -ize."""
    return (base, base[:-3] + "ise") if base.endswith("ize") else (base,)


def _inflect(base: str) -> dict[Mood, tuple[str, ...]]:
    """The forms of a verb: requests, requesting, requested, request."""
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
    past = base[:-1] + "ied" if consonant_y else stem + "ed"
    return {
        "present": (present,),
        "participle": (stem + "ing",),
        "perfect": _PERFECT.get(base, (past,)),
        "plain": (base,),
    }



def _tails(nouns: dict[A, str]) -> dict[str, A]:
    return {word: action for action, words in nouns.items() for word in words.split()}


def _forms() -> dict[str, Form]:
    """Every form of every verb and adjective above."""
    forms: dict[str, Form] = {}

    def add(base: str, action: A, tails: dict[str, A], *, needs_tail: bool = False, own: bool = False) -> None:
        for spelling in _british(base):
            for mood, words in _inflect(spelling).items():
                for word in words:
                    form = forms.setdefault(word, Form({}, tails, needs_tail, own))
                    form.actions[mood] = action

    for bases, action, nouns in PHRASES:
        for base in bases.split():
            add(base, action, _tails(nouns))
    for base, action in AGAIN.items():
        add(base, action, dict.fromkeys(REPEATED.split(), action), own=True)
    for bases, nouns in ONLY_PHRASES:
        for base in bases.split():
            add(base, A.OTHER, _tails(nouns), needs_tail=True)
    for action, bases in VERBS.items():
        for base in bases.split():
            if base not in forms:
                add(base, action, {})
    for word in ("learned", "learnt"):
        forms[word] = Form({"perfect": A.HEAR})
    for word in ("considered", "contemplated"):
        forms[word] = Form({"perfect": A.EXAMINE})
    for action, words in ADJECTIVES.items():
        for word in words.split():
            form = forms.setdefault(word, Form({}))
            form.actions |= {"participle": action, "state": action}
    for words, own, carries, action in CARRIERS:
        for word in words.split():
            forms[word] = Form({own: action}, carries=(carries,), needs_tail=action is A.OTHER)
    for decided in ("decides", "decide", "deciding"):
        forms[decided].clues = {"seized": A.REMAIN_SEIZED}
    forms["regard"].actions["perfect"] = A.TAKE_INTO_ACCOUNT  # "having regard to"
    forms["whereas"] = Form({"participle": A.CONSIDER})
    forms["pursuant"] = Form({"participle": A.ACT})
    return forms


FORMS: dict[str, Form] = _forms()

LEADS: dict[str, Mood | None] = dict.fromkeys(
    "ever also further furthermore moreover therefore hereby thus hence nevertheless however accordingly once again more yet"
    " still even while whilst although though as particularly very most well too and not fully then likewise equally".split()
)
LEADS |= {"having": "perfect", "we": "plain", "i": "plain"}
INTROS = tuple(
    f"{first} {which} {noun}, "
    for first, nouns in (("In", "regard respect context connection spirit sense"), ("To", "end effect"), ("With", "aim"))
    for which in ("this", "that")
    for noun in nouns.split()
)
LINKS = frozenset({"to", "be", "like"})
AFTER = frozenset(
    "also further again particularly especially too anew furthermore moreover therefore unequivocally however".split()
)
_FEELINGS = frozenset(word for words in FEELINGS.values() for word in words.split())
MANNERS: dict[str, frozenset[str]] = {
    "with": _FEELINGS | {"interest", "approval", "favour", "disapproval", "emphasis", "urgency"},
    "in": frozenset({"regard", "respect", "connection", "context", "particular", "terms", "addition", "principle"}),
    "once": frozenset({"again", "more"}),
    "without": frozenset({"reservation", "reservations", "delay", "qualification"}),
}
STOPS = frozenset("that to of at about over as by from which who whether how what where".split())
FURTHER = re.compile(
    r"""
    [,;]\ (and\ )?
    ((?:(?:also|further|therefore|once\ again|in\ th(?:is|at)\ (?:regard|respect|context|connection),?|[a-z]{3,12}ly)\ ){0,2})
    ([a-z\-]{3,16}(?:s|ing|ed)|aware|mindful|conscious|cognizant|bearing)\b
    """,
    re.VERBOSE,
)
JOINTS = tuple(
    f" and {word} "
    for word in ("also", "further", "in this regard", "in that regard", "requests", "calls upon", "urges", "encourages", "invites")
)
AND = " and "
NOUNS = frozenset(
    "requests calls demands notes supports concerns appeals stresses orders reports plans reviews studies regrets"
    " respects trusts hopes values places permits mandates charges tasks lists states limits works issues measures"
    " views acts ends changes sets grants awards approaches forms debates surveys decrees witnesses".split()
)
AFTER_NOUN = frozenset("of by under are were is was will shall should may must have has".split())
AFTER_VERB = frozenset("the its all once also further upon those any every each that".split())
SUBJECT_FOLLOWS = False
POSSESSIVES = frozenset({"its", "our", "their", "his"})
_SAFE = (
    "recall reaffirm note recognize acknowledge emphasize stress underline underscore reiterate welcome take bear deplore"
    " regret express commend affirm condemn believe have"
).split()
_SAFE_PLAIN = (
    "highlight commit decide declare call urge invite encourage request resolve pledge look draw pay appeal adopt_that"
    " remain realize appreciate thank reject rededicate recommit proclaim honour congratulate strive"
).split()
SAFE = frozenset(
    [form for base in _SAFE for spelling in _british(base) for mood in ("participle", "plain")
     for form in _inflect(spelling)[mood]]
    + [spelling for base in _SAFE_PLAIN for spelling in _british(base)]
    + "considering mindful aware conscious cognizant convinced guided desirous determined whereas acting"
    .split() + ADJECTIVES[A.CONCERN].split()
)  # fmt: skip

_TRAILING = ",;:.)]”\"'’"
_LEADING = "([“\"'‘*"


def key(word: str) -> str:
    """The word in small letters, without punctuation at its ends."""
    return word.strip(_LEADING + _TRAILING).lower()


tail_key = key


def adverb(key: str) -> bool:
    """Whether the word ends as adverbs do."""
    return key.endswith("ly") and len(key) > len("only")


_NOT_FINITE = ("ss", "us", "is")


def looks_like_verb(key: str, following: str, mood: Mood) -> bool:
    """A participle in -ing or -ed; a present in -s with a word after it that a noun in the plural would not have."""
    if not key.isalpha() or len(key) < 5:  # noqa: PLR2004  # "does", "Aims", "bed"
        return False
    if mood == "perfect":
        return key.endswith("ed")
    if mood == "participle":
        return key.endswith(("ing", "ed"))
    return mood == "present" and key.endswith("s") and not key.endswith(_NOT_FINITE) and following in AFTER_VERB - {"that"}
