"""English drafts, and documents that are no resolutions."""

from __future__ import annotations

import re

from unres.languages.language import Drafts

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
