"""Draws training pages and cuts them into labelled shapes, by the same code that cuts scans.

    python benchmarks/ocr/samples.py CORPUS OUT.npz [--pages 400] [--seed 1] [--held-out]

Texts are those of the archives of Akoma Ntoso files of CORPUS/akn that measuring leaves alone; every number in them is
replaced, and more are strewn in.
"""

from __future__ import annotations

import argparse
import re
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from pages import EASTERN, HELD_OUT, LATIN_FACES, TEXT_FACES, Drawn, Paragraph, Printer, Wear, texts, worn

from unres.readers.ocr.digits import CLASSES, joined, shapes_of_line
from unres.readers.ocr.shapes import Views, evened, ink_of, letter_height

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from unres.readers.ocr.digits import Shape
    from unres.readers.ocr.shapes import Box

TRAINING_ARCHIVES = ("ga78.zip", "sc2021.zip", "sc2023.zip", "hrc55.zip", "ecosoc2024.zip")
MONTHS = "كانون_الثاني/يناير شباط/فبراير آذار/مارس نيسان/أبريل أيار/مايو حزيران/يونيه تموز/يوليه آب/أغسطس أيلول/سبتمبر"
_PIXELS = 2  # that blur and thresholds move an edge
_REACH = np.array([-_PIXELS, -_PIXELS, _PIXELS, _PIXELS])
_THIN = "/()[]"
_NONE_KEPT = 0.35
_MOST_PIECES = 4
_PIECE = 0.5
_HEAVY = 0.3
"""The share of pages that are worn more than those that measuring draws."""


def main() -> None:
    """Writes the samples of many pages to one file."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpus", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--pages", type=int, default=400)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--held-out", action="store_true", help="draw with the faces that training never sees")
    given = options.parse_args()
    rng = np.random.default_rng(given.seed)
    documents = [d for name in TRAINING_ARCHIVES for d in texts(given.corpus / "akn" / name, most=60) if len(d) > 5]
    faces = HELD_OUT if given.held_out else TEXT_FACES
    parts = []
    for page in range(given.pages):
        parts.append(samples(random_page(documents, faces, rng), rng))
        if page % 20 == 19 or page == given.pages - 1:
            save(parts, given.out)


def save(parts: Sequence[tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.int64]]], out: Path) -> None:
    """Writes what there is so far."""
    alone, around, labels = (np.concatenate(arrays) for arrays in zip(*parts, strict=True))
    np.savez(out, alone=alone, around=around, labels=labels)
    counts = np.bincount(labels, minlength=len(CLASSES)).tolist()
    print(len(parts), len(labels), dict(zip(CLASSES, counts, strict=True)), flush=True)


def random_page(documents: Sequence[list[str]], faces: Sequence[str], rng: np.random.Generator) -> tuple[Drawn, int]:
    """A worn page of random text and numbers, and its resolution."""
    dpi = int(rng.choice([150, 200, 200, 240, 300, 300]))
    size = float(rng.uniform(9, 17))
    printer = Printer(
        str(rng.choice(faces)),
        str(rng.choice(LATIN_FACES)),
        dpi,
        size=(595, 330),
        spacing=float(rng.uniform(1.35, 2.1)),
        margin=40,
        persian=bool(rng.random() < 0.12),
        slash=float(rng.choice([1, 1, rng.uniform(0.75, 1.6)])),
    )
    western = rng.random() < 0.25
    while True:
        document = documents[int(rng.integers(len(documents)))]
        text = renumbered(str(rng.choice(document[2:])), rng, western=western)
        if not printer.paragraph(Paragraph(text, size, indent=float(rng.choice([0, 2])))):
            break
    wear = Wear.of(rng, dpi)
    if rng.random() < _HEAVY:
        wear.blur = float(rng.uniform(0.3, 1.4)) * dpi / 250
        wear.noise *= 1.5
        wear.bilevel = bool(rng.random() < 0.5)
        wear.thick = int(rng.choice([0, 0, 1, -1]))
        wear.jpeg = int(rng.integers(12, 60)) if rng.random() < 0.5 else None
    return worn(printer.page, wear, rng), dpi


def renumbered(text: str, rng: np.random.Generator, *, western: bool) -> str:
    """The text with other numbers, and more of them."""
    words: list[str] = []
    for word in text.split()[:90]:
        if word.isascii() and rng.random() < 0.5:
            continue
        words.append(re.sub(r"[0-9٠-٩]+", lambda m: _digits(rng, len(m[0]), western=western), word))
        if rng.random() < 0.22:
            words.append(_token(rng, western=western))
        elif rng.random() < 0.06:
            words[-1] += f"⁽{_digits(rng, int(rng.integers(1, 3)), western=western)}⁾" + str(rng.choice(["", "،", "."]))
    if rng.random() < 0.5:
        words.insert(0, _digits(rng, int(rng.integers(1, 3)), western=western) + str(rng.choice([" -", ".", "-"])))
    return " ".join(words)


def _digits(rng: np.random.Generator, count: int, *, western: bool) -> str:
    return "".join(rng.choice(list("0123456789" if western else EASTERN), count))


def _token(rng: np.random.Generator, *, western: bool) -> str:
    def number(least: int, most: int) -> str:
        return _digits(rng, int(rng.integers(least, most + 1)), western=western)

    month = str(rng.choice(MONTHS.split())).replace("_", " ")
    kind = int(rng.integers(12))
    if kind < 4:
        token = f"{number(2, 3)}/{number(1, 4)}"
    elif kind == 4:
        token = f"{number(1, 2)} {month} {number(4, 4)}"
    elif kind == 5:
        token = f"({number(1, 4)})"
    elif kind == 6:
        token = f"و{number(1, 3)}/{number(1, 3)}"
    elif kind == 7:
        token = f"{number(1, 3)}-{number(1, 3)}"
    elif kind == 8:
        token = f"{number(1, 3)}.{number(1, 2)}"
    elif kind == 9:
        token = f"A/RES/{_digits(rng, 2, western=True)}/{_digits(rng, 3, western=True)}"
    else:
        token = number(1, 4)
    return token + str(rng.choice(["", "", "", "،", ".", "؛", ")", "/"]))


def samples(
    page: tuple[Drawn, int], rng: np.random.Generator
) -> tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.int64]]:
    """The shapes of a page with their classes; of those that are nothing only a share.

    Pieces of a broken character are nothing, and so are characters that touch; all pieces of one are that character.
    """
    drawn, dpi = page
    ink = ink_of(evened(drawn.picture), dpi)
    members, boxes, heights, labels = [], [], [], []
    middles = (ink.boxes[:, 1] + ink.boxes[:, 3]) / 2
    truth = np.array([glyph.box for glyph in drawn.glyphs]).reshape(-1, 4)
    classes = np.array([CLASSES.index(glyph.character) for glyph in drawn.glyphs], np.int64)
    for row in drawn.rows:
        low = row.y0 - rng.uniform(0, 0.15) * (row.y1 - row.y0)
        within = np.flatnonzero((middles > low) & (middles < row.y1))
        if not len(within):
            continue
        height = letter_height(ink.boxes[within]) * float(np.exp(rng.normal(0, 0.1)))
        shapes = shapes_of_line(ink, within, height)
        own = np.array([shape.box for shape in shapes], float).reshape(-1, 4)
        for shape in (*shapes, *_wholes(shapes, own, truth)):
            label = _label(shape.box, own, truth, classes)
            if label is None or (label == 0 and rng.random() > _NONE_KEPT and not _of_characters(shape.box, truth)):
                continue
            members.append(shape.members)
            boxes.append(shape.box)
            heights.append(height)
            labels.append(label)
    alone, around = Views(ink).of(members, boxes, heights)
    return alone, around, np.array(labels, np.int64)


def _wholes(shapes: Sequence[Shape], boxes: NDArray[np.float64], truth: NDArray[np.float64]) -> Iterator[Shape]:
    """All the pieces of each character that broke into several, as one shape."""
    for box in truth:
        inside = np.flatnonzero(_inside(boxes, box + _REACH))
        if 1 < len(inside) <= _MOST_PIECES:
            yield reduce(joined, (shapes[at] for at in inside))


def _inside(boxes: NDArray[np.float64], box: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which boxes lie in this one."""
    return np.asarray(np.all(boxes[:, :2] >= box[:2], axis=1) & np.all(boxes[:, 2:] <= box[2:], axis=1))


def _around(box: Box, truth: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which drawn characters a shape lies in."""
    inner, low, high = np.array(box), truth + _REACH[0], truth + _REACH[2]
    return np.asarray(np.all(inner[:2] >= low[:, :2], axis=1) & np.all(inner[2:] <= high[:, 2:], axis=1))


def _of_characters(box: Box, truth: NDArray[np.float64]) -> bool:
    """Whether the middle of a shape lies in a drawn character."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return bool(((truth[:, 0] < x) & (truth[:, 2] > x) & (truth[:, 1] < y) & (truth[:, 3] > y)).any())


def _label(box: Box, shapes: NDArray[np.float64], truth: NDArray[np.float64], classes: NDArray[np.int64]) -> int | None:
    """The class of the drawn character that a shape is; 0 for none; None where it is nearly one, or a bit more.

    What holds two characters is none, and so is a piece of one that broke in several, if it is less than half of it in
    width or height; of a bracket or slash, which are thin, in height.
    """
    if not len(truth):
        return 0
    middles = (truth[:, :2] + truth[:, 2:]) / 2
    sides = truth[:, 2:] - truth[:, :2]
    apart = np.abs(middles - [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2])
    larger = np.abs(sides - [box[2] - box[0], box[3] - box[1]])
    same = np.all(apart <= np.maximum(_PIXELS, 0.2 * sides), axis=1) & np.all(
        larger <= np.maximum(2 * _PIXELS, 0.3 * sides), axis=1
    )
    if same.any():
        return int(classes[int(np.argmin(np.where(same, apart.sum(axis=1), np.inf)))])
    if np.count_nonzero(_inside(truth, np.add(box, _REACH))) > 1:
        return 0
    around = np.flatnonzero(_around(box, truth))
    if len(around):
        at = int(around[0])
        pieces = np.count_nonzero(_inside(shapes, truth[at] + _REACH))
        share = np.subtract(box[2:], box[:2]) / np.maximum(sides[at], 1)
        return 0 if pieces > 1 and (share[1] if CLASSES[classes[at]] in _THIN else share.min()) < _PIECE else None
    inside = np.all(apart <= sides / 2, axis=1)
    return None if inside.any() else 0


if __name__ == "__main__":
    main()
