"""What "Ibid." repeats."""

from __future__ import annotations

from unres.references import find_references
from unres.references.border import as_models, find_in_document
from unres.references.passages import Context, Passage


def notes(*texts, language="en"):
    passages = [Passage(text, f"fn:{at}", "footnote") for at, text in enumerate(texts, 1)]
    findings = find_in_document(passages, Context(language=language, organ="general_assembly"))
    return [as_models(values) for values in findings.references], findings.remarks


def test_ibid_through_a_chain_of_treaties():
    found, _ = notes(
        "الأمم المتحدة، مجموعة المعاهدات، المجلد ٢٢٢٥، الرقم ٣٩٥٧٤.",
        "المرجع نفسه، المجلد ٢٢٣٧، الرقم ٣٩٥٧٤.",
        "المرجع نفسه، المجلد ٢١٧١، الرقم ٢٧٥٣١.",
        "المرجع نفسه.",
        language="ar",
    )
    assert [r[0].kind for r in found] == ["treaty", "ibid", "ibid", "ibid"]
    assert found[1][0].repeats.volumes == ["2237"]
    assert found[2][0].repeats.number == found[3][0].repeats.number == "27531"
    assert found[3][0].repeats.series == "UNTS"


def test_ibid_keeps_the_organ_and_replaces_the_supplement():
    found, _ = notes(
        "Official Records of the General Assembly, Seventy-eighth Session, Supplement No. 5 (A/78/5), chap. I.",
        "Ibid., Supplement No. 5B (A/78/5/Add.2).",
        "Ibid., Seventy-sixth Session, Supplement No. 5 (A/76/5), chap. II, sect. A.",
        "Ibid., sect. B.",
        "Ibid., para. 404.",
    )
    repeats = [r[0].repeats for r in found[1:]]
    assert [r.symbol for r in repeats] == ["A/78/5/Add.2", "A/76/5", "A/76/5", "A/76/5"]
    assert repeats[0].organ == "general_assembly"
    assert repeats[0].supplement == "5B"
    assert repeats[2].pinpoint.model_dump(exclude_defaults=True) == {"chapter": "II", "section": "B"}
    assert repeats[3].pinpoint.model_dump(exclude_defaults=True) == {"paragraphs": ["404"]}


def test_ibid_does_not_repeat_a_corrigendum():
    found, _ = notes("See A/ES-10/273 and A/ES-10/273/Corr.1.", "Ibid., para. 88.")
    assert found[1][0].repeats.symbol == "A/ES-10/273"


def test_ibid_that_points_at_nothing_is_reported():
    found, remarks = notes("Ibid.", "A work that nobody knows.", "Ibid., annex II.")
    assert [code for code, *_ in remarks] == ["reference.ibid_unresolved"] * 2
    assert found[0][0].repeats is None
    assert found[2][0].repeats is None


def test_ibid_does_not_reach_over_a_footnote_that_cites_nothing_known():
    for report, other, again, language in (
        ("See A/99/12, para. 4.", "A work on lamps, 2nd ed.", "Ibid., para. 9.", "en"),
        ("انظر الوثيقة A/99/12، الفقرة 4.", "كتاب عن المصابيح، الطبعة الثانية.", "المرجع نفسه، الفقرة 9.", "ar"),
    ):
        found, remarks = notes(report, other, again, language=language)
        assert found[2][0].repeats is None
        assert [code for code, *_ in remarks] == ["reference.ibid_unresolved"]
        assert notes(report, again, language=language)[0][1][0].repeats.symbol == "A/99/12"


def test_ibid_is_a_model_with_what_it_repeats():
    text = "United Nations, Treaty Series, vol. 2225, No. 39574.\n\nIbid., vol. 2237, No. 39574."
    treaty, ibid = find_references(text)
    assert ibid.kind == "ibid"
    assert ibid.repeats.kind == "treaty"
    assert (ibid.repeats.volumes, treaty.volumes) == (["2237"], ["2225"])


def test_an_ibid_of_official_records_has_the_address_of_the_volume():
    for supplement, again in (
        ("Official Records of the General Assembly, Seventieth Session, Supplement No. 5 (A/70/5).", "Ibid., para. 8."),
        ("الوثائق الرسمية للجمعية العامة، الدورة السبعون، الملحق رقم 5 (A/70/5).", "المرجع نفسه، الفقرة 8."),
    ):
        record, ibid = find_references(f"{supplement}\n\n{again}")
        assert record.url
        assert ibid.url == ibid.repeats.url == record.url
