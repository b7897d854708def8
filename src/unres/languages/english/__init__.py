"""English as the United Nations writes it."""

import re

from unres.languages.citing import Citations
from unres.languages.language import (
    Cardinals,
    Clauses,
    Closing,
    Dates,
    Detection,
    Drafts,
    Headings,
    Labels,
    Language,
    Masthead,
    Notes,
    Ordinals,
    Wording,
    loaded,
)
from unres.languages.numbers import Numbers
from unres.languages.phrases import Verbs
from unres.printed import PageWords

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_PAGE_WORDS = PageWords(
    months="|".join(_MONTHS),
    page="Page|page|PAGE",
    of="of",
    recycle="Please recycle|PLEASE RECYCLE",
    reissued=r"(?i:Re-?issued|Second reissue|Third reissue|Reissue)\b",
    issuer=r"United Nations|Distr\..{0,20}",
    share="per cent",
    joints="and|to|or",
    year="[Yy]ear",
    clause="[A-Z][a-z]+(?:ing|ly|ed) ",
    formula=r"The(?: (?:[A-Z][\w’'\-]*|and|of|on|for|the|to|in|its)){1,14},",
    draft="[a-z]",
    common=(
        "the|of|and|to|in|for|a|on|by|its|with|that|as|is|at|an|from|be|or|all|it|this|not"
        "|de|la|le|les|et|des|du|en|el|los|las|que|y|del"  # of French and Spanish, which no one is to take for rubbish
    ),
)
LANGUAGE = Language(
    code="en",
    names=("eng", "english", "e"),
    months=_MONTHS,
    detection=Detection(
        common=re.compile(r"\b(?:the|of|and|to|in|on|for|its|that|by|with|at)\b", re.IGNORECASE),
        as_written=(" the ", " of ", " and ", " to ", " in "),
    ),
    make_dates=loaded(Dates, f"{__name__}.counting"),
    make_ordinals=loaded(Ordinals, f"{__name__}.counting"),
    make_cardinals=loaded(Cardinals, f"{__name__}.counting"),
    make_labels=loaded(Labels, f"{__name__}.counting"),
    make_masthead=loaded(Masthead, f"{__name__}.masthead"),
    make_clauses=loaded(Clauses, f"{__name__}.text"),
    make_closing=loaded(Closing, f"{__name__}.text"),
    make_headings=loaded(Headings, f"{__name__}.text"),
    make_notes=loaded(Notes, f"{__name__}.text"),
    make_drafts=loaded(Drafts, f"{__name__}.masthead"),
    make_citations=loaded(Citations, f"{__name__}.citations"),
    make_verbs=loaded(Verbs, f"{__name__}.verbs"),
    make_numbers=loaded(Numbers, f"{__name__}.masthead"),
    make_page_words=lambda: _PAGE_WORDS,
    make_wording=loaded(Wording, f"{__name__}.text"),
)
