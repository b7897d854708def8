"""Pictures of the pages of a PDF, small enough to stand in the page itself."""

from __future__ import annotations

import base64
import io
import time
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfDocument, PdfPage

_SCALE = 1.5  # 108 dots an inch: small print stays readable
_SCALE_OF_MANY = 1.1
_MANY = 60
_MOST_PIXELS = 2_500_000
_GREYS = 16
_LARGE = 120_000  # bytes; above it the page is a photograph, for which a lossy picture is smaller
_QUALITY = 45
_MEGABYTE = 1024 * 1024
MOST_BYTES = 24 * _MEGABYTE
"""What all pictures may come to. Beyond it a browser takes seconds to open the file."""
MOST_SECONDS = 120.0
"""Time for the drawing of all pages."""

Cut = Literal["cut", "heavy", "slow", "failed"]


@dataclass(slots=True)
class Picture:
    """One page, drawn. Sizes are in points, as those of :attr:`Span.box`."""

    number: int
    width: float
    height: float
    data: bytes | None
    """WebP; None where the page could not be drawn."""
    left: float = 0.0
    """Where the picture begins: 0 but for a page that is cropped, for the picture shows what is left of it."""
    top: float = 0.0

    @property
    def address(self) -> str:
        """The picture as a ``data:`` address."""
        return "data:image/webp;base64," + base64.b64encode(self.data or b"").decode()


@dataclass(slots=True)
class Pictures:
    """The pages of a file, from the first."""

    pages: list[Picture] = field(default_factory=list)
    total: int = 0
    """Pages of the file."""
    cut: Cut | None = None
    """Why there are fewer pictures than pages; None when there are all."""
    reason: str = ""
    """What went wrong, for ``"failed"``."""


def draw_pages(pdf: bytes, most: int) -> Pictures:
    """Draws the pages of a PDF, at most ``most`` of them.

    A file that cannot be drawn gives no pictures and says why: the text, which was read by other means, is still there
    to be looked at.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        return Pictures(cut="failed", reason=str(error))
    with closing(document):
        return _draw(document, most)


def _draw(document: PdfDocument, most: int) -> Pictures:
    result = Pictures(total=len(document))
    scale = _SCALE if min(result.total, most) <= _MANY else _SCALE_OF_MANY
    size, began = 0, time.monotonic()
    for index in range(result.total):
        if index >= most:
            result.cut = "cut"
        elif time.monotonic() - began > MOST_SECONDS:
            result.cut = "slow"
        if result.cut:
            break
        picture = _picture(document, index, scale)
        size += len(picture.data or b"")
        if size > MOST_BYTES:
            result.cut = "heavy"
            break
        result.pages.append(picture)
    return result


def _picture(document: PdfDocument, index: int, scale: float) -> Picture:
    import pypdfium2

    try:
        with closing(document[index]) as page:
            width, height = page.get_size()
            data = _encoded(_rendered(page, width, height, scale))
            return Picture(index + 1, width, height, data, *_cropped(page))
    except pypdfium2.PdfiumError:
        return Picture(index + 1, 595, 842, None)  # the page says so in its place


def _cropped(page: PdfPage) -> tuple[float, float]:
    """How far the crop box begins from the left and from the top of the media box, from which places are counted."""
    if page.get_rotation():
        return 0.0, 0.0
    whole, shown = page.get_mediabox(), page.get_cropbox()
    return max(0.0, shown[0] - whole[0]), max(0.0, whole[3] - shown[3])


def _rendered(page: PdfPage, width: float, height: float, scale: float) -> Image:
    """The page in shades of grey; a page the size of a wall in fewer dots."""
    pixels = max(width * height, 1.0)
    image: Image = page.render(scale=min(scale, (_MOST_PIXELS / pixels) ** 0.5), grayscale=True).to_pil()
    return image


def _encoded(image: Image) -> bytes:
    """As WebP: without loss in sixteen shades, which for print is smaller and sharper; a photograph with loss."""
    step = 255 / (_GREYS - 1)
    shades = image.convert("L").point([round(round(value / step) * step) for value in range(256)])
    data = _saved(shades, lossless=True, method=1)
    return data if len(data) <= _LARGE else min(data, _saved(image, quality=_QUALITY, method=4), key=len)


def _saved(image: Image, **options: float) -> bytes:
    out = io.BytesIO()
    image.save(out, "WEBP", **options)
    return out.getvalue()
