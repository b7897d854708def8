"""Scans are refused with advice, and recognised when asked for; what is not installed is said."""

from __future__ import annotations

import io
import shutil

import pytest
from click.testing import CliRunner
from PIL import Image, ImageDraw, ImageFont

import unres
from unres.cli import main
from unres.errors import MissingProgramError
from unres.readers.limits import Limits
from unres.readers.ocr.recognizer import Recognizer
from unres.readers.ocr.words import Word

pytesseract = pytest.importorskip("pytesseract", reason="the extra ocr is not installed")


def _languages():
    return set(pytesseract.get_languages(config="")) if shutil.which("tesseract") else set()


needs_english = pytest.mark.skipif("eng" not in _languages(), reason="tesseract with English is not installed")
needs_arabic = pytest.mark.skipif(not {"ara", "eng"} <= _languages(), reason="tesseract with Arabic is not installed")

ENGLISH = [
    "A/RES/71/94",
    "General Assembly",
    "",
    "71/94. Lamps of the harbour",
    "",
    "The General Assembly,",
    "",
    "Recalling its resolution 70/12 of 9 December 2015,",
    "",
    "1. Urges Member States to keep the lamps burning;",
    "",
    "2. Decides to remain seized of the matter.",
]
ARABIC = ["إن الجمعية العامة،", "", "إذ تشير إلى قرارها السابق،", "", "تحث الدول الأعضاء على التعاون."]


def picture(lines, font, *, right=False):
    page = Image.new("L", (1654, 2339), 255)
    draw = ImageDraw.Draw(page)
    for row, text in enumerate(lines):
        x = 1500 - draw.textlength(text, font) if right else 150
        draw.text((x, 150 + 45 * row), text, font=font, fill=0)
    return page


def saved(page, kind, **options):
    box = io.BytesIO()
    resolution = {"resolution": 200.0} if kind == "PDF" else {"dpi": (200, 200)}
    page.save(box, kind, **resolution, **options)
    return box.getvalue()


@pytest.fixture(scope="module")
def english():
    return picture(ENGLISH, ImageFont.load_default(34))


@pytest.fixture(scope="module")
def arabic():
    """Drawn with the font that matplotlib brings along, in the order in which the eye reads."""
    font_manager = pytest.importorskip("matplotlib.font_manager", reason="no font with Arabic letters")
    reshaper = pytest.importorskip("arabic_reshaper")
    bidi = pytest.importorskip("bidi.algorithm")
    font = ImageFont.truetype(font_manager.findfont("DejaVu Sans"), 40, layout_engine=ImageFont.Layout.BASIC)
    return picture([bidi.get_display(reshaper.reshape(line)) for line in ARABIC], font, right=True)


def test_without_ocr_a_scan_is_refused_with_advice(english):
    for kind, code in (("PDF", "no_text_layer"), ("PNG", "image"), ("JPEG", "image"), ("TIFF", "image")):
        with pytest.raises(unres.UnreadableError, match="ocr=True") as caught:
            unres.read(saved(english, kind))
        assert caught.value.code == code
        assert "ocr=True" not in caught.value.reason


@needs_english
def test_a_scan_and_a_picture_are_recognised(english):
    for kind in ("PDF", "PNG"):
        resolution = unres.read(saved(english, kind), language="en", ocr=True)
        assert resolution.symbol == "A/RES/71/94"
        assert [block.label for block in resolution.operative] == ["1", "2"]
        assert resolution.operative[0].text == "Urges Member States to keep the lamps burning;"
        assert [reference.symbol for reference in resolution.references] == ["A/RES/70/12"]
        assert resolution.operative[0].spans[0].page == 1
        assert resolution.operative[0].spans[0].box[0] == pytest.approx(54, abs=6)  # 150 pixels at 200 dpi
        page = next(remark for remark in resolution.diagnostics if remark.code == "ocr.page")
        assert "confidence" in page.message
        assert resolution.source_text[page.span.start : page.span.end].startswith("A/RES/71/94")


@needs_arabic
def test_arabic_is_told_from_english(arabic):
    resolution = unres.read(saved(arabic, "PNG"), ocr=True)
    assert resolution.language == "ar"
    assert resolution.enacting_formula == "إن الجمعية العامة"
    assert len(resolution.preamble) == len(resolution.operative) == 1


@needs_english
def test_pages_with_text_are_not_recognised_again(english):
    """Of two pages only the scan is recognised, and both stand in their places."""
    pypdfium2 = pytest.importorskip("pypdfium2")
    figure = pytest.importorskip("matplotlib.figure").Figure(figsize=(8.27, 11.69))
    figure.text(0.1, 0.9, "3. Requests the Secretary-General to report on the lamps;")
    typeset = io.BytesIO()
    figure.savefig(typeset, format="pdf")
    whole = pypdfium2.PdfDocument.new()
    whole.import_pages(pypdfium2.PdfDocument(saved(english, "PDF")))
    whole.import_pages(pypdfium2.PdfDocument(typeset.getvalue()))
    box = io.BytesIO()
    whole.save(box)
    without = unres.read(box.getvalue())
    assert "pdf.page_without_text" in {remark.code for remark in without.diagnostics}
    resolution = unres.read(box.getvalue(), language="en", ocr=True)
    remarks = [remark for remark in resolution.diagnostics if remark.code.startswith(("ocr.page", "pdf."))]
    assert [remark.code for remark in remarks] == ["ocr.page"]
    assert [(block.label, block.spans[0].page) for block in resolution.operative] == [("1", 1), ("2", 1), ("3", 2)]


@needs_english
def test_limits_of_recognition(english):
    two = saved(english, "TIFF", save_all=True, append_images=[english])
    with pytest.raises(unres.UnreadableError, match="max_ocr_pages"):
        unres.read(two, language="en", ocr=True, limits=unres.Limits(max_ocr_pages=1))
    with pytest.raises(unres.UnreadableError, match="max_pixels"):
        unres.read(two, language="en", ocr=True, limits=unres.Limits(max_pixels=1000))
    with pytest.raises(unres.UnreadableError) as caught:
        unres.read(two, language="en", ocr=True, limits=unres.Limits(seconds_per_ocr_page=0.01))
    assert caught.value.code == "too_slow"


@needs_english
def test_an_empty_picture_has_no_text():
    blank = saved(Image.new("L", (400, 400), 255), "PNG")
    with pytest.raises(unres.UnreadableError) as caught:
        unres.read(blank, language="en", ocr=True)
    assert caught.value.code == "no_text_layer"


@needs_english
def test_a_damaged_picture_is_refused(english):
    with pytest.raises(unres.UnreadableError) as caught:
        unres.read(saved(english, "PNG")[:500], language="en", ocr=True)
    assert caught.value.code == "damaged"


def test_tesseract_that_is_not_there_is_said(english, monkeypatch):
    monkeypatch.setattr(pytesseract.pytesseract, "tesseract_cmd", "no-such-program")
    with pytest.raises(MissingProgramError, match="apt install tesseract-ocr tesseract-ocr-ara tesseract-ocr-eng"):
        unres.read(saved(english, "PNG"), ocr=True)


def test_a_language_that_is_not_there_is_said(english, monkeypatch):
    monkeypatch.setattr(pytesseract, "get_languages", lambda **_: ["eng"])
    with pytest.raises(MissingProgramError, match="apt install tesseract-ocr-ara"):
        unres.read(saved(english, "PNG"), ocr=True)


@needs_english
def test_at_the_command_line(english, tmp_path):
    path = tmp_path / "scan.png"
    path.write_bytes(saved(english, "PNG"))
    result = CliRunner().invoke(main, ["refs", str(path), "--ocr", "--language", "en", "--format", "jsonl"])
    assert result.exit_code == 0
    assert "A/RES/70/12" in result.output
    refused = CliRunner().invoke(main, ["parse", str(path)])
    assert "--ocr" in refused.output
    assert "ocr=True" not in refused.output


class Readings:
    """Stands for tesseract: how sure its readings of an Arabic page are, one after the other, and what it was shown."""

    def __init__(self, *sure: float) -> None:
        self.sure, self.shown = list(sure), []

    def words(self, picture, language, *_):
        """One word of this sureness; none on English pages, nor after the last reading."""
        if language == "en" or len(self.shown) == len(self.sure):
            return []
        self.shown.append(picture.tobytes())
        return [Word("المنارة", self.sure[len(self.shown) - 1], 20, 20, 180, 70, (1, 1, 1))]


@pytest.mark.parametrize(("sure", "taken"), [((90.0, 80.0), 90.0), ((85.0, 95.0), 95.0), ((30.0, 40.0, 70.0), 70.0)])
def test_the_surest_of_the_readings_of_an_arabic_page_is_taken(sure, taken, monkeypatch):
    engine = Readings(*sure)
    monkeypatch.setattr("unres.readers.ocr.recognizer.Engine", lambda _: engine)
    picture = Image.new("L", (200, 90), 255)
    ImageDraw.Draw(picture).text((20, 30), "MNOP", fill=0)
    page = Recognizer("ar", Limits()).page(picture, 1, 200, "a page")
    assert [word.sure for line in page.lines for word in line.words] == [taken]
    assert len(set(engine.shown)) == len(sure)


def test_readings_end_with_the_time_of_the_page(monkeypatch):
    monkeypatch.setattr("unres.readers.ocr.recognizer.Engine", lambda _: Readings(90.0))
    recognizer = Recognizer("ar", Limits(seconds_per_ocr_page=0.0))
    assert recognizer.page(Image.new("L", (200, 90), 255), 1, 200, "a page").late
