"""The map of a font against what its program draws: which of both is right, and what is to be set right."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from unres.readers.pdf.glyphs import UNKNOWN
from unres.scripts import ARABIC_FORMS, ARABIC_LETTERS_AND_MARKS, DOTTED, EASTERN, KASHIDA, VARIANTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_DASHES = dict.fromkeys("-‐‑‒–—―−¯\u00ad_" + KASHIDA, "-")
_QUOTES = dict.fromkeys("'’‘‛`´ʼʹʿʾ′", "'") | dict.fromkeys('"“”„‟″', '"')
_DOTS = dict.fromkeys("·•∙▪●\u2022\uf0b7", "·")
_FOLDED = str.maketrans(_DASHES | _QUOTES | _DOTS | VARIANTS | {"٪": "%"})
_ARABIC_TEXT = re.compile(f"[{ARABIC_LETTERS_AND_MARKS}{EASTERN}،؛؟]")
_FORM = re.compile(f"[\ufb00-\ufb4f{ARABIC_FORMS}]")
BRACKETS = frozenset("()[]{}«»<>")
_PRIVATE = ("\ue000", "\uf8ff")
_ODD = 9  # a rank for what is no text at all


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """The text without what makes no difference to a reader: form, case, marks, kinds of dashes and of quotes."""
    plain = unicodedata.normalize("NFKD", text.translate(_FOLDED)).casefold()
    bare = "".join(c for c in plain if unicodedata.category(c) not in ("Mn", "Cf"))
    return (bare.strip() or plain.strip()).translate(_FOLDED)


def same(said: str, drawn: str) -> bool:
    """Whether both show the same to a reader."""
    return said == drawn or folded(said) == folded(drawn)


def bare_form(said: str, drawn: str) -> bool:
    """Whether the drawing may be the said letter without its dots, which are a glyph of their own then."""
    return len(said) == 1 and folded(said) in DOTTED.get(folded(drawn), ())


def has_mirror(text: str) -> bool:
    """Whether it is a bracket: of these a map tells what is meant, and never which way the drawing looks."""
    return text.translate(MIRRORED) != text


def is_mirror(said: str, drawn: str) -> bool:
    """Whether the two are brackets that differ only in the way that they look."""
    return said != drawn and said.translate(MIRRORED) == drawn


def is_mark(text: str) -> bool:
    """Whether a text is nothing but combining marks."""
    plain = unicodedata.normalize("NFKC", text).strip(" " + KASHIDA)
    return bool(plain) and all(unicodedata.category(c) == "Mn" for c in plain)


def is_blank(text: str) -> bool:
    """Whether a text says nothing: unknown, a space, or of private use."""
    return not text or text == UNKNOWN or text.isspace() or _PRIVATE[0] <= text[0] <= _PRIVATE[1] or text[0] < " "


@lru_cache(maxsize=8192)
def rank(text: str) -> int:
    """How likely resolutions are to mean this character where one glyph serves several; less is likelier."""
    first = text[0]
    if " " <= first <= "~" or _ARABIC_TEXT.match(first):
        return 0
    if "\xa1" <= first <= "\u017f" or "\u2010" <= first <= "\u2044":
        return 1
    if unicodedata.category(first)[0] in "CZ":
        return _ODD
    return 3 if _FORM.match(first) else 2


def best(texts: Iterable[str]) -> str:
    """The likeliest of the characters that a glyph serves; empty where it shows none."""
    ranked = [text for text in texts if text and rank(text) < _ODD]
    return min(ranked, key=rank, default="")


def counts(text: str) -> bool:
    """Whether a character is one that text is made of: ASCII, a letter or a digit, a sign of Arabic."""
    first = unicodedata.normalize("NFKC", text).lstrip(" ")[:1]
    return bool(first) and (rank(first) == 0 or unicodedata.category(first)[0] in "LN")


_FEWEST = 6
"""Characters other than digits that must bear witness."""
_WITNESSES = 0.8


def texts_by_order(said: Mapping[int, str], glyphs: Mapping[int, int], seen: Iterable[int]) -> dict[int, str]:
    """Digits by cid, where the other characters of ASCII say at which glyph their row begins; else nothing."""
    places: dict[int, int] = {}
    starts: Counter[int] = Counter()
    for cid in seen:
        try:
            places[cid] = glyphs[cid]
        except KeyError:
            continue
        text = said.get(cid, "")
        if len(text) == 1 and "!" <= text <= "~" and not text.isdigit():
            starts[places[cid] - ord(text)] += 1
    if not starts:
        return {}
    start, count = starts.most_common(1)[0]
    if count < _FEWEST or count < _WITNESSES * starts.total():
        return {}
    digits = {cid: glyph - start for cid, glyph in places.items() if said.get(cid, "").isdecimal()}
    return {cid: chr(code) for cid, code in digits.items() if ord("0") <= code <= ord("9")}


Relation = Literal["open", "agree", "differ", "fill", "mirror", "bare", "mark", "cluster"]
"""How the text of a map and a drawing stand to each other.

``open`` nothing is known of the drawing; ``differ`` another letter, digit or sign is drawn; ``fill`` the map says
nothing or a space; ``mirror`` brackets that look the other way; ``bare`` a letter whose dots are drawn apart;
``mark`` a vowel mark is drawn for a letter; ``cluster`` the map gives several letters of which this is one.
"""

_SHARE = 0.6
"""Of the glyphs that occur, by kinds and by number, so many must agree before the program is believed on the others."""
_FEW = 4
_RENUMBERED = 0.35
"""Where fewer agree than this, the program's table was left behind when the font was cut down: the map is right."""


@dataclass(slots=True)
class Verdict:
    """What comes out of the comparison of one font."""

    trusted: bool = True
    """Whether what the program says counts where the map says something else."""
    readings: dict[int, str] = field(default_factory=dict)
    """Texts by cid that replace those of the map."""
    drawn_brackets: dict[int, str] = field(default_factory=dict)
    """Brackets by cid, as they look on the page."""
    guessed: set[int] = field(default_factory=set)
    """Cids that a font without a map says nothing of, now unknown."""
    doubtful: dict[int, tuple[str, str]] = field(default_factory=dict)
    """What the map and what the program say, by cid, where neither can be believed over the other."""


def relation(said: str, drawn: Sequence[str]) -> Relation:
    """How a map's text stands to the texts that the drawing can stand for."""
    likeliest = best(drawn)
    if not likeliest:
        return "open"
    if likeliest.isspace():
        return "fill" if said == UNKNOWN else "agree" if is_blank(said) else "differ"
    if likeliest == KASHIDA and said != KASHIDA:
        return "differ" if not is_blank(said) else "fill"
    if any(same(said, text) for text in drawn):
        return "agree"
    if not counts(likeliest) and not is_mark(likeliest):
        return "open"
    if is_blank(said):
        return "fill"
    if is_mirror(said, likeliest):
        return "mirror"
    if bare_form(said, likeliest):
        return "bare"
    if len(folded(said)) > 1 and (folded(likeliest) in folded(said) or folded(said) in folded(likeliest)):
        return "cluster" if len(folded(likeliest)) < len(folded(said)) else "agree"
    return "mark" if is_mark(likeliest) else "differ"


@dataclass(slots=True)
class Evidence:
    """What is known of the cids of one font."""

    said: Mapping[int, str]
    """Texts as the maps of the font give them."""
    drawn: Mapping[int, Sequence[str]]
    """What the font's own tables say that is drawn."""
    known: Mapping[int, str]
    """Texts of outlines that other fonts draw too; they are believed."""
    seen: Mapping[int, int]
    """How often each cid occurs."""
    mapped: bool = True
    """Whether the file gives the font a map; without one, what is said is a guess by the codes."""
    relations: dict[int, Relation] = field(init=False)

    def __post_init__(self) -> None:
        self.relations = {cid: relation(self.text(cid), self.drawn.get(cid, ())) for cid in self.seen}

    def text(self, cid: int) -> str:
        """What the map says."""
        return self.said.get(cid, UNKNOWN)

    def of_kind(self, kind: Relation) -> list[int]:
        """The cids whose map and drawing stand so to each other."""
        return [cid for cid, found in self.relations.items() if found == kind]


def compare(font: Evidence, *, trusted: bool | None = None) -> Verdict:
    """Decides one font.

    Args:
        font: what is known of it.
        trusted: whether the program is believed, where that was decided before.

    Returns:
        What is to be set right. A reading is given where the program differs and is believed, where
        a known outline differs, and where the map says nothing.
    """
    result = Verdict(_trusted(font) if trusted is None else trusted)
    result.guessed = set() if font.mapped else _wrong_guesses(font)
    whole = all(font.drawn.get(cid) or cid in font.known for cid in font.seen)
    for cid in font.seen:
        kind, text, texts = font.relations[cid], font.text(cid), font.drawn.get(cid, ())
        if not (result.trusted and texts) and cid in font.known:
            texts = (font.known[cid],)
            kind = relation(text, texts)
        elif not result.trusted:
            if kind in ("differ", "fill") and not _renumbered(font):
                result.doubtful[cid] = (text, best(texts))
            continue
        if kind in ("differ", "fill", "mark", "mirror") or (kind == "cluster" and whole):
            result.readings[cid] = best(texts)
        shown = result.readings.get(cid, text)
        if cid in result.guessed:
            result.readings[cid] = UNKNOWN
        if kind in ("agree", "mirror") and shown in BRACKETS:
            result.drawn_brackets[cid] = shown
    return result


def _trusted(font: Evidence) -> bool:
    """Whether the program is believed where it differs from the map.

    The outlines decide where they are known. Else the program must agree with the map on most other glyphs, by
    kinds and by number; or, of a font with few glyphs, digits must stand against digits, as they do
    not where glyphs were renumbered.
    """
    said, drawn, known = font.said, font.drawn, font.known
    differing, agreeing = font.of_kind("differ"), font.of_kind("agree")
    if not differing:
        return bool(agreeing) or not font.of_kind("fill") or len(font.seen) >= _FEW
    votes = sum(same(known[cid], best(drawn[cid])) - same(known[cid], said[cid]) for cid in differing if cid in known)
    if votes:
        return votes > 0
    if len(agreeing) < _FEW:
        return all(said[cid].isdecimal() and best(drawn[cid]).isdecimal() for cid in differing)
    for weight in (dict.fromkeys(font.seen, 1), font.seen):
        right, wrong = (sum(weight[cid] for cid in group) for group in (agreeing, differing))
        if right < _SHARE * (right + wrong):
            return False
    return True


def _wrong_guesses(font: Evidence) -> set[int]:
    """The cids of which nothing is known, in a font whose codes were guessed wrong wherever something is."""
    told = {cid: texts for cid in font.seen if (texts := font.drawn.get(cid) or (font.known.get(cid, ""),)) != ("",)}
    kinds = [relation(font.text(cid), texts) for cid, texts in told.items()]
    wrong = sum(kind in ("differ", "fill") for kind in kinds)
    if wrong < _FEW or wrong < kinds.count("agree"):
        return set()
    return set(font.seen) - told.keys()


def _renumbered(font: Evidence) -> bool:
    agree, differ = len(font.of_kind("agree")), len(font.of_kind("differ"))
    return len(font.seen) >= _FEW and agree < _RENUMBERED * (agree + differ)
