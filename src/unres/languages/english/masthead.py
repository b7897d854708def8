"""English mastheads and drafts, and documents that are no resolutions."""

from __future__ import annotations

import re

import regex

from unres.languages.language import Drafts, Masthead
from unres.languages.numbers import MEETING, numbers
from unres.models.vocabulary import Organ

_OF_THE_AGENDA = "[ ]of[ ]the[ ](?:[a-z]{4,14}[ ]){0,2}(?:agenda|list)"

MASTHEAD = Masthead(
    united_nations=re.compile(
        r"(?:United Nations|UNITED NATIONS|الأمم المتحدة|United Nations ?- ?الأمم المتحدة|Nations Unies)"
    ),
    organs=tuple(
        (re.compile(pattern, re.IGNORECASE), organ)
        for pattern, organ in (
            (r"commission on crime prevention", Organ.COMMISSION_ON_CRIME_PREVENTION),
            (r"commission on population", Organ.COMMISSION_ON_POPULATION),
            (r"commission on science and technology", Organ.COMMISSION_ON_SCIENCE_AND_TECHNOLOGY),
            (r"forum on forests", Organ.FORUM_ON_FORESTS),
            (r"social commission for western asia", Organ.COMMISSION_FOR_WESTERN_ASIA),
            (r"social commission for asia and the pacific", Organ.COMMISSION_FOR_ASIA_AND_THE_PACIFIC),
            (r"economic commission for latin america", Organ.COMMISSION_FOR_LATIN_AMERICA),
            (r"general assembly", Organ.GENERAL_ASSEMBLY),
        )
    ),
    distribution=regex.compile(
        r"\bDistr(?:\.|ibution) ?:? ?\n?(?P<distribution>General|Limited|Restricted|Provisional|GENERAL|LIMITED|RESTRICTED)"
    ),
    original=regex.compile(
        r"\bOriginal ?: ?(?P<language>[A-Z][A-Za-z]+(?:(?:,| and|/) ?[A-Z][a-z]+){0,5})", regex.IGNORECASE
    ),
    language_line=re.compile(r"^(?:ARABIC|CHINESE|ENGLISH|FRENCH|RUSSIAN|SPANISH)$", re.IGNORECASE | re.MULTILINE),
    session=regex.compile(
        r"""\b(?:
        (?P<ordinal>(?:one[ ]hundred[ ](?:and[ ])?)?[a-z]{3,11}(?:[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))?|\d{1,3}(?:st|nd|rd|th))
        [ ](?P<kind>(?:resumed[ ]|regular[ ]|substantive[ ]|organizational[ ])?(?:emergency[ ]special[ ]|special[ ])?)session
        | (?P<year>(?:19|20)\d\d)[ ]session
    )\b""",
        regex.VERBOSE | regex.IGNORECASE,
    ),
    agenda=regex.compile(
        rf"""\b(?:Agenda[ ]items?[ ]*:?[ ]*|Items?[ ](?=\d[\d() ,a-z–-]{{0,60}}{_OF_THE_AGENDA}\b))
        (?P<numbers>\d{{1,3}}(?:[ ]?\([a-z]{{1,2}}\))?
            (?:(?:,[ ]?|[ ]?and[ ]|[ ]to[ ]|,[ ]?and[ ]|[–-])(?:\d{{1,3}}(?:[ ]?\([a-z]{{1,2}}\))?|\([a-z]{{1,2}}\))){{0,40}}+)
        (?:{_OF_THE_AGENDA}\b)?""",
        regex.VERBOSE | regex.IGNORECASE,
    ),
    agenda_number=re.compile(r"(?P<number>\d{1,3})?(?:[ ]?\((?P<letter>[a-z]{1,2})\))?(?P<range> to |–|-)?"),
    adoption=regex.compile(
        r"""(?:\b(?P<kind>Resolution|Decision|Statement|Declaration)s?\s)?\b(?:adopted|Ad[ao]pted|Made|made|taken)\s
        (?:by[ ]the[ ](?P<organ>[A-Z][\w ]{3,90}?)|unanimously|without[ ]a[ ]vote)?""",
        regex.VERBOSE,
    ),
    meeting=regex.compile(
        rf"(?P<number>{MEETING})[\s-]?(?:st|nd|rd|[t1]h|d)?_?\s(?:\([a-z ]{{3,20}}\)\s)?(?:plenary\s|closed\s|private\s|formal\s)?(?:meeting|session)\b",
        regex.IGNORECASE,
    ),
    opening_meeting=re.compile(
        rf"[“\"]?(?:At|On|During) (?:its|the) (?:resumed )?(?P<number>{MEETING})[ -]?(?:st|nd|rd|th|d) (?:\([a-z ]{{3,20}}\) )?(?:plenary |closed |private |formal )?meetings?\b"
    ),
    resolution_number=re.compile(
        r"^(?:RESOLUTION|Resolution) (?P<number>\d{1,4}) ?\((?P<year>(?:19|20)\d\d)\)", re.MULTILINE
    ),
    number_alone=re.compile(r"(?:RESOLUTION|Resolution) (?P<number>\d{1,4})\s"),
    number_date=re.compile(r"^(?P<number>\d{1,4}) ?\((?P<year>(?:19|20)\d\d)\)[.,]? ", re.MULTILINE),
    decision_word=re.compile(r"^(?:Decisions?|DECISIONS?)\b(?= adopted| \d|$)", re.MULTILINE),
    statement_word=re.compile(r"Statement by the President|Presidential statement", re.IGNORECASE),
    basis_kinds=(
        (re.compile(r"without reference to a"), "without_committee"),
        (re.compile(r"on the reports? of"), "committee_report"),
        (re.compile(r"on the recommendations? of"), "recommendation"),
        (re.compile(r"on (?:a|the) proposals? |considered in plenary"), "plenary_proposal"),
    ),
    committee=regex.compile(
        r"(?:on the (?:reports?|recommendations?) of|without reference to|considered by) (?:the |a )?(?P<name>[A-Z][^()\[\]]{2,160}(?:\([A-Z][a-z]+ Committee\))?)"
    ),
    joins_symbols=re.compile(r",? ?(?:and )?"),
)


_TEXTS = r"(?:resolution|decision|(?:presidential[ ])?statement|declaration)"
_WHICH = r"(?:[IVXL]{1,6}|[A-Z]|\d{1,3}|(?:contained[ ]in[ ])?(?:document[ ])?[A-Z]{1,5}/[\w./-]{3,40})"
_BY = "(?:submitted|proposed|presented|introduced|prepared|recommended|sponsored)[ ]by"
_GROUNDS = "(?:on[ ]the[ ]basis|following|pursuant|in[ ]accordance|under|as[ ]a[ ]result)"

DRAFTS = Drafts(
    submitted=re.compile(
        rf"""(?:(?:revised|consolidated|oral|proposed)[ ])?(?:
        draft[ ]{_TEXTS}(?:[ ]as[ ]orally[ ]revised)?
      | (?:sub-?)?amendments?[ ](?:to|of)[ ][^\n]{{3,300}}
    )""",
        re.VERBOSE | re.IGNORECASE,
    ),
    submission=re.compile(
        rf"""(?P<what>(?:(?:Revised|Consolidated|Oral|Proposed)[ ])?(?:
            [Dd]raft[ ]{_TEXTS} | DRAFT[ ](?:RESOLUTION|DECISION)
          | (?:Sub-?a|A|a)mendments?[ ](?:to|of)[ ](?:the[ ])?(?:revised[ ])?draft[ ]{_TEXTS}
        )(?:[ ]{_WHICH})?)
        (?:,?[ ]{_BY}[ ](?P<by>[^\n]{{2,4000}}?))?
        (?:,?[ ](?P<ground>{_GROUNDS}[ ][^\n]{{3,300}}))?""",
        re.VERBOSE,
    ),
    draft_words=("draft", "Draft", "DRAFT", "mendment"),
    amendment=re.compile(r"amendment", re.IGNORECASE),
    decision=re.compile(r"decision", re.IGNORECASE),
    statement=re.compile(r"statement", re.IGNORECASE),
    comma=",",
    name_words=frozenset(("of", "and", "the")),
    most_words_in_name=12,
    between_names=re.compile(
        r",\*{0,3} (?:and )?"
        r"| and (?!(?:Herzegovina|Barbuda|Tobago|Principe|Nevis|Montenegro|the Grenadines|Northern Ireland)\b)"
    ),
    on_behalf=re.compile(r",? ?\(? ?(?:also )?on behalf of .*|,? in (?:its|his|her) capacity as .*", re.IGNORECASE),
    bodies=re.compile(
        r"\b(?:Chair(?:man|woman|person)?|Co-Chairs?|Vice-\w+|President|Rapporteur|Bureau|Secretariat|Secretary|Committee"
        r"|Commission|Council|Group|Facilitators?|Co-facilitators?|Coordinator|Board)\b"
    ),
    article="the ",
    head=re.compile(
        r"(?:(?P<committee>Committee|Council|Organ|Forum)|(?P<topic>Topic|Question of|Question|Subject|Issue)"
        r"|(?P<sponsors>(?:Main )?(?:Sponsor|Submitter|Author)s?|Submitted by)"
        r"|(?P<signatories>Signator(?:y|ies)|Co-?(?:sponsor|submitter)s?|Seconded by)) ?: ?(?=\S)",
        re.IGNORECASE,
    ),
    committee_line=re.compile(
        r"(?:(?:First|Second|Third|Fourth|Fifth|Sixth|General|Main|Ad Hoc) Committee"
        r"|Special Political and Decolonization Committee(?: \(Fourth Committee\))?)\*?",
        re.IGNORECASE,
    ),
    other_documents=(
        (
            re.compile(
                r"(?:Summary|Verbatim|Provisional verbatim|Provisional summary) record\b|(?:Summary|Verbatim) records\b"
            ),
            "the record of a meeting",
        ),
        (re.compile(r"(?:Identical )?[Ll]etters? dated\b|[Nn]otes? verbales? dated\b|Letter of \d"), "a letter"),
        (re.compile(r"[Nn]ote by the\b|Note of the\b|Explanatory note\b|Concept (?:note|paper)\b"), "a note"),
        (
            re.compile(
                r"(?:(?:Annual|Final|Interim|Progress|Draft|Second|Third|Consolidated|Advance) )?[Rr]eport (?:of|by|on) "
                r"(?:the )?[A-Z]"
            ),
            "a report",
        ),
        (
            re.compile(r"(?:Draft |Annotated )?(?:[Pp]rovisional )?[Aa]genda(?: of| for|$)|Programme of work\b"),
            "an agenda",
        ),
        (re.compile(r"Statement submitted by\b|Written statement\b"), "a written statement"),
    ),
    capitals=True,
)


NUMBERS = numbers(
    resolution=("Resolution", "RESOLUTION"),
    decision=("Decision", "DECISION"),
    sign=r"No\.? ?",
    dated=("of ", "Of "),
)
