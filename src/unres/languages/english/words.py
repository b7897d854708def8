"""The fixed words of English resolutions: masthead, formulas, closing, annexes, furniture.

Every pattern is applied to text with Western digits and single spaces; lines of a masthead are joined by a line end.
"""

from __future__ import annotations

import re

import regex

from unres.models.vocabulary import Organ

UNITED_NATIONS = re.compile(
    r"(?:United Nations|UNITED NATIONS|الأمم المتحدة|United Nations ?- ?الأمم المتحدة|Nations Unies)"
)

ORGANS: tuple[tuple[re.Pattern[str], Organ], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), organ)
    for pattern, organ in (
        (r"human rights council", Organ.HUMAN_RIGHTS_COUNCIL),
        (r"environment assembly", Organ.ENVIRONMENT_ASSEMBLY),
        (r"habitat assembly", Organ.HABITAT_ASSEMBLY),
        (r"security council", Organ.SECURITY_COUNCIL),
        (r"economic and social council", Organ.ECONOMIC_AND_SOCIAL_COUNCIL),
        (r"trusteeship council", Organ.TRUSTEESHIP_COUNCIL),
        (r"commission on human rights", Organ.COMMISSION_ON_HUMAN_RIGHTS),
        (r"commission on crime prevention", Organ.COMMISSION_ON_CRIME_PREVENTION),
        (r"commission on narcotic drugs", Organ.COMMISSION_ON_NARCOTIC_DRUGS),
        (r"commission on the status of women", Organ.COMMISSION_ON_THE_STATUS_OF_WOMEN),
        (r"commission on population", Organ.COMMISSION_ON_POPULATION),
        (r"commission for social development", Organ.COMMISSION_FOR_SOCIAL_DEVELOPMENT),
        (r"commission on science and technology", Organ.COMMISSION_ON_SCIENCE_AND_TECHNOLOGY),
        (r"statistical commission", Organ.STATISTICAL_COMMISSION),
        (r"forum on forests", Organ.FORUM_ON_FORESTS),
        (r"social commission for western asia", Organ.COMMISSION_FOR_WESTERN_ASIA),
        (r"social commission for asia and the pacific", Organ.COMMISSION_FOR_ASIA_AND_THE_PACIFIC),
        (r"economic commission for latin america", Organ.COMMISSION_FOR_LATIN_AMERICA),
        (r"economic commission for africa", Organ.COMMISSION_FOR_AFRICA),
        (r"economic commission for europe", Organ.COMMISSION_FOR_EUROPE),
        (r"general assembly", Organ.GENERAL_ASSEMBLY),
    )
)
"""Names of organs; the first that is found names the organ, so special ones stand before general ones."""

_ORGAN = r"""(?:[A-Z][\w’'-]*[ ]|of[ ]|the[ ]|and[ ]|on[ ]|for[ ]|in[ ]){0,14}   # the organ's name ...
        (?:Assembly|Council|Commission|Conference|Committee|Board|Congress|Forum|Parties|Programme|Development|Women|
           Drugs|Justice|Rights|Pacific|Africa|Europe|Caribbean|Asia        # ... ends in one of these
           |ASSEMBLY|COUNCIL|COMMISSION|CONFERENCE|COMMITTEE|BOARD|CONGRESS|FORUM)"""
FORMULA = re.compile(
    rf"""[“"‘']?(?:The|THE)[ ](?P<organ>{_ORGAN})[ ]?(?P<end>[,:;.]|$)""",
    re.VERBOSE,
)
"""The enacting formula, alone on its line or before the first clause: "The General Assembly,"."""

FORMULA_BEFORE_CLAUSE = re.compile(
    r"[“\"]?(?:The|THE) (?P<organ>(?i:General Assembly|Security Council|Economic and Social Council|Human Rights Council))[,:]? (?=[A-Z][a-z]+(?:ing|ed|s|ly) )"
)
"""The same, with the first clause on the same line."""
FORMULA_AT_END = re.compile(
    r"[^,،] (?P<formula>The (?:General Assembly|Security Council|Economic and Social Council|Human Rights Council)[,:])$"
)
"""The same, in one line with the end of the masthead."""

PREAMBULAR = re.compile(
    r"""[“"]?(?:
        (?:(?:also|further|deeply|gravely|strongly|fully|again|firmly|once[ ]again|profoundly|seriously|keenly|particularly|
           extremely|equally|greatly|increasingly|very)[ ]){0,3}
        (?:(?<=ly[ ])[a-z]{3,14}ed(?=,)|[a-z]{2,14}ing|aware|mindful|conscious|cognizant|having|desirous|appreciative|confident|[a-z]{3,14}ed[ ](?:by|that|at|with|about|to|of|in|also|further|over|anew))\b
    )(?=[ ,])""",
    re.VERBOSE | re.IGNORECASE,
)
"""How a preambular clause opens: a participle or an adjective of mind, with adverbs before it."""

RECITAL_INSIDE = re.compile(r"[,;] (?=[A-Z][a-z]+ )")
"""Where a recital may begin inside a line: a capital behind a comma."""

ANNOUNCES = re.compile(r"[,،]|\b(?:[Ff]ollow(?:s|ing)|[Bb]elow|[Ww]e|shall|will)\b")
"""What a line that ends with a colon holds if it opens a list, and a heading does not."""

RECITALS_IN_A_CLAUSE = False
"""Whether one clause holds several recitals that look like clauses, as the language writes them."""

DISTRIBUTION = regex.compile(
    r"\bDistr(?:\.|ibution) ?:? ?\n?(?P<distribution>General|Limited|Restricted|Provisional|GENERAL|LIMITED|RESTRICTED)"
)
ORIGINAL = regex.compile(
    r"\bOriginal ?: ?(?P<language>[A-Z][A-Za-z]+(?:(?:,| and|/) ?[A-Z][a-z]+){0,5})", regex.IGNORECASE
)
LANGUAGE_LINE = re.compile(r"^(?:ARABIC|CHINESE|ENGLISH|FRENCH|RUSSIAN|SPANISH)$", re.IGNORECASE | re.MULTILINE)

SESSION = regex.compile(
    r"""\b(?:
        (?P<ordinal>(?:one[ ]hundred[ ](?:and[ ])?)?[a-z]{3,11}(?:[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))?|\d{1,3}(?:st|nd|rd|th))
        [ ](?P<kind>(?:resumed[ ]|regular[ ]|substantive[ ]|organizational[ ])?(?:emergency[ ]special[ ]|special[ ])?)session
        | (?P<year>(?:19|20)\d\d)[ ]session
    )\b""",
    regex.VERBOSE | regex.IGNORECASE,
)
EMERGENCY = "emergency"
SPECIAL = "special"

_OF_THE_AGENDA = "[ ]of[ ]the[ ](?:[a-z]{4,14}[ ]){0,2}(?:agenda|list)"
AGENDA = regex.compile(
    rf"""\b(?:Agenda[ ]items?[ ]*:?[ ]*|Items?[ ](?=\d[\d() ,a-z–-]{{0,60}}{_OF_THE_AGENDA}\b))
        (?P<numbers>\d{{1,3}}(?:[ ]?\([a-z]{{1,2}}\))?
            (?:(?:,[ ]?|[ ]?and[ ]|[ ]to[ ]|,[ ]?and[ ]|[–-])(?:\d{{1,3}}(?:[ ]?\([a-z]{{1,2}}\))?|\([a-z]{{1,2}}\))){{0,40}}+)
        (?:{_OF_THE_AGENDA}\b)?""",
    regex.VERBOSE | regex.IGNORECASE,
)
"""«Agenda item 29 (a)», «Item 35 of the provisional agenda»."""
AGENDA_NUMBER = re.compile(r"(?P<number>\d{1,3})?(?:[ ]?\((?P<letter>[a-z]{1,2})\))?(?P<range> to |–|-)?")

ADOPTION = regex.compile(
    r"""(?:\b(?P<kind>Resolution|Decision|Statement|Declaration)s?\s)?\b(?:adopted|Ad[ao]pted|Made|made|taken)\s
        (?:by[ ]the[ ](?P<organ>[A-Z][\w ]{3,90}?)|unanimously|without[ ]a[ ]vote)?""",
    regex.VERBOSE,
)
"""The remark that says who adopted it; meeting and date follow within the same lines."""
MEETING = regex.compile(
    r"\b(?P<number>(?=[IlO]{0,4}\d)[\dIlO]{1,5})\s?(?:st|nd|rd|[t1]h|d)?_?\s(?:\([a-z ]{3,20}\)\s)?(?:plenary\s|closed\s|private\s|formal\s)?(?:meeting|session)\b",
    regex.IGNORECASE,
)

OPENING_MEETING = re.compile(
    r"[“\"]?(?:At|On|During) (?:its|the) (?:resumed )?(?P<number>\d{1,5}) ?(?:st|nd|rd|th|d) (?:\([a-z ]{3,20}\) )?(?:plenary |closed |private |formal )?meetings?\b"
)
"""How a decision or a statement opens that names its meeting in its first sentence: "At its 93rd plenary meeting"."""

RESOLUTION_NUMBER = re.compile(
    r"^(?:RESOLUTION|Resolution) (?P<number>\d{1,4}) ?\((?P<year>(?:19|20)\d\d)\)", re.MULTILINE
)
NUMBER_ALONE = re.compile(r"(?:RESOLUTION|Resolution) (?P<number>\d{1,4})\s")
"""The number without its year, which the date behind it gives: "Resolution 290 of 8 December 1970"."""
NUMBER_DATE = re.compile(r"^(?P<number>\d{1,4}) ?\((?P<year>(?:19|20)\d\d)\)[.,]? ", re.MULTILINE)
DECISION_WORD = re.compile(r"^(?:Decisions?|DECISIONS?)\b(?= adopted| \d|$)", re.MULTILINE)
STATEMENT_WORD = re.compile(r"Statement by the President|Presidential statement", re.IGNORECASE)

BASIS_KINDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"without reference to a"), "without_committee"),
    (re.compile(r"on the reports? of"), "committee_report"),
    (re.compile(r"on the recommendations? of"), "recommendation"),
    (re.compile(r"on (?:a|the) proposals? |considered in plenary"), "plenary_proposal"),
)
COMMITTEE = regex.compile(
    r"(?:on the (?:reports?|recommendations?) of|without reference to|considered by) (?:the |a )?(?P<name>[A-Z][^()\[\]]{2,160}(?:\([A-Z][a-z]+ Committee\))?)"
)

CLOSING = re.compile(
    r"""(?:(?P<number>\d{1,5})\s?(?:st|nd|rd|th)|(?P<words>[A-Z][a-z]{2,10}(?:[ -][a-z]{3,11}){0,7}?))[ ](?:\(?(?P<resumed>resumed)\)?[ ])?(?:closed[ ]|private[ ])?(?:plenary[ ]|formal[ ])?meeting,?
        (?:[ ](?:on[ ])?(?P<rest>\d{1,2}[ ][A-Z][a-z]+[ ]\d{4}))?\.?$""",
    re.VERBOSE,
)
"""The closing: "60th plenary meeting", with the date on the same line or the next."""
CLOSING_VOTE = re.compile(
    r"[\[(]?(?:Ad[ao]pted|Resolution adopted)\b.{0,400}?(?:vote|meeting|unanimously|consensus)", re.DOTALL
)
"""The remark on the vote: "Adopted at the 259th meeting by 8 votes to none", "[Adopted without a vote.]"."""

VOTE = regex.compile(
    r"""(?P<for>\d{1,3})[ ]votes?[ ]to[ ](?P<against>\d{1,3}|none|nil|I|l)(?:[ ]\((?P<who_against>[^()]{3,600})\))?(?:[ ]?,?[ ](?:with[ ]|and[ ])?(?P<abstaining>\d{1,3}|[a-z]+)[ ]abstentions?)?
      | (?:vote[ ]of[ ])(?P<for2>\d{1,3})[ ](?:votes?[ ])?to[ ](?P<against2>\d{1,3}|none)(?:[ ]?,?[ ](?:with[ ]|and[ ])?(?P<abstaining2>\d{1,3}|[a-z]+)[ ]abstentions?)?""",
    regex.VERBOSE,
)
VOTE_STATES = re.compile(r"\b(?P<side>In favour|Against|Abstaining|Abstentions?) ?: ?", re.IGNORECASE)
SIDES = {
    "in favour": "states_in_favour",
    "against": "states_against",
    "abstaining": "states_abstaining",
    "abstention": "states_abstaining",
    "abstentions": "states_abstaining",
}
NUMBER_WORDS = {
    "none": 0,
    "nil": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "I": 1,
    "l": 1,
}

ANNEX = re.compile(
    r"(?P<label>(?:Annex|Appendix|Enclosure|Attachment|ANNEX|APPENDIX)(?: (?:[IVXL]{1,6}|[A-Z]|\d{1,2}))?)(?: to (?:the )?[\w ,/()-]{3,60})?[.:]?(?:$|(?P<sep> ?[-–—:.] ?)(?=[A-Z]))"
)
"""The heading of an annex, alone or with its title."""
SECTION_HEADING = re.compile(
    r"(?:Article|Section|Part|Chapter|Rule|Principle|Guideline|Regulation|Schedule|Goal|Round table|Title|Revenue section|Income section) [IVXLC\d]+[A-Z]?(?:\b|$)"
)
"""Headings that a word and a number make: "Article 5", "Part II"."""
NUMBERED_HEADING = re.compile(r"(?P<label>[IVX]{1,6}|[A-Z])(?:\. |$)")
"""Headings with a Roman or letter number: "IV. Reporting", "II" alone."""

RECYCLE = re.compile(r"(?:Please recycle|PLEASE RECYCLE).{0,8}")
REISSUED = re.compile(r"\*{1,3} ?(?:Re-?issued|Second reissue|Third reissue|Reissue)\b.{0,120}", re.IGNORECASE)
PAGE = re.compile(r"(?:Page|page|PAGE) \d{1,3}(?: ?(?:of|/) ?\d{1,3})?")
CITES = re.compile(
    r"(?:See|Ibid|United Nations, |Official Records|[A-Z]{1,5}/|Resolutions? |General Assembly |Decision |Available |Sales No|Adopted |Report of )"
)
"""How the text of a footnote usually opens."""
NOTE = re.compile(
    r"(?:Ibid\b|See (?:also )?(?:Official Records|[AS]/)|Official Records of |Documents? [AS]/"
    r"|(?:One|Two|Three|Four) members? \([^)]{3,100}\) did not participate)"
)
"""What opens a footnote and nothing else."""
GOES_ON_AFTER_LABEL = re.compile(
    r"\(\w{1,5}\),? (?:and|or|to|of|above|below|through|as|in|is|are|hereof|thereof)\b|\d{1,3}\) |\(\w{1,5}\) \("
)
"""A bracketed letter at the start of a line that is the rest of a reference: "(b) and (c) above"."""
NAMES_A_NUMBER = re.compile(
    r"(?:paragraphs?|paras?\.|articles?|resolutions?|Nos?\.|items?|sections?|chapters?|chap\.|vol\.|part|rules?|goals?"
    r"|of|to|and|than|by|at|in|on"
    r"|January|February|March|April|May|June|July|August|September|October|November|December|[/(])$",
    re.IGNORECASE,
)
"""Before a number: it is no footnote mark."""

HANGS = re.compile(
    r"(?:^| )(?:of|the|and|in|to|for|by|with|on|its|their|a|an|or|from|at|as|that|which|into|under|between|against|through)$"
)
"""A word at the end of a text behind which something must follow."""

COMMON = re.compile(r"\b(?:the|of|and|to|in|on|for|its|that|by|with|at)\b", re.IGNORECASE)
"""Words that no text of some length does without."""
COMMON_AS_WRITTEN = (" the ", " of ", " and ", " to ", " in ")
"""Most of them, as they mostly stand: counting them first decides nearly every text."""
