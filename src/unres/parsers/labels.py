"""The label at the start of a paragraph: "1.", "١ -", "(a)", "(هـ)", "’1‘", "iv.", a bullet."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from unres.layout.starts import bare_number
from unres.parsers.draft import Label
from unres.scripts import ABJAD, ALPHABET, ARABIC_FORMS, ARABIC_LETTERS

if TYPE_CHECKING:
    from unres.languages import Language

_LABEL = re.compile(
    rf"""(?:[-–][ ](?=\d{{1,3}}[ ]?[-–.]))?            # the bullet that Markdown put before a number
    (?:
        (?P<dot>\d{{1,3}})[ ]?(?:
            \.(?!\d) | [-–](?=[ ][^\d\s]|[{ARABIC_LETTERS}]{{2}}) | \)(?=[ ])                   # 1.  1 -  1-  1)
          | (?P<comma>,)(?=[ ][A-Z])                                                          # 1, Decides
        )[ ]?
      | [.–-](?P<behind>\d{{1,3}})[ ]?(?=[{ARABIC_LETTERS}]{{2}})       # .1  -1: pasted from a PDF, the stop is turned
      | \([ ]?[’‘']?(?P<round>
            \d{{1,3}} | [a-z]{{1,6}} | [A-Z]{{1,4}}                                           # (1)  (a)  (ii)  (A)
          | [{ARABIC_LETTERS}{ARABIC_FORMS}]{{1,3}}(?:[ ][{ARABIC_LETTERS}])?               # in Arabic letters
        )[’‘']?[ ]?\)[ ]?
      | [()](?P<turned>[{ARABIC_LETTERS}]{{1,2}}|\d{{1,3}})[()][ ]?                          # with a turned bracket
      | [’‘'`´][ ]?(?P<quoted>\d{{1,2}}|[ivx]{{1,5}})[ ]?[‘’'`´][ ]?
      | (?P<letter_dot>[a-z]|[ivx]{{2,5}}|[{ARABIC_LETTERS}])[.)][ ]
      | (?P<arabic_dash>[{ARABIC_LETTERS}])[ ]?[-–][ ]
      | \(?(?P<bullet>[•·▪●◦‣–—-])\)?(?:[ ]|(?<=[•▪●◦‣]))
    )""",
    re.VERBOSE,
)
_FIRST = frozenset(".0123456789()’‘'`´•·▪●◦‣–—-abcdefghijklmnopqrstuvwxyz" + ALPHABET + ABJAD)

_AS = {"turned": "round", "behind": "dot"}
"""What was turned, with its bracket or stop on the wrong side, belongs to the series of what was not."""


_MISREAD = re.compile(r"\((?P<label>[a-z]{1,4}|\d{1,3})\) ?(?=\S)")
_ALIKE = dict(
    pair.split("=")
    for pair in "6=b h=b e=c c=e cl=d q=g 9=g 0=o 1=i 11=ii n=ii 111=iii in=iii ni=iii hi=iii ui=iii m=iii w=iv".split()
)
"""Labels in brackets as a scan misreads them → what they were."""


def misread_label(text: str, language: Language) -> Label | None:
    """What a label in brackets may have been before a scan misread it: "(6)" for "(b)", "(in)" for "(iii)"."""
    match = _MISREAD.match(text)
    written = _ALIKE.get(match["label"]) if match else None
    return Label(written, "round", language.labels.read(written), match.end()) if match and written else None


@lru_cache(maxsize=512)
def read_label(text: str, language: Language) -> Label | None:
    """The label with which a paragraph (digits Western) begins; None when it has none or nothing but one."""
    if text[0] not in _FIRST:
        return None
    match = _LABEL.match(text)
    if match is None and (number := bare_number(text, language)):
        return Label(number["number"], "dot", language.labels.read(number["number"]), number.end())
    if match is None or match.end() >= len(text):
        return None
    if match["comma"] and not _verb_behind(text, match.end(), language):
        return None
    style = "dot" if match["comma"] else match.lastgroup or ""
    written = match[style]
    style = _AS.get(style, style)
    if style == "bullet":
        return Label(written, style, {}, match.end())
    places = language.labels.read(written)
    if not places:
        return None
    return Label(written, style, places, match.end())


def _verb_behind(text: str, at: int, language: Language) -> bool:
    """Whether a verb stands there that makes a number with a comma a label: "1, Decides"."""
    pattern = language.labels.behind_comma
    return pattern is not None and pattern.match(text, at) is not None
