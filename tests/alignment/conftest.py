"""Two versions of one resolution, written for these tests."""

from __future__ import annotations

import pytest

import unres

ARABIC = """\
الجمعية العامة
A/RES/70/301

قرار اتخذته الجمعية العامة في 22 كانون الأول/ديسمبر 2015

70/301 - حفظ المنارات

إن الجمعية العامة،

إذ تشير إلى قراريها 66/120 المؤرخ 19 كانون الأول/ديسمبر 2011 و 68/44 المؤرخ 5 كانون الأول/ديسمبر 2013 بشأن المنارات⁽¹⁾،

وإذ يساورها القلق لأن العواصف دمرت في عام 2014 اثنتي عشرة منارة في المناطق الساحلية،

وإذ ترحب بالدعم المقدم من الصيادين والمجتمعات المحلية،

1 - تحث الدول الأعضاء على القيام بما يلي:

(أ) تدريب الحراس والنساء والشباب على صيانة المصابيح؛

(ب) نشر خرائط السواحل مرة كل ثلاث سنوات؛

2 - تدعو منظمة الأغذية والزراعة إلى تقديم المساعدة التقنية إلى البلدان النامية⁽²⁾؛

3 - تطلب إلى الأمين العام أن يقدم تقريرا عن تنفيذ الفقرة 1 أعلاه في موعد أقصاه 30 حزيران/يونيه 2017؛

4 - تقرر أن تدرج البند المعنون ”المنارات“ في جدول أعمال دورتها الثانية والسبعين.

(1) A/70/55.
(2) الأمم المتحدة، مجموعة المعاهدات، المجلد 1760، الرقم 30619.
"""
ENGLISH = """\
General Assembly
A/RES/70/301

Resolution adopted by the General Assembly on 22 December 2015

70/301. Preservation of lighthouses

The General Assembly,

Recalling its resolutions 66/120 of 19 December 2011 and 68/44 of 5 December 2013 on lighthouses,¹

Concerned that storms destroyed twelve lighthouses in coastal areas in 2014,

Welcoming the support provided by fishers and local communities,

1. Urges Member States:

(a) To train keepers, women and young people in the maintenance of lamps;

(b) To publish maps of the coasts once every three years;

2. Invites the Food and Agriculture Organization to provide technical assistance to developing countries;²

3. Requests the Secretary-General to submit a report on the implementation of paragraph 1 above by 30 June 2017;

4. Decides to include the item entitled “Lighthouses” in the agenda of its seventy-second session.

¹ A/70/55.
² United Nations, Treaty Series, vol. 1760, No. 30619.
"""


@pytest.fixture(scope="session")
def texts():
    return ARABIC, ENGLISH


@pytest.fixture(scope="session")
def alignment():
    return unres.align(unres.parse(ARABIC), unres.parse(ENGLISH))


@pytest.fixture
def aligned():
    """Aligns the two versions after exchanges in either text: ``aligned(ar={old: new}, en={old: new})``."""

    def make(ar=None, en=None):
        arabic, english = ARABIC, ENGLISH
        for old, new in (ar or {}).items():
            assert old in arabic, old
            arabic = arabic.replace(old, new)
        for old, new in (en or {}).items():
            assert old in english, old
            english = english.replace(old, new)
        return unres.align(unres.parse(arabic), unres.parse(english))

    return make
