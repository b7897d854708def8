"""The language of content streams (ISO 32000-1, 7.8): operators, each with the operands before it.

One regular expression finds the tokens. Operands are given as they are written, for most operators of a page tell
nothing about its text and are passed over. Every token is matched from a place that no token before it has taken, so
that the time grows with the length of the stream whatever stands in it.
"""

from __future__ import annotations

import re
from binascii import unhexlify
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    Operand = bytes | list[bytes]
    """A token as it is written; of an array or dictionary that holds more than text, its tokens without brackets."""

_MOST_OPERANDS = 100_000  # an array of text may hold many; of more tokens the first half is forgotten
_SHORT_STRING = rb"\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.)*+\))*+\)"  # whose brackets nest once at most
_HEX = rb"<[0-9A-Fa-f\s\x00]*+>"
_NUMBER = rb"[-+]?(?:\d++\.?\d*+|\.\d++)"
_NAME = rb"/[^\s\x00()<>\[\]{}/%]*+"
_PIECES = rb"\[(?:[\s\x00]++|" + _NUMBER + rb"|" + _HEX + rb"|" + _SHORT_STRING + rb")*+\]"

_TOKEN = re.compile(
    rb"(?:((?:" + _NUMBER + rb"[\s\x00]*+){1,8}+)"
    rb"|([A-Za-z'\"][^\s\x00()<>\[\]{}/%]*+)"
    rb"|(" + _PIECES + rb"|" + _SHORT_STRING + rb"|" + _HEX + rb"|" + _NAME + rb")"
    rb"|(<<|[\[(])|(>>|\])|%[^\r\n]*+)[\s\x00]*+",
    re.DOTALL,
)
_NUMBERS, _OPERATOR, _OPERAND, _LONG, _CLOSES = range(1, 6)
_BRACKET = ord("(")
_CONSTANTS = frozenset((b"true", b"false", b"null"))
_END_OF_IMAGE = re.compile(rb"EI(?=[\s\x00][\s\x20-\x7e]{8}|[\s\x00]?[\s\x20-\x7e]{0,8}\Z)")  # text follows
_STRING_PART = re.compile(rb"[^()\\]++|\\.|[()]", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n?|.)|\r\n?", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_STRING_AND_NUMBER = re.compile(
    rb"((?:" + _HEX + rb"|" + _SHORT_STRING + rb")?+)[\s\x00]*+((?:" + _NUMBER + rb")?+)[\s\x00]*+", re.DOTALL
)
_ANY_NUMBER = re.compile(_NUMBER)
_NAME_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_STRING_BEGINS = (b"(", b"<")
_BLANKS = re.compile(rb"[\s\x00]+")


class ContentError(ValueError):
    """The rest of a content stream cannot be told from a string or picture that never ends."""


class OperandError(Exception):
    """An operator has not the operands that it takes, and does nothing."""


def operations(data: bytes) -> Iterator[tuple[bytes, list[Operand]]]:
    """Every operator of a content stream with its operands. An inline image is one operator, ``EI``.

    Raises:
        ContentError: a string or an inline image never ends; what stands behind its begin is lost.
    """
    operands: list[Operand] = []
    at = 0
    while at < len(data):
        start, at = at, len(data)
        for match in _TOKEN.finditer(data, start):
            kind = match.lastindex
            if kind == _OPERATOR:
                operator = match[_OPERATOR]
                if operator == b"ID":
                    at = _end_of_image(data, match.end())
                    operator = b"EI"
                yield operator, operands
                operands = []
                if operator == b"EI":
                    break
            elif kind == _NUMBERS:
                operands += match[_NUMBERS].split()
            elif kind == _OPERAND:
                operands.append(match[_OPERAND])
            elif kind == _LONG:
                operand, at = _long_operand(data, match.start())
                operands.append(operand)
                break
            if len(operands) > _MOST_OPERANDS:
                del operands[: _MOST_OPERANDS // 2]


def _long_operand(data: bytes, start: int) -> tuple[Operand, int]:
    """What the short patterns do not match, and where it ends: a string, or an array or dictionary.

    One that is never closed ends before the next operator.
    """
    if data[start] == _BRACKET:
        end = _end_of_string(data, start)
        return data[start:end], end
    tokens: list[bytes] = []
    depth, at = 0, start
    while at < len(data):
        begin, at = at, len(data)
        for match in _TOKEN.finditer(data, begin):
            kind = match.lastindex
            if kind == _OPERATOR and match[_OPERATOR] not in _CONSTANTS:
                return tokens[:_MOST_OPERANDS], match.start()
            if kind == _LONG and data[match.start()] == _BRACKET:
                at = _end_of_string(data, match.start())
                tokens.append(data[match.start() : at])
                break
            if kind in (_LONG, _CLOSES):
                depth += 1 if kind == _LONG else -1
                if depth == 0:
                    return tokens, match.end()
            elif kind:
                tokens += match[kind].split() if kind == _NUMBERS else (match[kind],)
            if len(tokens) > _MOST_OPERANDS:
                return tokens, match.end()
    return tokens, at


def _end_of_image(data: bytes, start: int) -> int:
    end = _END_OF_IMAGE.search(data, start)
    if end is None:
        raise ContentError("an inline image never ends")
    return end.end()


def _end_of_string(data: bytes, start: int) -> int:
    """Where a string ends whose brackets nest deeply."""
    depth = 0
    for part in _STRING_PART.finditer(data, start):
        if part[0] == b"(":
            depth += 1
        elif part[0] == b")":
            depth -= 1
            if depth == 0:
                return part.end()
    raise ContentError("a string never ends")


def numbers(operands: list[Operand], count: int) -> list[float]:
    """The last operands, that many, as numbers.

    Raises:
        OperandError: there are fewer, or other ones.
    """
    last = operands[-count:]
    try:
        found = [float(operand) for operand in last]  # type: ignore[arg-type]
    except (ValueError, TypeError):  # "0-1" is two numbers
        glued = [operand for operand in operands if isinstance(operand, bytes) and operand[0] not in b"(</["]
        found = [float(number) for operand in glued for number in _ANY_NUMBER.findall(operand)][-count:]
    if len(found) != count:
        raise OperandError
    return found


def strings_and_numbers(operands: list[Operand]) -> list[tuple[bytes, bytes]]:
    """What an array of text holds, as it is written: strings, each with the number behind it; either may be empty.

    Raises:
        OperandError: the last operand is no array or string.
    """
    array = operands[-1] if operands else b"/"
    if isinstance(array, list):  # some string of it nests brackets deeply, or it holds what it should not
        return [(piece, b"") if piece[:1] in _STRING_BEGINS else (b"", piece) for piece in array if _is_piece(piece)]
    if array[0] not in b"[(<":
        raise OperandError
    return _STRING_AND_NUMBER.findall(array[1:-1] if array[:1] == b"[" else array)


def _is_piece(token: bytes) -> bool:
    return token[:1] in _STRING_BEGINS or _ANY_NUMBER.fullmatch(token) is not None


def string_of(token: bytes) -> bytes:
    """What a string stands for that is written in brackets or in hexadecimal."""
    body = token[1:-1]
    if token[:1] == b"<":
        digits = _BLANKS.sub(b"", body)
        return unhexlify(digits + b"0" * (len(digits) % 2))
    if b"\\" in body or b"\r" in body:
        return _ESCAPE.sub(_unescaped, body)
    return body


def _unescaped(found: re.Match[bytes]) -> bytes:
    escaped = found[1]
    if escaped is None:  # a bare end of line
        return b"\n"
    if escaped[:1].isdigit():
        return bytes((int(escaped, 8) & 0xFF,)) if escaped[:1] < b"8" else escaped
    return _ESCAPED.get(escaped, escaped)


def name_of(operand: Operand) -> str:
    """The name that is written with a slash, as the keys of playa's dictionaries are.

    Raises:
        OperandError: it is no name.
    """
    if not isinstance(operand, bytes) or operand[:1] != b"/":
        raise OperandError
    name = operand[1:]
    if b"#" in name:
        name = _NAME_ESCAPE.sub(lambda digits: bytes((int(digits[1], 16),)), name)
    try:
        return name.decode("utf-8")
    except UnicodeDecodeError:
        return name.decode("latin-1")
