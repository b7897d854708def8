"""Drafts, amendments, papers of a Model United Nations, and documents that are no resolutions."""

from __future__ import annotations

import datetime

import pytest

import unres
from unres.exports.citation import to_bibtex, to_csl

BODY = {
    "en": (
        "The General Assembly,\n\nRecalling its resolution 79/1 of 3 December 2024,\n\n"
        "1. Urges all ports to keep a lamp;\n\n2. Decides to remain seized of the matter."
    ),
    "ar": (
        "إن الجمعية العامة،\n\nإذ تشير إلى قرارها 79/1 المؤرخ 3 كانون الأول/ديسمبر 2024،\n\n"
        "1 - تحث جميع الموانئ على إبقاء مصباح مضاء؛\n\n2 - تقرر أن تبقي المسألة قيد نظرها."
    ),
}
COVER = {
    "en": "United Nations\nA/C.2/98/L.{n}\nGeneral Assembly\nDistr.: Limited\n4 November 2043\nOriginal: English\n"
    "Ninety-eighth session\nSecond Committee\nAgenda item 21 (b)\nHarbours and the sea: lighting of harbours\n",
    "ar": "الأمم المتحدة\nA/C.2/98/L.{n}\nالجمعية العامة\nDistr.: Limited\n4 November 2043\nArabic\nOriginal: English\n"
    "الدورة الثامنة والتسعون\nاللجنة الثانية\nالبند 21 (ب) من جدول الأعمال\nالموانئ والبحر: إضاءة الموانئ\n",
}
SUBJECT = {"en": "Harbours and the sea: lighting of harbours", "ar": "الموانئ والبحر: إضاءة الموانئ"}
TITLE = {"en": "Lamps at the quays", "ar": "المصابيح على الأرصفة"}

MANY = (
    "Albania, Bosnia and Herzegovina, Iran (Islamic Republic of),\nSylvania, Trinidad and Tobago and United Kingdom of "
    "Great Britain and Northern Ireland:\ndraft resolution"
)
ON_GROUNDS = (
    "Draft resolution submitted by the Vice-Chair of the Committee, Ana Lume (Ruritania), on the basis of informal "
    "consultations on draft resolution A/C.2/98/L.3"
)
NAMES = [
    "Albania", "Bosnia and Herzegovina", "Iran (Islamic Republic of)", "Sylvania", "Trinidad and Tobago",
    "United Kingdom of Great Britain and Northern Ireland",
]  # fmt: skip
DRAFTS = [
    ("en", "Ruritania: draft resolution", ["Ruritania"]),
    ("en", "Ruritania and Freedonia: revised draft resolution", ["Ruritania", "Freedonia"]),
    ("en", MANY, NAMES),
    ("en", "Freedonia (on behalf of the Group of Harbour States): draft resolution", ["Freedonia"]),
    ("en", "Draft resolution submitted by the Chair of the Committee", ["Chair of the Committee"]),
    ("en", ON_GROUNDS, ["Vice-Chair of the Committee, Ana Lume (Ruritania)"]),
    ("en", "Draft resolution submitted by Ruritania, Sylvania and Freedonia", ["Ruritania", "Sylvania", "Freedonia"]),
    ("en", "Draft resolution", []),
    ("ar", "روريتانيا: مشروع قرار", ["روريتانيا"]),
    ("ar", "ألبانيا، والبوسنة والهرسك، وترينيداد وتوباغو، وعمان: مشروع قرار منقح",
     ["ألبانيا", "البوسنة والهرسك", "ترينيداد وتوباغو", "عمان"]),
    ("ar", "كوبا ومصر: مشروع قرار", ["كوبا", "مصر"]),
    ("ar", "مشروع قرار مقدم من رئيس اللجنة بناء على مشاورات غير رسمية", ["رئيس اللجنة"]),
    ("ar", "مشروع قرار", []),
]  # fmt: skip


def draft(language: str, line: str, body: str | None = None, n: str = "7") -> unres.Resolution:
    """A draft of the Second Committee with this line of submission."""
    return unres.parse(f"{COVER[language].format(n=n)}{line}\n{TITLE[language]}\n{body or BODY[language]}")


@pytest.mark.parametrize(("language", "line", "sponsors"), DRAFTS)
def test_who_submits_a_draft_stands_apart_from_subject_and_title(language: str, line: str, sponsors: list[str]):
    resolution = draft(language, line)
    assert (resolution.kind, resolution.status, resolution.sponsors) == ("resolution", "draft", sponsors)
    assert resolution.title == TITLE[language]
    assert [item.title for item in resolution.agenda_items] == [SUBJECT[language]]
    assert (resolution.symbol, resolution.session) == ("A/C.2/98/L.7", 98)
    assert resolution.issued_on == datetime.date(2043, 11, 4)
    assert resolution.adopted_on is None
    assert [block.id for block in resolution.walk()] == ["pp1", "op1", "op2"]
    assert not [each for each in resolution.diagnostics if each.severity != "info"]


@pytest.mark.parametrize("n", ["7/Rev.1", "7/Add.1", "12/Rev.2"])
def test_a_draft_keeps_revision_and_addendum_in_its_symbol(n: str):
    assert draft("en", "Ruritania: draft resolution", n=n).symbol == f"A/C.2/98/L.{n}"


@pytest.mark.parametrize(
    ("language", "line", "kind"),
    [
        ("en", "Ruritania: draft decision", "decision"),
        ("en", "Draft decision submitted by the President of the General Assembly", "decision"),
        ("en", "Ruritania: draft presidential statement", "presidential_statement"),
        ("ar", "روريتانيا: مشروع مقرر", "decision"),
        ("ar", "مشروع مقرر مقدم من رئيسة الجمعية العامة", "decision"),
    ],
)
def test_of_what_a_draft_is_submitted(language: str, line: str, kind: str):
    assert (draft(language, line).kind, draft(language, line).status) == (kind, "draft")


AMENDMENTS = [
    ("en", "Ruritania: amendment to draft resolution A/C.2/98/L.3", "Delete operative paragraph 9."),
    (
        "en",
        "Ruritania and Sylvania: amendments to draft resolution A/C.2/98/L.3",
        "In paragraph 2, replace oil with gas.",
    ),
    (
        "en",
        "Amendment to draft resolution A/C.2/98/L.3",
        "After paragraph 4, insert the following:\n“4 bis. Lights lamps;”",
    ),
    ("ar", "روريتانيا: تعديل على مشروع القرار A/C.2/98/L.3", "تحذف الفقرة 9 من المنطوق."),
    ("ar", "تعديلات على مشروع القرار A/C.2/98/L.3", "يستعاض في الفقرة 2 عن كلمة ”زيت“ بكلمة ”غاز“."),
]


@pytest.mark.parametrize(("language", "line", "body"), AMENDMENTS)
def test_an_amendment_says_what_it_amends(language: str, line: str, body: str):
    resolution = draft(language, line, body)
    assert (resolution.kind, resolution.status, resolution.symbol) == ("amendment", "draft", "A/C.2/98/L.7")
    assert resolution.basis is not None
    assert resolution.basis.symbols == ["A/C.2/98/L.3"]
    assert resolution.title == TITLE[language]
    assert next(block.text for block in resolution.walk()) == body.partition("\n")[0]
    assert not [each for each in resolution.diagnostics if each.severity == "error"]


@pytest.mark.parametrize(
    ("language", "line", "note"),
    [
        ("en", "Ruritania:* draft resolution", "On behalf of the Group of Harbour States."),
        ("en", "Draft resolution submitted by the Chair*", "Issued without formal editing."),
        ("ar", "روريتانيا*: مشروع قرار", "باسم مجموعة دول الموانئ."),
        ("ar", "روريتانيا:* مشروع قرار", "باسم مجموعة دول الموانئ."),
    ],
)
def test_the_note_to_the_asterisk_is_a_footnote(language: str, line: str, note: str):
    resolution = draft(language, line, f"{BODY[language]}\n* {note}")
    assert [(each.label, each.text) for each in resolution.footnotes] == [("*", note)]
    assert "*" not in "".join(resolution.sponsors)
    assert len(resolution.operative) == 2


def test_the_subject_of_an_agenda_item_may_speak_of_what_was_adopted():
    cover = COVER["en"].replace(
        SUBJECT["en"], "Follow-up to the decisions adopted by the General Assembly on 3 May 2040"
    )
    resolution = unres.parse(f"{cover.format(n=7)}Ruritania: draft resolution\n{TITLE['en']}\n{BODY['en']}")
    assert resolution.adopted_on is None
    assert resolution.title == TITLE["en"]


@pytest.mark.parametrize(
    "subject", ["Strengthening of the harbours:\nstrengthening of their lamps", "Improving lamps:\noil, and\ngas"]
)
def test_the_subject_of_an_adopted_resolution_may_take_several_lines(subject: str):
    text = (
        "United Nations\nGeneral Assembly\nA/RES/98/12\nDistr.: General\n18 July 2044\nNinety-eighth session\n"
        f"Agenda item 13 (a)\n{subject}\nResolution adopted by the General Assembly on 18 July 2044\n"
        f"[without reference to a Main Committee (A/98/L.4)]\n98/12. {TITLE['en']}\n{BODY['en']}"
    )
    resolution = unres.parse(text)
    assert (resolution.title, resolution.status) == (TITLE["en"], "adopted")
    assert resolution.agenda_items[0].title == " ".join(subject.split("\n"))
    assert [block.id for block in resolution.walk()] == ["pp1", "op1", "op2"]


def test_a_draft_of_the_security_council_has_no_title():
    text = (
        "United Nations\nS/2043/179\nSecurity Council\nDistr.: General\n27 February 2043\nOriginal: English\n"
        "Ruritania and Sylvania: draft resolution\nThe Security Council,\n\nRecalling its resolution 2700 (2023),\n\n"
        "1. Calls upon all ports to keep a lamp."
    )
    resolution = unres.parse(text)
    assert (resolution.symbol, resolution.organ, resolution.status) == ("S/2043/179", "security_council", "draft")
    assert (resolution.title, resolution.sponsors) == (None, ["Ruritania", "Sylvania"])


def test_a_draft_is_not_cited_as_a_resolution():
    resolution = draft("en", "Ruritania: draft resolution")
    assert "{Draft resolution}" in to_bibtex(resolution)
    assert to_csl(resolution)["type"] == "bill"
    assert to_csl(draft("ar", "روريتانيا: مشروع قرار"))["genre"] == "مشروع القرار"


PAPERS = [
    (
        "en",
        "Committee: Assembly\nTopic: Lamps at the quays\nSponsors: Ruritania, Freedonia\nSignatories: Bohemia\n",
    ),
    ("en", "Topic: Lamps at the quays\n\nSponsors: Ruritania,\nFreedonia\n\nSignatories: Sylvania, Grand Fenwick\n"),
    (
        "ar",
        (
            "اللجنة: الجمعية العامة\nالموضوع: المصابيح على الأرصفة\nالدول الراعية: روريتانيا، فريدونيا\n"
            "الدول الموقعة: سيلفانيا\n"
        ),
    ),
]


@pytest.mark.parametrize(("language", "head"), PAPERS)
def test_the_head_of_a_model_paper(language: str, head: str):
    resolution = unres.parse(f"{head}\n{BODY[language]}")
    names = {"en": ["Ruritania", "Freedonia"], "ar": ["روريتانيا", "فريدونيا"]}[language]
    assert (resolution.title, resolution.sponsors, resolution.status) == (TITLE[language], names, "draft")
    assert not [each for each in resolution.diagnostics if each.severity != "info"]


def test_a_lone_line_before_the_formula_is_the_title():
    resolution = unres.parse(f"# {TITLE['en']}\n\n*The General Assembly*,\n\n*Urges* all ports to keep a lamp.")
    assert resolution.title == TITLE["en"]


REPORT = "A/98/301\nNinety-eighth session\nLighting of harbours\nReport of the Secretary-General\n1. Lamps are lit."
NOTE = "A/C.2/98/L.1\nSecond Committee\nOrganization of work\nNote by the Secretariat\n1. The items are listed below."
LETTER = (
    "S/2043/71\nLetter dated 3 May 2043 from the Permanent Representative of Ruritania addressed to the President\n"
    "I have the honour to say that resolution 2700 (2023) has been read in every harbour of my country, day and night."
)
RECORD = (
    "A/98/PV.12\nGeneral Assembly\nNinety-eighth session\nOfficial Records\n12th plenary meeting\n"
    "The meeting was called to order."
)
REPORT_AR = "A/98/301\nالدورة الثامنة والتسعون\nإضاءة الموانئ\nتقرير الأمين العام\n1 - أضيئت المصابيح.\n2 - والزيت غال."
NOTE_AR = "A/C.2/98/L.1\nاللجنة الثانية\nتنظيم الأعمال\nمذكرة من الأمانة العامة\n1 - ترد البنود أدناه."
OTHERS = [
    (REPORT, "a report", "Lighting of harbours"),
    (NOTE, "a note", "Organization of work"),
    (LETTER, "a letter", None),
    (RECORD, "the record of a meeting", None),
    (REPORT_AR, "a report", None),
    (NOTE_AR, "a note", "تنظيم الأعمال"),
]


@pytest.mark.parametrize(("text", "name", "title"), OTHERS)
def test_a_document_that_is_no_resolution_is_said_to_be_none(text: str, name: str, title: str | None):
    document = unres.parse(text)
    assert (document.kind, document.status) == ("other", None)
    said = [each.message for each in document.diagnostics if each.code == "structure.other_document"]
    assert len(said) == 1
    assert name in said[0]
    assert not [each for each in document.diagnostics if each.severity == "error"]
    if title:
        assert document.title == title


def test_references_of_a_letter_are_found():
    assert unres.parse(LETTER).references[0].symbol == "S/RES/2700 (2023)"


def test_a_resolution_on_a_report_is_a_resolution():
    text = f"A/RES/98/7\n98/7. Report of the International Harbour Court\n{BODY['en']}"
    assert unres.parse(text).kind == "resolution"
