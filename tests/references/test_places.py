"""Pinpoints, articles, the Charter, and places of the document itself."""

from __future__ import annotations

import pytest

import unres
from unres.references import find_references
from unres.references.border import as_models, find_in_document
from unres.references.passages import Context, Passage


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("paragraph 7 of resolution 1572 (2004)", {"paragraphs": ["7"]}),
        ("paragraphs 5, 27 and 28 of resolution 1572 (2004)", {"paragraphs": ["5", "27", "28"]}),
        ("paragraph 4 (a) of its resolution 1572 (2004)", {"paragraphs": ["4 (a)"]}),
        ("section VI of its resolution 68/247 A", {"section": "VI"}),
        ("annex II to Security Council resolution 1572 (2004)", {"annex": "II"}),
        ("resolution 66/288, annex", {"annex": "annex"}),
        ("resolution 66/288, annex, para. 274", {"annex": "annex", "paragraphs": ["274"]}),
        ("resolution 68/247, sect. VI, paras. 61–76", {"section": "VI", "paragraphs": ["61-76"]}),
        ("الفقرة 7 من القرار 1572 (2004)", {"paragraphs": ["7"]}),
        ("الفقرات 5 و 27 و 28 من قرارها 66/288", {"paragraphs": ["5", "27", "28"]}),
        ("الجزء السادس من قرارها 66/288", {"section": "السادس"}),
        ("القرار 66/288، المرفق", {"annex": "annex"}),
        ("القرار 66/288، المرفق الثاني", {"annex": "الثاني"}),
    ],
)
def test_pinpoints_hang_on_what_they_point_into(text, expected):
    found = next(r for r in find_references(text) if r.kind == "resolution")
    assert found.pinpoint.model_dump(exclude_defaults=True) == expected


def test_a_pinpoint_of_the_next_is_not_taken():
    first, second = find_references("resolution 1572 (2004), section VI of its resolution 68/247")
    assert first.pinpoint is None
    assert second.pinpoint.section == "VI"


def test_articles_of_a_convention():
    (found,) = find_references("articles 24 and 25 of the Convention on the Rights of the Child, and")
    assert (found.kind, found.articles) == ("article", ["24", "25"])
    assert found.instrument == "Convention on the Rights of the Child"
    (found,) = find_references("المادتين 24 و 25 من اتفاقية حقوق الطفل، وإذ")
    assert (found.articles, found.instrument) == (["24", "25"], "اتفاقية حقوق الطفل")


@pytest.mark.parametrize(
    ("text", "articles", "chapters"),
    [
        ("Article 51 of the Charter of the United Nations", ["51"], []),
        ("Acting under Chapter VII of the Charter,", [], ["VII"]),
        ("المادة 51 من ميثاق الأمم المتحدة", ["51"], []),
        ("بموجب الفصل السابع من الميثاق", [], ["VII"]),
    ],
)
def test_the_charter(text, articles, chapters):
    (found,) = find_references(text)
    assert (found.kind, found.articles, found.chapters) == ("charter", articles, chapters)


def test_another_charter_is_no_charter_of_the_united_nations():
    (found,) = find_references("المادة 4 من ميثاق منظمة التعاون الإسلامي")
    assert found.kind == "article"


def inside(*passages, language="en"):
    findings = find_in_document([Passage(text, at) for at, text in passages], Context(language=language))
    return [r for references in findings.references for r in as_models(references) if r.kind == "internal"]


def test_paragraph_above_is_a_block_of_the_operative_part():
    (found,) = inside(("op1", "Urges States"), ("op3", "Notes"), ("op9", "as requested in paragraph 3 above;"))
    assert found.block_ids == ["op3"]
    (found,) = inside(("op3", "تحث"), ("op9", "المشار إليها في الفقرة 3 أعلاه؛"), language="ar")
    assert found.block_ids == ["op3"]


def test_in_an_annex_the_annex_is_meant():
    (found,) = inside(("op3", "x"), ("annex1.3", "x"), ("annex1.9", "as in paragraph 3 above"))
    assert found.block_ids == ["annex1.3"]


def test_ranges_subparagraphs_and_what_is_not_there():
    passages = [(f"op{n}", "x") for n in range(1, 6)] + [("op2.a", "x")]
    (found,) = inside(*passages, ("op6", "paragraphs 2 to 4 above"))
    assert found.block_ids == ["op2", "op3", "op4"]
    (found,) = inside(*passages, ("op6", "paragraph 2 (a) above"))
    assert found.block_ids == ["op2.a"]
    (found,) = inside(*passages, ("op6", "paragraph 77 above"))
    assert found.block_ids == []


def test_the_present_resolution():
    (found,) = inside(("op1", "the provisions of the present resolution;"))
    assert found.text == "present resolution"
    (found,) = inside(("op1", "تنفيذ هذا القرار؛"), language="ar")
    assert found.text == "هذا القرار"


def test_paragraph_of_another_resolution_is_not_internal():
    assert inside(("op3", "x"), ("op9", "paragraph 3 of resolution 1572 (2004)")) == []


@pytest.mark.parametrize(
    ("formula", "number", "note"),
    [
        ("The General Assembly,", ".", "A/52/3, chap. IV, sect. A, paragraph 2."),
        ("إن الجمعية العامة،", " -", "A/52/3، الفصل الرابع، الفرع ألف، الفقرة 2."),
    ],
)
def test_the_place_of_a_citation_is_no_paragraph_of_the_text(formula, number, note):
    verb = "Decides" if number == "." else "تقرر"
    text = f"{formula}\n\n1{number} {verb} A;[1]\n\n2{number} {verb} B.\n\n[1] {note}\n"
    (footnote,) = unres.parse(text).footnotes
    (reference,) = footnote.references
    assert (reference.kind, reference.pinpoint.paragraphs) == ("document", ["2"])
