"""The folder of what was fetched: a file for each symbol, language and format, checked by its content."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path
from typing import Literal

Format = Literal["pdf", "docx", "doc"]
_BEGINS: dict[Format, bytes] = {"pdf": b"%PDF-", "docx": b"PK\x03\x04", "doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"}
_HEAD = 1024
_UNSAFE = re.compile(r"[^\w.()-]+", re.ASCII)


def default_folder() -> Path:
    """``$XDG_CACHE_HOME/unres``, by default ``~/.cache/unres``."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "unres"


def file_name(symbol: str, language: str, form: Format) -> str:
    """``A_RES_67_190-AR.pdf``."""
    return f"{_UNSAFE.sub('_', symbol)}-{language.upper()}.{form}"


def is_whole(data: bytes, form: Format) -> bool:
    """Whether the content is of the format: a PDF may have a few bytes before its head."""
    if form == "pdf":
        return _BEGINS[form] in data[:_HEAD] and b"%%EOF" in data[-_HEAD:]
    return data.startswith(_BEGINS[form])


def held(path: Path, form: Format) -> bool:
    """Whether the file is there, and is what it should be; a run that was interrupted leaves none behind."""
    try:
        return is_whole(path.read_bytes(), form)
    except FileNotFoundError:
        return False


def keep(path: Path, data: bytes) -> None:
    """Writes the file beside its place and puts it there, so that it is never there in part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".fetching-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
