"""Scans sent to the service: refused, or recognised where it was started so, within its limits."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Iterator

import pytest
from click.testing import CliRunner
from serving import Server, problem_of

from unres.cli import main
from unres.models import Resolution

Image = pytest.importorskip("PIL.Image", reason="Pillow is not installed")
pytesseract = pytest.importorskip("pytesseract", reason="the extra ocr is not installed")
from PIL import ImageDraw, ImageFont  # noqa: E402  after it is known to be there

LINES = (
    "A/RES/71/94",
    "General Assembly",
    "71/94. Lamps of the harbour",
    "The General Assembly,",
    "1. Urges Member States to keep the lamps burning;",
    "2. Decides to remain seized of the matter.",
)
needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None or not {"ara", "eng"} <= set(pytesseract.get_languages(config="")),
    reason="tesseract with Arabic and English is not installed",
)


def scan(pages: int = 1) -> bytes:
    """A PDF of pictures."""
    page = Image.new("L", (1654, 1200), 255)
    draw = ImageDraw.Draw(page)
    for row, text in enumerate(LINES):
        draw.text((150, 150 + 90 * row), text, font=ImageFont.load_default(34), fill=0)
    box = io.BytesIO()
    page.save(box, "PDF", resolution=200.0, save_all=True, append_images=[page] * (pages - 1))
    return box.getvalue()


@pytest.fixture(scope="module")
def recognizing() -> Iterator[Server]:
    """A service that was started with it, for two pages at most."""
    running = Server(workers=1, slow_workers=1, ocr="true", max_ocr_pages=2)
    yield running
    assert running.stop() == 0
    assert "Traceback" not in running.log


def test_without_it_a_scan_is_refused_and_nobody_is_told_of_python(server):
    response = server.post("/v1/parse", content=scan())
    assert problem_of(response) == "no_text_layer"
    assert "ocr" not in response.json()["detail"]


@needs_tesseract
def test_a_scan_is_read_and_says_so(recognizing):
    for given in ({"content": scan()}, {"files": {"file": ("a.pdf", scan())}}):
        response = recognizing.post("/v1/parse?language=en", **given)
        assert response.status_code == 200, response.text
        resolution = Resolution.model_validate_json(response.content)
        assert resolution.symbol == "A/RES/71/94"
        assert "ocr.page" in {remark.code for remark in resolution.diagnostics}
    several = json.loads(recognizing.post("/v1/parse-all?language=en", content=scan()).content)
    assert several["resolutions"][0]["symbol"] == "A/RES/71/94"


@needs_tesseract
def test_the_page_shows_the_remarks_of_the_recognition(recognizing):
    page = recognizing.post("/v1/view?interface=ar&language=en", content=scan()).text
    assert "ocr.page" in page
    assert "نص الصفحة استُخرج من صورة" in page


@needs_tesseract
def test_its_pages_are_counted(recognizing):
    response = recognizing.post("/v1/parse?language=en", content=scan(3))
    assert response.status_code == 413
    assert problem_of(response) == "too_large"
    assert "limits=" not in response.json()["detail"]


@needs_tesseract
def test_its_time_is_limited_and_others_are_served():
    hurried = Server(workers=1, slow_workers=1, ocr="true", seconds=0.3)
    try:
        assert problem_of(hurried.post("/v1/parse", content=scan())) == "time_limit"
        assert hurried.parse().status_code == 200
    finally:
        assert hurried.stop() == 0


def test_what_is_missing_is_said_at_the_start(monkeypatch):
    monkeypatch.setenv("PATH", "")
    done = CliRunner().invoke(main, ["serve", "--port", "0", "--ocr"])
    assert done.exit_code == 1
    assert "apt install tesseract-ocr" in done.output
