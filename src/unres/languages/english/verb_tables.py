"""English verbs and the phrases they make, as data; :mod:`unres.languages.english.verbs` makes the forms.

Verbs stand here in their base form. A phrase of a verb and a noun ("express … concern", "take … note") is a verb with
a tail, before which other words may stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.models.action import Action

if TYPE_CHECKING:
    from unres.languages.phrases import Mood

A = Action

VERBS: dict[A, str] = {
    A.ACCEPT: "accept accede",
    A.ACT: "act",
    A.ADDRESS: "address",
    A.ADMIT: "admit",
    A.ADOPT: "adopt enact",
    A.AFFIRM: "affirm assert attest avow vow uphold",
    A.AGREE: "agree concur acquiesce",
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
    A.COMMEND: "commend praise applaud laud acclaim admire extol",
    A.COMMIT: "commit pledge undertake promise engage recommit dedicate devote endeavour endeavor strive"
    " covenant adhere abide",
    A.CONCERN: "fear",
    A.CONCLUDE: "conclude find ascertain infer deduce",
    A.CONDEMN: "condemn denounce censure reprove deprecate",
    A.CONDOLE: "mourn lament grieve sympathize commiserate",
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
    A.DIRECT: "instruct order command enjoin",
    A.EMPHASIZE: "emphasize stress underline underscore highlight accentuate reemphasize re-emphasize spotlight",
    A.ENCOURAGE: "encourage incite stimulate motivate",
    A.ENDORSE: "endorse subscribe associate espouse",
    A.ENTRUST: "entrust mandate charge assign task delegate",
    A.ESTABLISH: "establish create institute constitute reconstitute found initiate launch inaugurate organize"
    " reinstate restore",
    A.EXAMINE: "examine study review discuss scrutinize evaluate investigate analyse analyze deliberate reconsider"
    " survey debate",
    A.EXPECT: "expect anticipate foresee envisage await",
    A.EXTEND: "prolong",
    A.HEAR: "hear listen",
    A.HONOUR: "honour honor salute revere",
    A.HOPE: "hope",
    A.INCLUDE: "include inscribe incorporate insert list annex append",
    A.INFORM: "inform notify advise apprise report communicate testify",
    A.INSIST: "insist persist",
    A.INTEND: "intend plan",
    A.INVITE: "invite",
    A.NOTE: "note observe remark witness perceive discern see",
    A.OFFER: "offer grant provide contribute award confer donate bestow",
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
    " dispense dismiss discharge relieve disband renounce relinquish",
    A.TRUST: "trust rely",
    A.URGE: "urge exhort press",
    A.WARN: "warn caution admonish",
    A.WELCOME: "welcome hail greet",
    A.OTHER: "prohibit prevent impose exercise pursue protect proceed promote monitor work deter undermine introduce"
    " arrange set prescribe stipulate identify publish issue circulate apply follow limit combat ban forbid exclude"
    " facilitate strengthen complete implement fix allude leave place clear enter send",
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
    ("express voice manifest signal signify", A.EXPRESS, FEELINGS | {A.APPROVE: "approval"}),
    ("convey tender", A.ADDRESS, FEELINGS),
    ("extend", A.EXTEND, FEELINGS | {A.INVITE: "invitation", A.ADDRESS: "greetings"}),
    ("offer present", A.OFFER, {A.CONDOLE: "condolences sympathy", A.APPRECIATE: "thanks appreciation gratitude"}),
    (
        "call",
        A.CALL_UPON,
        {
            A.CALL_UPON: "upon on",
            A.CALL_FOR: "for",
            A.DRAW_ATTENTION: "attention",
            A.CONVENE: "meeting",
            A.RECALL: "mind",
        },
    ),
    ("maintain retain keep", A.CONTINUE, {A.BEAR_IN_MIND: "mind", A.REMAIN_SEIZED: "seized review consideration"}),
    ("pay", A.HONOUR, {A.HONOUR: "tribute homage respect", A.CONSIDER: "attention heed regard", A.ADDRESS: "respects"}),
    ("look", A.LOOK_FORWARD, {A.LOOK_FORWARD: "forward ahead"}),
    ("stand", A.SUPPORT, {A.SUPPORT: "by with", A.CONTINUE: "ready", A.HONOUR: "silence"}),
    ("join", A.AGREE, {}),
    ("record register", A.NOTE, FEELINGS | {A.APPROVE: "approval"}),
    ("repose", A.TRUST, {A.TRUST: "confidence trust"}),
    ("rest", A.BELIEVE, {A.BELIEVE: "assured confident"}),
    ("feel", A.CONSIDER, {A.CONCERN: "concern concerned", A.BELIEVE: "convinced confident"}),
    ("rejoice", A.ENCOURAGED, {}),
    ("attach", A.EMPHASIZE, {A.EMPHASIZE: "importance significance"}),
    ("share", A.AGREE, {A.CONCERN: "concern concerns", A.BELIEVE: "conviction belief"}),
    ("direct", A.DIRECT, {A.DRAW_ATTENTION: "attention"}),
    ("bring", A.OTHER, {A.DRAW_ATTENTION: "attention notice", A.INFORM: "knowledge", A.TERMINATE: "end"}),
    ("deposit invoke dismantle recede", A.OTHER, {}),
)
"""Verbs whose phrase may go on to a noun that belongs to it, with what it does alone and with that noun."""

ONLY_PHRASES: tuple[tuple[str, dict[A, str]], ...] = (
    (
        "take",
        {
            A.TAKE_NOTE: "note notice cognizance",
            A.TAKE_INTO_ACCOUNT: "account consideration",
            A.DECIDE: "decision decisions action",
            A.BELIEVE: "view",
            A.ENCOURAGED: "heart pride pleasure",
            A.REJECT: "exception",
            A.EXAMINE: "stock",
        },
    ),
    ("bear", {A.BEAR_IN_MIND: "mind", A.NOTE: "witness", A.RECOGNIZE: "responsibility"}),
    ("draw", {A.DRAW_ATTENTION: "attention", A.GUIDE: "inspiration guidance upon on", A.NOTE: "lessons"}),
    ("have", {A.TAKE_INTO_ACCOUNT: "regard", A.BEAR_IN_MIND: "mind", A.BELIEVE: "confidence faith"}),
    ("give", {
        A.SUPPORT: "support backing", A.APPROVE: "approval assent consent", A.OFFER: "effect authority",
        A.APPRECIATE: "thanks", A.CONSIDER: "consideration regard", A.EMPHASIZE: "priority", A.INFORM: "notice",
    }),
    ("place", {
        A.TRUST: "trust confidence faith reliance hope", A.EMPHASIZE: "emphasis", A.TAKE_NOTE: "record",
        A.INCLUDE: "agenda",
    }),
    ("put", {A.ENTRUST: "charge", A.DECIDE: "end", A.EMPHASIZE: "emphasis", A.WARN: "notice"}),
    ("lay", {A.EMPHASIZE: "emphasis stress"}),
    ("set", {A.ESTABLISH: "up", A.DECIDE: "aside"}),
    ("make", {
        A.APPEAL: "appeal plea", A.RECOMMEND: "recommendation recommendations", A.CALL_FOR: "call",
        A.EMPHASIZE: "clear", A.RECALL: "reference", A.OFFER: "available",
    }),
    ("proceed", {A.DECIDE: "to", A.CONSIDER: "from"}),
    ("raise", {A.DRAW_ATTENTION: "awareness", A.CONCERN: "concern concerns"}),
    ("build", {A.GUIDE: "on upon"}),
    ("accord", {A.EMPHASIZE: "priority importance"}),
    ("count", {A.TRUST: "on upon"}),
    ("distance disassociate dissociate", {A.REJECT: "itself"}),
    ("impress prevail", {A.URGE: "upon on"}),
    ("reflect ponder", {A.CONSIDER: "on upon over"}),
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
    A.COMMIT: "committed dedicated bound pledged unwavering",
    A.CONCERN: "concerned alarmed disturbed distressed shocked appalled dismayed perturbed preoccupied troubled worried"
    " horrified anguished fearful apprehensive",
    A.CONDOLE: "grieved saddened sorrowful",
    A.CONVENE: "assembled gathered convened",
    A.DEPLORE: "outraged indignant affronted revolted incensed",
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

IN: dict[A, str] = {
    A.BEAR_IN_MIND: "mind",
    A.CONSIDER: "view light",
    A.ACT: "accordance pursuance conformity keeping compliance",
    A.RECOGNIZE: "recognition",
    A.RESPOND: "response",
}
"""What follows an "in" that opens a preambular clause, or that "having" brings: "having in mind"."""

SEIZED = ("seized", "keep under review", "keep under consideration", "keep agenda", "retain agenda", "remain matter")
"""Words after "decides" that together say that the matter stays with the organ."""
