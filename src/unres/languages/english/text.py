"""The fixed words of the text: formulas, openings of clauses, headings, the closing, footnotes, furniture."""

from __future__ import annotations

import re

import regex

from unres.languages.language import Clauses, Closing, Headings, Notes, Wording
from unres.languages.numbers import MEETING

_ORGAN = r"""(?:[A-Z][\w’'-]*[ ]|of[ ]|the[ ]|and[ ]|on[ ]|for[ ]|in[ ]){0,14}   # the organ's name ...
        (?:Assembly|Council|Commission|Conference|Committee|Board|Congress|Forum|Parties|Programme|Development|Women|
           Drugs|Justice|Rights|Pacific|Africa|Europe|Caribbean|Asia        # ... ends in one of these
           |ASSEMBLY|COUNCIL|COMMISSION|CONFERENCE|COMMITTEE|BOARD|CONGRESS|FORUM)"""

CLAUSES = Clauses(
    formula=re.compile(
        rf"""[“"‘']?(?:The|THE)[ ](?P<organ>{_ORGAN})[ ]?(?P<end>[,:;.]|$)""",
        re.VERBOSE,
    ),
    formula_before_clause=re.compile(
        r"[“\"]?(?:The|THE) (?P<organ>(?i:General Assembly|Security Council|Economic and Social Council|Human Rights Council))[,:]? (?=[A-Z][a-z]+(?:ing|ed|s|ly) )"
    ),
    formula_at_end=re.compile(
        r"[^,،] (?P<formula>The (?:General Assembly|Security Council|Economic and Social Council|Human Rights Council)[,:])$"
    ),
    preambular=re.compile(
        r"""[“"]?(?:
        (?:(?:also|further|deeply|gravely|strongly|fully|again|firmly|once[ ]again|profoundly|seriously|keenly|particularly|
           extremely|equally|greatly|increasingly|very)[ ]){0,3}
        (?:(?<=ly[ ])[a-z]{3,14}ed(?=,)|[a-z]{2,14}ing|aware|mindful|conscious|cognizant|having|desirous|appreciative|confident|[a-z]{3,14}ed[ ](?:by|that|at|with|about|to|of|in|also|further|over|anew))\b
    )(?=[ ,])""",
        re.VERBOSE | re.IGNORECASE,
    ),
    recital_inside=re.compile(r"[,;] (?=[A-Z][a-z]+ )"),
    recitals_in_a_clause=False,
    refers_back=None,
    announces=re.compile(r"[,،]|\b(?:[Ff]ollow(?:s|ing)|[Bb]elow|[Ww]e|shall|will)\b"),
    names_follow=re.compile(r"\b(?:following|follows|below)\b", re.IGNORECASE),
    hangs=re.compile(
        r"(?:^| )(?:of|the|and|in|to|for|by|with|on|its|their|a|an|or|from|at|as|that|which|into|under|between|against|through)$"
    ),
    fragment=re.compile(
        r"(?:ings?|tions?|ations?|sions?|ments?|ted|ting|ters?|bers?|ances?|ences?|ities|ity|ness"
        r"|able|ible|ed|ly|cil|tive)\b"
    ),
)

CLOSING = Closing(
    meeting=re.compile(
        rf"""(?:(?P<number>{MEETING})[\s-]?(?:st|nd|rd|th)|(?P<words>[A-Z][a-z]{{2,10}}(?:[ -][a-z]{{3,11}}){{0,7}}?))[ ](?:\(?(?P<resumed>resumed)\)?[ ])?(?:closed[ ]|private[ ])?(?:plenary[ ]|formal[ ])?meeting(?:[ ]\(resumed\))?,?
        (?:[ ](?:on[ ])?(?P<rest>\d{{1,2}}[ ][A-Z][a-z]+[ ]\d{{4}}))?[.,]?$""",
        re.VERBOSE,
    ),
    remark=re.compile(
        r"[\[(]?(?:Ad[ao]pted|Resolution adopted)\b.{0,400}?(?:vote|meeting|unanimously|consensus)", re.DOTALL
    ),
    vote=regex.compile(
        r"""(?P<for>\d{1,3})[ ]votes?[ ]to[ ](?P<against>\d{1,3}|none|nil|I|l)(?:[ ]\((?P<who_against>[^()]{3,600})\))?(?:[ ]?,?[ ](?:with[ ]|and[ ])?(?P<abstaining>\d{1,3}|[a-z]+)[ ]abstentions?)?
      | (?:vote[ ]of[ ])(?P<for2>\d{1,3})[ ](?:votes?[ ])?to[ ](?P<against2>\d{1,3}|none)(?:[ ]?,?[ ](?:with[ ]|and[ ])?(?P<abstaining2>\d{1,3}|[a-z]+)[ ]abstentions?)?""",
        regex.VERBOSE,
    ),
    states=re.compile(r"\b(?P<side>In favour|Against|Abstaining|Abstentions?) ?: ?", re.IGNORECASE),
    sides={
        "in favour": "states_in_favour",
        "against": "states_against",
        "abstaining": "states_abstaining",
        "abstention": "states_abstaining",
        "abstentions": "states_abstaining",
    },
    number_words={
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
    },
)

HEADINGS = Headings(
    annex=re.compile(
        r"(?P<label>(?:Annex|Appendix|Enclosure|Attachment|ANNEX|APPENDIX)(?: (?:[IVXL]{1,6}|[A-Z]|\d{1,2}))?)(?: to (?:the )?[\w ,/()-]{3,60})?[.:]?(?:$|(?P<sep> ?[-–—:.] ?)(?=[A-Z]))"
    ),
    section=re.compile(
        r"(?:Article|Section|Part|Chapter|Rule|Principle|Guideline|Regulation|Schedule|Goal|Round table|Title|Revenue section|Income section) [IVXLC\d]+[A-Z]?(?:\b|$)"
    ),
    numbered=re.compile(r"(?P<label>[IVX]{1,6}|[A-Z])(?:\. |\.?$)"),
)

NOTES = Notes(
    cites=re.compile(
        r"(?:See|United Nations, |Official Records|[A-Z]{1,5}/|Resolutions? |General Assembly |Decision |Available |Sales No|Adopted |Report of )"
    ),
    opens=re.compile(
        r"(?:See (?:also )?(?:Official Records|[AS]/)|Official Records of |Documents? [AS]/|Resolutions or decisions on this question "
        r"|(?:One|Two|Three|Four) members? \([^)]{3,100}\) did not participate)"
    ),
    goes_on_after_label=re.compile(
        r"\(\w{1,5}\),? (?:and|or|to|of|above|below|through|as|in|is|are|hereof|thereof)\b|\d{1,3}\) |\(\w{1,5}\) \("
    ),
    names_a_number=re.compile(
        r"(?:\b(?:paragraphs?|paras?\.|articles?|resolutions?|Nos?\.|items?|sections?|chapters?|chap\.|vol\.|part|rules?|goals?"
        r"|of|to|and|than|by|at|in|on|from|between"
        r"|January|February|March|April|May|June|July|August|September|October|November|December)|[/(])$",
        re.IGNORECASE,
    ),
    is_counted=re.compile(
        r" ?(?:(?:to|and|or|[-–—,]) ?\d|per cent|percent|%|million|billion|years?\b|months?\b|days?\b"
        r"|January|February|March|April|May|June|July|August|September|October|November|December)"
    ),
    goes_on=re.compile(
        r" (?:and|or|as|in|of|to|at|on|by|for|from|with|which|that|who|where|when|including|entitled|adopted|is|are|was"
        r"|were|the|its|has|have|held|concerning|regarding|through|towards?)\b"
    ),
)

WORDING = Wording(
    word=re.compile("[a-z]{2,24}"),
    endings=tuple(
        "ations ation ments ment ities ity ically ical ally ings ing ions ion ies ied ely ly ed es al ic e s y".split()
    ),
    common=frozenset(
        "the and for with that this its from their which such are has have been was were not but all any other upon"
        " of to in on by as at an or is it be no we he so if us into also including well under between more through"
        " within those these them they who whose".split()
    ),
    abbreviations=("No", "vol", "chap", "sect", "para", "pp", "Art", "art", "Rev"),
    no_facts=r"""
      COVID[\s\-‑–]{0,3}19                               # one name, with its year or without
    | 100\sper\scent                                    # all of it
    | (?<![0-9])[0-9]+-degree                            # a way of speaking
    | [0-9]{1,2}(?:\.[0-9]{2})?\s(?:to|-|–|and)\s[0-9]{1,2}(?:\.[0-9]{2})?\s[ap]\.m\b
    | [0-9]{1,2}(?:\.[0-9]{2})?\s[ap]\.m\b              # 5.40 p.m.: an hour, counted in two ways
    """,
)
