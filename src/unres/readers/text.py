"""Plain text: bytes in whatever encoding, to a source."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unres.readers.limits import too_large
from unres.readers.source import Remark, Source
from unres.scripts import ARABIC_LETTERS_AND_MARKS

if TYPE_CHECKING:
    from unres.readers.limits import Limits

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ENCODINGS = frozenset(
    """
    utf-8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be ascii
    iso8859-1 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-9 iso8859-10 iso8859-11
    iso8859-13 iso8859-14 iso8859-15 iso8859-16 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258
    cp437 cp720 cp737 cp775 cp850 cp852 cp855 cp857 cp858 cp860 cp861 cp862 cp863 cp864 cp865 cp866 cp869 cp874
    koi8-r koi8-u mac-roman mac-arabic mac-cyrillic mac-greek mac-turkish
    gb2312 gbk gb18030 big5 big5hkscs euc_jp shift_jis cp932 euc_kr cp949
    """.split()
)
"""Those that documents have, by Python's names: each takes time that grows with the length alone. Of Python's others
some do not (punycode), and some are none of text."""
_SAMPLE = 65536
_HIGH = re.compile(rb"[\x80-\xff]")
_ARABIC_WORD = re.compile(f"[{ARABIC_LETTERS_AND_MARKS}]{{2,}}")
_ALEF_LAM_1256 = b"\xc7\xe1"
_ALEF_LAM_8859 = b"\xc7\xe4"
_WIDE = 4
_MOST = 0.9
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and the encoding that it was in."""

    text: str
    encoding: str
    guessed: bool
    """By the statistics of its letters; False: marked, or the bytes can be nothing else."""
    damaged: bool
    """Some bytes were no text and became U+FFFD."""


def read_text(data: bytes, name: str, limits: Limits) -> Source:
    """Plain text; its lines are left for the layout stage.

    Raises:
        UnreadableError: code ``"too_large"``.
    """
    decoded = decode(data)
    if len(decoded.text) > limits.max_characters:
        too_large(name, "the length of the text", "max_characters", limits.max_characters)
    source = Source(decoded.text, name)
    if decoded.guessed:
        message = f"The file does not say its encoding; by its letters it was read as {decoded.encoding}."
        source.remarks.append(Remark("text.encoding_guessed", "info", message))
    if decoded.damaged:
        message = f"Some bytes are not valid {decoded.encoding}; each stands as U+FFFD in the text."
        source.remarks.append(Remark("text.bytes_damaged", "warning", message))
    return source


def decode(data: bytes) -> Decoded:
    """Bytes as text: by the byte order mark, as UTF-8, by zero bytes as UTF-16 or UTF-32, by letters as a code page."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding, guessed=False)
    wide = _wide_encoding(data[:_SAMPLE])
    if wide:
        return _decoded(data, wide, guessed=True)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", guessed=False, damaged=False)
    except UnicodeDecodeError as error:
        if error.end == len(data) and error.reason == "unexpected end of data":
            return _decoded(data, "utf-8", guessed=False)
    if _is_mostly_utf8(data[:_SAMPLE]):
        return _decoded(data, "utf-8", guessed=False)
    return _decoded(data, _code_page(data[:_SAMPLE]), guessed=True)


def known_encoding(name: str) -> str | None:
    """Python's name of an encoding that a document or a request names; None where documents have none such."""
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError):  # a ValueError: a name with a NUL in it
        return None
    return found if found in _ENCODINGS else None


def _decoded(data: bytes, encoding: str, *, guessed: bool) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding, guessed, damaged=False)
    except UnicodeDecodeError:
        return Decoded(data.decode(encoding, "replace"), encoding, guessed, damaged=True)


def _wide_encoding(sample: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: zero bytes stand in one place of each unit, spaces and digits have them."""
    if b"\x00" not in sample or len(sample) < _WIDE:
        return None
    zeros = [sample[place::_WIDE].count(0) for place in range(_WIDE)]
    total, units = sum(zeros), len(sample) / _WIDE
    if zeros[2] > _MOST * units and zeros[3] > _MOST * units:
        return "utf-32-le"
    if zeros[0] > _MOST * units and zeros[1] > _MOST * units:
        return "utf-32-be"
    few = 0.1 * units  # Arabic text has them in spaces alone
    if total > few and zeros[1] + zeros[3] > _MOST * total:
        return "utf-16-le"
    if total > few and zeros[0] + zeros[2] > _MOST * total:
        return "utf-16-be"
    return None


def _is_mostly_utf8(sample: bytes) -> bool:
    """Whether far more bytes above ASCII are in valid sequences than not."""
    text = sample.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    valid = sum(1 for character in text if character > "\x7f") - damaged
    return valid > 10 * damaged


def _code_page(sample: bytes) -> str:
    """Windows-1256 or ISO 8859-6 where the bytes above ASCII make Arabic words, otherwise Windows-1252."""
    high = len(_HIGH.findall(sample))
    arabic = sum(len(word) for word in _ARABIC_WORD.findall(sample.decode("cp1256")))
    if arabic <= _HALF * high:
        return "cp1252"
    return "iso8859-6" if sample.count(_ALEF_LAM_8859) > sample.count(_ALEF_LAM_1256) else "cp1256"
