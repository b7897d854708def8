"""Arabic as the United Nations writes it."""

import re

from unres.languages.language import (
    Cardinals,
    Citations,
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
    PageWords,
    Verbs,
    loaded,
)
from unres.languages.numbers import Numbers

_PAGE_WORDS = PageWords(
    page="صفحة|الصفحة",
    of="من",
    issuer="الأمم المتحدة",
    recycle="الرجاء إعادة (?:استعمال|التدوير)|يرجى إعادة (?:استعمال|التدوير)",
    months="كانون|شباط|[آأا]ذار|نيسان|[أا]يار|حزيران|تموز|[آا]ب|[أا]يلول|تشرين"
    "|يناير|فبراير|مارس|[أا]بريل|مايو|يوني[هو]|يولي[هو]|[أا]غسطس|سبتمبر|[أا]كتوبر|نوفمبر|ديسمبر",
    share="في المائة",
    joints="و|أو|إلى",
    year="(?:ال|ل|ب|لل)?(?:عام|سنة)",
    common="في|من|على|إلى|أن|التي|الذي|هذا|هذه|عن|مع|ما|لا|أو|بين|كما|ذلك|وفي|ومن|وأن|غير|كل|بعد|إذ|وإذ|وإلى|وعلى|بأن|تلك|إن|قد|لم",
)
LANGUAGE = Language(
    code="ar",
    detection=Detection(
        common=re.compile(r"\b(?:في|من|على|إلى|إن|أن|عن|التي|الذي|المتحدة|العامة|مجلس|وإذ|إذ)\b"),
        as_written=(" في ", " من ", " على ", " إلى ", " أن "),
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
    make_page_words=lambda: _PAGE_WORDS,
    make_notes=loaded(Notes, f"{__name__}.text"),
    make_drafts=loaded(Drafts, f"{__name__}.drafts"),
    make_citations=loaded(Citations, f"{__name__}.citations"),
    make_verbs=loaded(Verbs, f"{__name__}.verbs"),
    make_numbers=loaded(Numbers, f"{__name__}.numbers"),
)
