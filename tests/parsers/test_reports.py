"""Reports that annex resolutions, and regional commissions with numbers of their own."""

from __future__ import annotations

import pytest

import unres

REPORTS = {
    "en": (
        "E/ESCWA/44/18\n\nReport of the Economic and Social Commission for Western Asia on its forty-fourth session\n\n"
        "1. The Commission met in a harbour.\n\n2. It heard the keepers.\n\n3. It adopted the resolutions below.\n\n"
        "Resolution 401 (XLIV)\n\nLighting of harbours\n\nThe Economic and Social Commission for Western Asia,\n\n"
        "Recalling its resolution 305 (XXVII) of 10 May 2012,\n\n1. Calls upon all ports to keep a lamp;\n\n"
        "2. Requests the keepers to report.\n\n402 (XLIV). Oil for lamps\n\n"
        "The Economic and Social Commission for Western Asia,\n\n1. Decides to buy oil."
    ),
    "ar": (
        "E/ESCWA/44/18\n\nتقرير اللجنة الاقتصادية والاجتماعية لغربي آسيا عن دورتها الرابعة والأربعين\n\n"
        "1 - اجتمعت اللجنة في أحد الموانئ.\n\n2 - واستمعت إلى الحراس.\n\n3 - واتخذت القرارين الواردين أدناه.\n\n"
        "القرار 401 (د-44)\n\nإضاءة الموانئ\n\nإن اللجنة الاقتصادية والاجتماعية لغربي آسيا،\n\n"
        "إذ تشير إلى قرارها 305 (د-27) المؤرخ 10 أيار/مايو 2012،\n\n1 - تدعو جميع الموانئ إلى إبقاء مصباح مضاء؛\n\n"
        "2 - تطلب إلى الحراس تقديم تقرير.\n\n402 (د-44) - زيت المصابيح\n\n"
        "إن اللجنة الاقتصادية والاجتماعية لغربي آسيا،\n\n1 - تقرر شراء الزيت."
    ),
}


@pytest.mark.parametrize("language", REPORTS)
def test_resolutions_that_a_report_annexes(language: str):
    report, first, second = unres.read_all(REPORTS[language].encode())
    assert (report.kind, report.symbol, len(report.operative)) == ("other", "E/ESCWA/44/18", 3)
    for resolution, number, paragraphs in ((first, 401, 2), (second, 402, 1)):
        assert resolution.organ == "economic_and_social_commission_for_western_asia"
        assert resolution.number is not None
        assert (resolution.number.number, resolution.number.session, resolution.symbol) == (number, 44, None)
        assert (resolution.kind, resolution.status, len(resolution.operative)) == ("resolution", "adopted", paragraphs)
    assert first.title in ("Lighting of harbours", "إضاءة الموانئ")
    assert second.title in ("Oil for lamps", "زيت المصابيح")


def test_drafts_that_a_report_recommends():
    text = (
        "A/98/481\n\nReport of the Third Committee\n\n1. The Committee met.\n\n2. It heard the keepers.\n\n"
        "3. It recommends the following drafts.\n\nDraft resolution I\n\nLamps\n\nThe General Assembly,\n\n"
        "1. Lights the ports.\n\nDraft resolution II\n\nOil\n\nThe General Assembly,\n\n1. Decides to buy oil."
    )
    report, *drafts = unres.read_all(text.encode())
    assert report.kind == "other"
    assert [(each.title, each.status, each.kind) for each in drafts] == [
        ("Lamps", "draft", "resolution"),
        ("Oil", "draft", "resolution"),
    ]


@pytest.mark.parametrize(("number", "year"), [("1701", 2006), ("242", 1967)])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_number_of_the_council_alone_tells_its_year(language: str, number: str, year: int):
    text = {
        "ar": f"القرار {number}\n\nإن مجلس الأمن،\n\n1 - يدعو إلى إضاءة الموانئ.",
        "en": f"Resolution {number}\n\nThe Security Council,\n\n1. Calls for the lighting of ports.",
    }[language]
    resolution = unres.parse(text)
    assert (resolution.symbol, resolution.title) == (f"S/RES/{number} ({year})", None)
    assert resolution.number is not None
    assert resolution.number.as_written == number


def test_a_number_alone_of_another_organ_has_no_year():
    assert unres.parse("Resolution 12\n\nThe General Assembly,\n\n1. Lights the ports.").symbol is None
