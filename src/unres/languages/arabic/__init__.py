"""Arabic as the United Nations writes it."""

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
    *("كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيه"),
    *("تموز/يوليه", "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر"),
)
_PAGE_WORDS = PageWords(
    months=(
        "كانون|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين"
        "|يناير|فبراير|مارس|أبريل|مايو|يوني[هو]|يولي[هو]|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر"
    ),
    page="صفحة|الصفحة",
    of="من",
    recycle="(?:الرجاء|يرجى) إعادة (?:ال)?(?:استعمال|استخدام|تدوير)(?: الورق)?|إعادة الاستعمال",
    reissued="[أا]ُ?عيد إصدار",
    issuer="الأمم المتحدة",
    share="في المائة",
    joints="و|أو|إلى",
    year="و?(?:ال|ل|ب|لل)?(?:عام|سنة)",
    clause="(?:و?إذ|وقد) ",
    formula="إن[ّ]? (?:ال|مجلس|جمعية|لجنة|مؤتمر|هيئة)[^،؛.]{1,90}،",
    month_names=_MONTHS,
    lone_lines=(
        *("إن الجمعية العامة،", "إن مجلس الأمن،", "إن المجلس الاقتصادي والاجتماعي،", "إن مجلس حقوق الإنسان،"),
        *("الجمعية العامة", "مجلس الأمن"),
    ),
    cited_names=tuple(
        prefix + name
        for prefix in ("", "و", "ب")
        for name in (
            *("قرار", "القرار", "قراره", "قرارها", "قرارات", "القرارات", "قراراته", "قراراتها", "القراران", "القرارين"),
            *("قراريه", "قراريها", "قراري", "مقرر", "مقرري", "مقررات", "المقرر", "مقرره", "مقررها", "المقررات"),
            *("مقرراته", "مقرراتها", "المقررين"),
        )
    ),
    cited_others=("الفقرة", "الفقرات", "الفقرتين", "الفترة", "القرن", "للقرار", "للقرارات", "قرارا", "مقررا"),
    special_marks=("دإ-", "دإط-"),
    draft="مشروع |تعديل|مقترح ",
    article="[وفبك]?ال|لل",
    common=(
        "في|من|على|إلى|أن|التي|الذي|هذا|هذه|عن|مع|ما|لا|أو|بين|كما|ذلك|وفي|ومن|وأن|غير|كل|بعد|إذ|وإذ|وإلى|وعلى|بأن|تلك|إن|قد|لم"
    ),
)
LANGUAGE = Language(
    code="ar",
    names=("ara", "arabic", "a"),
    months=_MONTHS,
    detection=Detection(
        common=re.compile(r"\b(?:في|من|على|إلى|إن|أن|عن|التي|الذي|المتحدة|العامة|مجلس|وإذ|إذ)\b"),
        as_written=(" في ", " من ", " على ", " إلى ", " أن "),
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
