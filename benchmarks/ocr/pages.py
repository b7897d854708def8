"""Draws pages as scans show them, each character's place known: to train the reader of digits, and to measure it.

Words are shaped by Pillow with Raqm. Numbers are drawn digit by digit from the left, as every printer does in an
Arabic line, so that each digit's box is known. What a scanner does to a page (turning, blur, noise, thresholds, JPEG)
is done to the picture, and the boxes turn with it.
"""

from __future__ import annotations

import io
import math
import re
import zipfile
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

if TYPE_CHECKING:
    from collections.abc import Iterator

FONT_FOLDERS = (Path("/usr/share/fonts/truetype"), Path("/usr/share/fonts/opentype"))
TEXT_FACES = (
    "kacst/KacstBook kacst/KacstNaskh kacst/KacstOffice kacst/KacstFarsi kacst/KacstLetter kacst/KacstDigital "
    "kacst/KacstQurn kacst/mry_KacstQurn kacst/KacstPoster kacst-one/KacstOne kacst-one/KacstOne-Bold "
    "lateef/Lateef-Regular lateef/Lateef-Medium lateef/Lateef-Bold lateef/Lateef-Light harmattan/Harmattan-Regular "
    "harmattan/Harmattan-Bold fonts-hosny-thabit/Thabit fonts-hosny-thabit/Thabit-Bold dejavu/DejaVuSans "
    "dejavu/DejaVuSans-Bold dejavu/DejaVuSansCondensed dejavu/DejaVuSansMono freefarsi/FreeFarsi "
    "freefarsi/FreeFarsi-Bold freefarsi/FreeFarsi-Italic freefarsi/FreeFarsi-Mono noto/NotoSansArabic-Regular "
    "noto/NotoSansArabic-Bold noto/NotoSansArabic-Light noto/NotoSansArabic-Condensed "
    "noto/NotoSansArabic-SemiCondensedMedium noto/NotoKufiArabic-Regular noto/NotoKufiArabic-Light "
    "noto/NotoKufiArabic-Bold paktype/PakType_Naskh_Basic paktype/PakType_Naskh_Basic_Farsi paktype/PakType_Naqsh "
    "paktype/PakType_Tehreer paktype/PakType_Ajrak fonts-arabeyes/ae_AlHor fonts-arabeyes/ae_Furat "
    "fonts-arabeyes/ae_Nagham fonts-arabeyes/ae_Salem fonts-arabeyes/ae_Dimnah fonts-arabeyes/ae_Cortoba "
    "fonts-arabeyes/ae_AlYarmook fonts-arabeyes/ae_Sindbad fonts-arabeyes/ae_Tarablus fonts-arabeyes/ae_AlBattar "
    "fonts-arabeyes/ae_Tholoth fonts-arabeyes/ae_Ouhod-Bold fonts-arabeyes/ae_Rasheeq-Bold fonts-arabeyes/ae_Kayrawan "
    "fonts-arabeyes/ae_Arab fonts-arabeyes/ae_Granada fonts-arabeyes/ae_Mashq fonts-arabeyes/ae_Petra "
    "farsiweb/titr farsiweb/homa alkalami/Alkalami-Regular alkalami/Alkalami-Light lemonada/Lemonada-Light"
).split()
"""The faces to learn from: all that Debian offers for running text, and a few of headings for variety."""
HELD_OUT = (
    "fonts-hosny-amiri/Amiri-Regular fonts-hosny-amiri/Amiri-Bold scheherazade/Scheherazade-Regular "
    "scheherazade/Scheherazade-Bold noto/NotoNaskhArabic-Regular noto/NotoNaskhArabic-Bold freefont/FreeSerif "
    "freefont/FreeSerifBold farsiweb/nazli farsiweb/nazlib unikurdweb/Unikuweb fonts-ukij-uyghur/UKIJTuz "
    "fonts-ukij-uyghur/UKIJTuzBold fonts-ukij-uyghur/UKIJMe fonts-ukij-uyghur/UKIJBasma fonts-ukij-uyghur/UKIJTor"
).split()
"""The faces to measure with, of families that training never sees."""
LATIN_FACES = (
    "dejavu/DejaVuSerif liberation/LiberationSerif-Regular liberation/LiberationSerif-Bold "
    "liberation/LiberationSans-Regular freefont/FreeSans"
).split()
"""For Latin letters, and for a slash or bracket that an Arabic face lacks."""
EASTERN = "٠١٢٣٤٥٦٧٨٩"
_PERSIAN = {ord(digit): ord("۰") + value for value, digit in enumerate(EASTERN)}
_HAS_PERSIAN = ("dejavu", "freefarsi", "NotoSans", "NotoKufi", "thabit", "lateef", "kacst-one", "harmattan")
_PIECES = re.compile(
    r"""[0-9٠-٩۰-۹]+(?:[/.,٫][0-9٠-٩۰-۹]+)*
      | [A-Za-z][A-Za-z0-9/.()\-]*[A-Za-z0-9]
      | [()\[\]]
      | [^\s0-9٠-٩۰-۹()\[\]A-Za-z/.\-]+
      | [A-Za-z/.\-]""",
    re.VERBOSE,
)
_MIRRORED = str.maketrans("()[]", ")(][")
_KNOWN = frozenset("0123456789/().-٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹[]")
_PERSIAN_VALUE = str.maketrans("۰۱۲۳۴۵۶۷۸۹", EASTERN)


@dataclass(slots=True)
class Glyph:
    """A drawn character that the reader of digits is to know, and its box in pixels."""

    character: str
    box: tuple[float, float, float, float]


@dataclass(slots=True)
class Row:
    """A drawn line: its text in logical order, and its band."""

    text: str
    y0: float
    y1: float


@dataclass(slots=True)
class Drawn:
    """A page, its digits and signs, and its lines."""

    picture: Image.Image
    glyphs: list[Glyph] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class Paragraph:
    """What is to be drawn. A mark is a number in the text between ⁽ and ⁾."""

    text: str
    size: float = 14.0
    """In points."""
    indent: float = 0.0
    """In ems, of the first line."""
    rule_above: bool = False


def face_path(face: str) -> Path:
    """Where a face of the lists lies."""
    name = face.replace("_Naskh", " Naskh").replace("_Basic", " Basic").replace("_Farsi", " Farsi")
    name = name.replace("_Naqsh", " Naqsh").replace("_Tehreer", " Tehreer").replace("_Ajrak", " Ajrak")
    for folder in FONT_FOLDERS:
        for ending in (".ttf", ".otf"):
            path = folder / (name + ending)
            if path.exists():
                return path
    raise SystemExit(f"the font {face} is not installed")


@lru_cache(maxsize=512)
def _font(face: str, pixels: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(face_path(face)), pixels)


@lru_cache(maxsize=8192)
def _inked(font: ImageFont.FreeTypeFont, character: str) -> tuple[float, float, float, float]:
    """The box of a character's ink about the place where it is drawn."""
    canvas = Image.new("L", (int(font.size * 3), int(font.size * 3)), 0)
    at = round(font.size * 1.5)
    ImageDraw.Draw(canvas).text((at, at), character, font=font, fill=255, anchor="ls")
    x0, y0, x1, y1 = canvas.point(lambda value: 255 if value > 90 else 0).getbbox() or (at, at, at, at)
    return x0 - at, y0 - at, x1 - at, y1 - at


@lru_cache(maxsize=256)
def _characters(face: str) -> frozenset[int]:
    from fontTools.ttLib import TTFont

    return frozenset(TTFont(face_path(face), lazy=True).getBestCmap())


class Printer:
    """Draws paragraphs on one page, from the right, and breaks lines.

    Args:
        face: of the Arabic text.
        latin: the face of what the Arabic one lacks.
        dpi: of the page.
        size: of the page in points.
        spacing: of lines, in ems.
        persian: whether digits are given their Persian code points.
        slash: how large a slash is, against the digits: faces differ in it more than in all else.
    """

    def __init__(
        self,
        face: str,
        latin: str,
        dpi: int,
        *,
        size: tuple[float, float] = (595, 842),
        spacing: float = 1.7,
        margin: float = 64,
        persian: bool = False,
        slash: float = 1.0,
    ) -> None:
        self._face, self._latin, self._scale = face, latin, dpi / 72
        self._spacing, self._margin = spacing, margin * self._scale
        self._slash = slash
        self._persian = persian and any(name in face for name in _HAS_PERSIAN)
        width, height = (round(side * self._scale) for side in size)
        self.page = Drawn(Image.new("L", (width, height), 255))
        self._draw = ImageDraw.Draw(self.page.picture)
        self._y = self._margin
        self._ascents: dict[str, float] = {}

    @property
    def room(self) -> float:
        """Points left below what is drawn."""
        return (self.page.picture.height - self._margin - self._y) / self._scale

    def paragraph(self, paragraph: Paragraph) -> bool:
        """Draws a paragraph; False where the page has no room for all of it, then what fits is drawn."""
        em = paragraph.size * self._scale
        if paragraph.rule_above:
            right = self.page.picture.width - self._margin
            self._draw.line((right - em * 10, self._y, right, self._y), fill=0, width=max(1, round(self._scale * 0.7)))
            self._y += em * 0.4
        left, right = self._margin, self.page.picture.width - self._margin
        x = right - paragraph.indent * em
        line: list[str] = []
        for word in paragraph.text.split():
            wide = self._width(word, em)
            if line and x - wide < left:
                self._end(line, em)
                line, x = [], right
                if self.room < paragraph.size * 2:
                    return False
            self._word(word, x, em)
            line.append(word)
            x -= wide + 0.28 * em
        self._end(line, em)
        self._y += 0.35 * em
        return self.room > paragraph.size * 2

    def _end(self, words: list[str], em: float) -> None:
        self.page.rows.append(Row(" ".join(words), self._y, self._y + em * 1.25))
        self._y += em * self._spacing

    def _pieces(self, word: str, em: float) -> Iterator[tuple[str, float, float]]:
        """A word's pieces in logical order, each with its size and how far it is raised."""
        small = False
        for part in re.split("([⁽⁾])", word):
            if part in "⁽⁾" and part:
                small = part == "⁽"
                yield ("(" if small else ")"), em * 0.62, em * 0.32
                continue
            for match in _PIECES.finditer(part):
                text = match[0]
                if self._persian:
                    text = text.translate(_PERSIAN)
                yield (text, em * 0.62, em * 0.32) if small else (text, em, 0.0)

    def _width(self, word: str, em: float) -> float:
        return sum(self._piece_width(text, size) for text, size, _ in self._pieces(word, em))

    def _piece_width(self, text: str, em: float) -> float:
        return sum(self._font_for(part, em).getlength(part) for part in self._runs(text))

    @staticmethod
    def _runs(text: str) -> list[str]:
        """Numbers, signs and Latin letters one by one; Arabic words whole."""
        return list(text) if text[0] in _KNOWN or text.isascii() else [text]

    def _font_for(self, text: str, em: float) -> ImageFont.FreeTypeFont:
        characters = _characters(self._face)
        face = self._face if all(ord(c) in characters for c in text) else self._latin
        em *= self._slash if text == "/" else 1
        return _font(face, max(4, round(em)))

    def _word(self, word: str, right: float, em: float) -> None:
        """Draws a word so that it ends at `right`; its pieces follow each other from the right."""
        base = self._y + em
        x = right
        for text, size, raised in self._pieces(word, em):
            x -= self._piece_width(text, size)
            at = x
            for part in self._runs(text):
                font = self._font_for(part, size)
                drawn = part.translate(_MIRRORED) if part in "()[]" else part
                place = (at, base - raised)
                options = {"font": font, "fill": 0, "anchor": "ls"}
                if not part.isascii() and part[0] not in _KNOWN:
                    options["direction"] = "rtl"
                self._draw.text(place, drawn, **options)
                if part in _KNOWN:
                    x0, y0, x1, y1 = _inked(font, drawn)
                    box = (place[0] + x0, place[1] + y0, place[0] + x1, place[1] + y1)
                    self.page.glyphs.append(Glyph(drawn.translate(_PERSIAN_VALUE), box))
                at += font.getlength(part)


@dataclass(slots=True)
class Wear:
    """What a scanner and a copier do to a page."""

    turned: float = 0.0
    """Degrees."""
    blur: float = 0.0
    """Pixels."""
    noise: float = 0.0
    """Grey levels."""
    specks: float = 0.0
    """Share of pixels."""
    ink: int = 0
    paper: int = 255
    bilevel: bool = False
    thick: int = 0
    """1: every stroke a pixel wider; -1: thinner."""
    jpeg: int | None = None

    @classmethod
    def of(cls, rng: np.random.Generator, dpi: int) -> Wear:
        """Wear as real scans have it, mostly light."""
        paper = int(rng.integers(185, 256))
        ink = int(min(paper - 60, rng.integers(0, 140)))
        return cls(
            turned=float(rng.normal(0, 0.35)),
            blur=float(rng.uniform(0, 1.1)) * dpi / 250 if rng.random() < 0.75 else 0.0,
            noise=min(float(rng.exponential(7)), (paper - ink) / 7) if rng.random() < 0.8 else 0.0,
            specks=float(rng.exponential(0.0003)) if rng.random() < 0.5 else 0.0,
            ink=ink,
            paper=paper,
            bilevel=bool(rng.random() < 0.25),
            thick=int(rng.choice([0, 0, 0, 0, 1, -1])) if dpi >= 250 else 0,
            jpeg=int(rng.integers(25, 92)) if rng.random() < 0.5 else None,
        )


def worn(page: Drawn, wear: Wear, rng: np.random.Generator) -> Drawn:
    """The page as a scanner would give it; boxes and bands turn along."""
    picture = page.picture
    if wear.thick > 0:
        picture = picture.filter(ImageFilter.MinFilter(3))
    elif wear.thick < 0:
        picture = Image.blend(picture, picture.filter(ImageFilter.MaxFilter(3)), 0.55)
    if wear.turned:
        picture = picture.rotate(wear.turned, Image.Resampling.BICUBIC, fillcolor=255)
    if wear.blur:
        picture = picture.filter(ImageFilter.GaussianBlur(wear.blur))
    grey = np.asarray(picture, np.float32) / 255 * (wear.paper - wear.ink) + wear.ink
    if wear.noise:
        grey += rng.normal(0, wear.noise, grey.shape).astype(np.float32)
    if wear.specks:
        spots = np.flatnonzero(rng.random(grey.shape) < wear.specks)
        grey.ravel()[spots] = rng.choice([0.0, 0.0, 255.0], len(spots))
        grey.ravel()[np.minimum(spots[::3] + 1, grey.size - 1)] = 0.0
    if wear.bilevel:
        grey = np.where(grey > (wear.paper + wear.ink) * rng.uniform(0.42, 0.62), 255.0, 0.0)
    picture = Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))
    if wear.jpeg is not None and not wear.bilevel:
        box = io.BytesIO()
        picture.save(box, "JPEG", quality=wear.jpeg)
        picture = Image.open(box).convert("L")
    return Drawn(picture, [Glyph(g.character, _turned(g.box, wear.turned, picture)) for g in page.glyphs], page.rows)


def _turned(
    box: tuple[float, float, float, float], degrees: float, picture: Image.Image
) -> tuple[float, float, float, float]:
    """A box moved with its middle; turns are so small that its sides stay as they are."""
    x, y = (box[0] + box[2]) / 2 - picture.width / 2, (box[1] + box[3]) / 2 - picture.height / 2
    angle = math.radians(degrees)
    dx = x * math.cos(angle) + y * math.sin(angle) - x
    dy = y * math.cos(angle) - x * math.sin(angle) - y
    return box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy


def eastern(text: str) -> str:
    """Its Western digits, but for those of symbols in Latin letters, as Arabic-Indic ones. A line of English stays."""
    if not re.search("[\u0621-\u064a]", text):
        return text
    return re.sub(
        r"[A-Za-z][A-Za-z0-9/.()\-]*|[0-9]+", lambda m: m[0] if m[0][0].isalpha() else m[0].translate(_TO_EASTERN), text
    )


_TO_EASTERN = str.maketrans("0123456789", EASTERN)


def texts(archive: Path, *, most: int = 400) -> list[list[str]]:
    """The Arabic paragraphs of each document of an archive of Akoma Ntoso files."""
    found: list[list[str]] = []
    with zipfile.ZipFile(archive) as files:
        for name in sorted(files.namelist()):
            if not name.startswith("ar/") or len(found) >= most:
                continue
            root = ElementTree.fromstring(files.read(name))  # noqa: S314  the corpus is our own
            paragraphs = [" ".join("".join(node.itertext()).split()) for node in root.iter() if node.tag.endswith("}p")]
            found.append([text for text in paragraphs if 3 < len(text) < 1500])
    return found
