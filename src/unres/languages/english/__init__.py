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
    Furniture,
    Headings,
    Labels,
    Language,
    Masthead,
    Notes,
    Ordinals,
    Verbs,
    loaded,
)
from unres.languages.numbers import Numbers
from unres.printed import PageWords

LANGUAGE = Language(
    code="en",
    detection=Detection(
        common=re.compile(r"\b(?:the|of|and|to|in|on|for|its|that|by|with|at)\b", re.IGNORECASE),
        as_written=(" the ", " of ", " and ", " to ", " in "),
    ),
    make_dates=loaded(Dates, f"{__name__}.dates"),
    make_ordinals=loaded(Ordinals, f"{__name__}.ordinals"),
    make_cardinals=loaded(Cardinals, f"{__name__}.cardinals"),
    make_labels=loaded(Labels, f"{__name__}.labels"),
    make_masthead=loaded(Masthead, f"{__name__}.masthead"),
    make_clauses=loaded(Clauses, f"{__name__}.text"),
    make_closing=loaded(Closing, f"{__name__}.text"),
    make_headings=loaded(Headings, f"{__name__}.text"),
    make_furniture=loaded(Furniture, f"{__name__}.text"),
    make_notes=loaded(Notes, f"{__name__}.text"),
    make_drafts=loaded(Drafts, f"{__name__}.drafts"),
    make_citations=loaded(Citations, f"{__name__}.citations"),
    make_verbs=loaded(Verbs, f"{__name__}.verbs"),
    make_numbers=loaded(Numbers, f"{__name__}.numbers"),
    make_page_words=loaded(PageWords, f"{__name__}.pages"),
)
