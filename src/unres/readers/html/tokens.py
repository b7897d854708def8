"""HTML as tags and text: the encoding of a page, and its tokens in one pass.

Each search begins where the last one ended and none is repeated for a construct that never closes, so that the
time is linear for any input (the standard library's parser is not, for some hostile ones).
"""

from __future__ import annotations

import codecs
import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unres.readers.text import decode, known_encoding

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD = 4096
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})""", re.IGNORECASE)
_LATIN = frozenset({"iso8859-1", "ascii"})


def decode_html(data: bytes) -> str:
    """The page as text. ISO 8859-1 is read as Windows-1252, as the HTML standard has it."""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(data).text
    declared = _DECLARED.search(data, 0, _HEAD)
    encoding = known_encoding(declared[1].decode("ascii", "replace")) if declared else None
    # a page that can be searched for ASCII is in none of the wide encodings, whatever it says
    if encoding is None or encoding.startswith(("utf-16", "utf-32")):
        return decode(data).text
    return data.decode("cp1252" if encoding in _LATIN else encoding, "replace")


_TAG_NAME = re.compile(r"</?([A-Za-z][^\s/>]{0,60})")
_STOP = re.compile(r"[>\"']")
_ATTRIBUTE = re.compile(
    r"""([^\s"'=<>/]{1,80})  # its name
    (?:\s{0,20}=\s{0,20}
      (?: "([^"]{0,2000})" | '([^']{0,2000})' | ([^\s"'>]{1,2000}) )
    )?""",
    re.VERBOSE,
)
_LONG_REFERENCE = re.compile(r"&#(?:[xX][0-9a-fA-F]{7,}|[0-9]{8,})")
_DIGITS_OF_NONE = 8
"""A number of so many digits is past the last character, U+10FFFF."""
_MANY_ATTRIBUTES = 60
_RAW = frozenset({"script", "style", "noscript", "template", "textarea", "iframe", "object", "svg", "select", "title"})
"""Elements whose content is no text of the page."""


@dataclass(slots=True)
class Tag:
    """An opening or a closing tag, its name in lower case."""

    name: str
    closing: bool
    source: str

    def attributes(self) -> dict[str, str]:
        """Names in lower case; of a name given twice the first counts."""
        found: dict[str, str] = {}
        for number, match in enumerate(_ATTRIBUTE.finditer(self.source, len(self.name) + 1)):
            if number == _MANY_ATTRIBUTES:
                break
            written = match[2] or match[3] or match[4] or ""
            found.setdefault(match[1].lower(), _unescaped(written))
        return found


def _unescaped(text: str) -> str:
    """The text with its character references resolved."""
    return html.unescape(_LONG_REFERENCE.sub(_shortened, text)) if "&" in text else text


def _shortened(reference: re.Match[str]) -> str:
    """The same number without its noughts; one that is still too long is no character, and Python may not read it."""
    digits = reference[0][2:].lstrip("xX0")
    if len(digits) >= _DIGITS_OF_NONE:
        return "&#xfffd"
    return f"&#{'x' if reference[0][2] in 'xX' else ''}{digits or '0'}"


class _Finder:
    """`str.find` that remembers what will not be found any more."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._absent: set[str] = set()

    def __call__(self, what: str, start: int) -> int:
        if what in self._absent:
            return -1
        found = self._text.find(what, start)
        if found < 0:
            self._absent.add(what)
        return found


def tokens(page: str) -> Iterator[Tag | str]:
    """Tags and the text between them, character references resolved; comments and raw elements left out."""
    find = _Finder(page)
    quoted = _TagEnds(page, find)
    at = text_from = 0
    while (start := find("<", at)) >= 0:
        name = _TAG_NAME.match(page, start)
        if name is None:
            end = _end_of_declaration(page, start, find)
            if end < 0:  # a "<" that opens nothing is text
                at = start + 1
                continue
            yield _unescaped(page[text_from:start])
            at = text_from = end
            continue
        end = quoted(name.end())
        if end < 0:
            break  # no tag ends any more
        if text_from < start:
            yield _unescaped(page[text_from:start])
        closing = page[start + 1] == "/"
        tag = Tag(name[1].lower(), closing, page[start:end])
        at = text_from = end
        if tag.name in _RAW and not closing and page[end - 2] != "/":
            at = text_from = _end_of_raw(page, tag.name, end)
        else:
            yield tag
    yield _unescaped(page[text_from:])


def _end_of_declaration(page: str, start: int, find: _Finder) -> int:
    """Past a comment, a document type or a processing instruction; -1 where there is none."""
    if page.startswith("<!--", start):
        end = find("-->", start + 4)
        return end + 3 if end >= 0 else -1
    if page.startswith(("<!", "<?"), start):
        end = find(">", start)
        return end + 1 if end >= 0 else -1
    return -1


class _TagEnds:
    """Where tags end. A ">" in quotes does not end one, until quotes turn out not to pair: then they count no more."""

    def __init__(self, page: str, find: _Finder) -> None:
        self._page = page
        self._find = find
        self._quotes_pair = True

    def __call__(self, at: int) -> int:
        """Past the ">" of the tag whose name ends at `at`; -1 where there is none."""
        if self._quotes_pair:
            end = self._quoted(at)
            if end >= 0:
                return end
            self._quotes_pair = False
        return self._find(">", at) + 1 or -1

    def _quoted(self, at: int) -> int:
        while (stop := _STOP.search(self._page, at)) is not None:
            sign = stop.group()
            if sign == ">":
                return stop.end()
            close = self._find(sign, stop.end())
            if close < 0:
                return -1
            at = close + 1
        return -1


def _end_of_raw(page: str, name: str, start: int) -> int:
    """Past the closing tag of a raw element; a raw element that never closes takes the rest of the page."""
    close = re.compile(rf"</{name}[^>]{{0,200}}>", re.IGNORECASE).search(page, start)
    return close.end() if close else len(page)
