"""Document symbols, treaties, Official Records, publications, and what "Ibid." repeats."""

from __future__ import annotations

import pytest

from unres.references import find_references
from unres.references.border import find_in_document
from unres.references.passages import Context, Passage


def notes(*texts, language="en"):
    passages = [Passage(text, f"fn:{at}", "footnote") for at, text in enumerate(texts, 1)]
    return find_in_document(passages, Context(language=language, organ="general_assembly"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A/67/458", ["A/67/458"]),
        ("(E/CN.4/Sub.2/1982/2/Add.1)", ["E/CN.4/Sub.2/1982/2/Add.1"]),
        ("See A/52/1 and Add.1 and Corr.1–2.", ["A/52/1", "A/52/1/Add.1", "A/52/1/Corr.1", "A/52/1/Corr.2"]),
        ("A/64/115, 174 and 323.", ["A/64/115", "A/64/174", "A/64/323"]),
        ("A/61/229 و Corr.1", ["A/61/229", "A/61/229/Corr.1"]),
        ("A/73/12 (Part I) and A/73/12 (Part II)", ["A/73/12 (Part I)", "A/73/12 (Part II)"]),
        ("A/62/89–E/2007/76", ["A/62/89", "E/2007/76"]),
        ("UNEP/CBD/BS/COP-MOP/5/17", ["UNEP/CBD/BS/COP-MOP/5/17"]),
        ("A/C.6/76/SR.16–18", ["A/C.6/76/SR.16", "A/C.6/76/SR.17", "A/C.6/76/SR.18"]),
        ("ICCD/COP(14)/23/Add.1", ["ICCD/COP(14)/23/Add.1"]),
        ("A/76/6 (Sect. 3)/Add.1", ["A/76/6 (Sect. 3)/Add.1"]),
        ("S/PRST/1996/17", ["S/PRST/1996/17"]),
        ("A/ES-10/273 and and/or HIV/AIDS", ["A/ES-10/273"]),
        ("ISO/IEC and TCP/IP4", []),
    ],
)
def test_symbols_of_documents(text, expected):
    assert [r.symbol for r in find_references(text, "en") if r.kind in {"document", "resolution"}] == expected


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


def test_ibid_through_a_chain_of_treaties():
    found = notes(
        "الأمم المتحدة، مجموعة المعاهدات، المجلد ٢٢٢٥، الرقم ٣٩٥٧٤.",
        "المرجع نفسه، المجلد ٢٢٣٧، الرقم ٣٩٥٧٤.",
        "المرجع نفسه، المجلد ٢١٧١، الرقم ٢٧٥٣١.",
        "المرجع نفسه.",
        language="ar",
    ).references
    assert [r[0].kind for r in found] == ["treaty", "ibid", "ibid", "ibid"]
    assert found[1][0].repeats.volumes == ["2237"]
    assert found[2][0].repeats.number == found[3][0].repeats.number == "27531"
    assert found[3][0].repeats.series == "UNTS"


def test_ibid_keeps_the_organ_and_replaces_the_supplement():
    found = notes(
        "Official Records of the General Assembly, Seventy-eighth Session, Supplement No. 5 (A/78/5), chap. I.",
        "Ibid., Supplement No. 5B (A/78/5/Add.2).",
        "Ibid., Seventy-sixth Session, Supplement No. 5 (A/76/5), chap. II, sect. A.",
        "Ibid., sect. B.",
        "Ibid., para. 404.",
    ).references
    repeats = [r[0].repeats for r in found[1:]]
    assert [r.symbol for r in repeats] == ["A/78/5/Add.2", "A/76/5", "A/76/5", "A/76/5"]
    assert repeats[0].organ == "general_assembly"
    assert repeats[0].supplement == "5B"
    assert repeats[2].pinpoint.model_dump(exclude_defaults=True) == {"chapter": "II", "section": "B"}
    assert repeats[3].pinpoint.model_dump(exclude_defaults=True) == {"paragraphs": ["404"]}


def test_ibid_does_not_repeat_a_corrigendum():
    found = notes("See A/ES-10/273 and A/ES-10/273/Corr.1.", "Ibid., para. 88.").references
    assert found[1][0].repeats.symbol == "A/ES-10/273"


def test_ibid_that_points_at_nothing_is_reported():
    found = notes("Ibid.", "A work that nobody knows.", "Ibid., annex II.")
    assert [code for code, *_ in found.remarks] == ["reference.ibid_unresolved"] * 2
    assert found.references[0][0].repeats is None
    assert found.references[2][0].repeats is None


def test_ibid_is_a_model_with_what_it_repeats():
    text = "United Nations, Treaty Series, vol. 2225, No. 39574.\n\nIbid., vol. 2237, No. 39574."
    treaty, ibid = find_references(text)
    assert ibid.kind == "ibid"
    assert ibid.repeats.kind == "treaty"
    assert (ibid.repeats.volumes, treaty.volumes) == (["2237"], ["2225"])
