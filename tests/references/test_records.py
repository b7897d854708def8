"""Treaties, Official Records and publications."""

from __future__ import annotations

import pytest

from unres.references import find_references


@pytest.mark.parametrize(
    "text",
    [
        "United Nations, Treaty Series, vol. 2225, No. 39574.",
        "الأمم المتحدة، مجموعة المعاهدات، المجلد ٢٢٢٥، الرقم ٣٩٥٧٤.",
    ],
)
def test_treaty(text):
    (found,) = find_references(text)
    assert (found.kind, found.series, found.volumes, found.number) == ("treaty", "UNTS", ["2225"], "39574")
    assert found.text == text[:-1]


def test_several_volumes_and_the_leagues_series():
    (found,) = find_references("الأمم المتحدة، مجموعة المعاهدات، المجلدان 2171 و 2173، الرقم 27531")
    assert found.volumes == ["2171", "2173"]
    first, second = find_references("United Nations, Treaty Series, vol. 75, Nos. 970–973, and vol. 1125, No. 17512")
    assert (first.number, second.volumes, second.number) == ("970–973", ["1125"], "17512")
    (found,) = find_references("League of Nations, Treaty Series, vol. 94, No. 2138")
    assert found.series == "LNTS"


def test_official_records():
    english = (
        "Official Records of the General Assembly, Sixty-seventh Session, Supplement No. 53 (A/67/53), "
        "chap. IV, sect. A."
    )
    arabic = "الوثائق الرسمية للجمعية العامة، الدورة السابعة والستون، الملحق رقم ٥٣ (A/67/53)، الفصل الرابع، الفرع ألف."
    for text, chapter in ((english, "IV"), (arabic, "الرابع")):
        (found,) = find_references(text)
        assert (found.kind, found.organ, found.session, found.supplement) == (
            "official_record",
            "general_assembly",
            67,
            "53",
        )
        assert found.symbol == "A/67/53"
        assert found.pinpoint.chapter == chapter


def test_an_older_supplement_is_filed_beside_the_report():
    record, report = find_references(
        "Official Records of the General Assembly, Fiftieth Session, Supplement No. 4 (A/50/4)"
    )
    assert (record.kind, record.symbol) == ("official_record", "A/50/4(SUPP)")
    assert (report.kind, report.symbol) == ("document", "A/50/4")


def test_publication():
    for text in ("United Nations publication, Sales No. E.96.IV.13", "منشورات الأمم المتحدة، رقم المبيع A.96.IV.13"):
        (found,) = find_references(text)
        assert found.kind == "publication"
        assert found.sales_number.endswith(".96.IV.13")
