"""One input to resolutions: never raises for what the input holds, and says why where nothing could be read."""

from __future__ import annotations

import io
import os
import stat
import weakref
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from unres.batch.inputs import Input, filesystem, is_remote
from unres.errors import NO_MEMORY, OUT_OF_MEMORY, MissingExtraError, UnreadableError
from unres.languages import check_language
from unres.pool import MEMORY, SECONDS
from unres.readers.archive import Archive, Budget
from unres.readers.limits import DEFAULT_LIMITS, Limits

if TYPE_CHECKING:
    from unres.models import Resolution
    from unres.models.vocabulary import Language

_MOST_MEMBERS = 1_000_000
"""Files in a zip: each is a document of its own here, so that their number is no sign of a trap."""


Only = Literal["all", "resolutions", "drafts"]
ONLY: tuple[Only, ...] = ("all", "resolutions", "drafts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How files are read."""

    language: Language | None = None
    limits: Limits | None = None
    seconds: float = SECONDS
    memory: int | None = MEMORY
    ocr: bool = False
    office: bool = False
    only: Only = "all"

    def __post_init__(self) -> None:
        """A wrong value would otherwise look like a fault of every file.

        Raises:
            ValueError: no such language, or no time or memory at all.
        """
        check_language(self.language)
        if self.only not in ONLY:
            raise ValueError(f"only {self.only!r} cannot be asked for; there are {', '.join(ONLY)}")
        if self.seconds <= 0 or (self.memory is not None and self.memory <= 0):
            raise ValueError("a file needs some time and memory: seconds and memory are more than 0")

    def see_to_programs(self) -> None:
        """Sees at the beginning of a run, and not anew for each file, that the programs that it needs are there.

        Raises:
            MissingExtraError: the extra ``ocr``, tesseract, the data of a language, or LibreOffice is not installed.
        """
        if self.ocr:
            from unres.readers.ocr import Recognizer

            Recognizer.check(self.language)
        if self.office:
            from unres.readers.office import find_program

            find_program()


@dataclass(frozen=True, slots=True)
class Failure:
    """A file, or a file of a zip, that gave no resolution."""

    source: str
    """Its name, as reports and tables call it."""
    code: str
    """Stable and short: that of :class:`UnreadableError`, or one of ``"missing"``, ``"not_permitted"``,
    ``"cannot_open"``, ``"changed"`` (while it was read), ``"timeout"``, ``"memory"``, ``"died"`` (its process
    did), ``"internal"``."""
    reason: str
    """One sentence."""
    advice: str | None = None
    """That of :class:`UnreadableError`, for those who write Python; it stands in no report."""

    def __str__(self) -> str:
        """One line, without what would move a terminal's cursor: a name in a zip can hold anything."""
        line = f"{self.source}: {self.code}: {self.reason}"
        return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in line)

    def record(self) -> dict[str, str]:
        """What reports say of it."""
        return {"source": self.source, "code": self.code, "reason": self.reason}

    def error(self, *, ask: bool = False) -> UnreadableError:
        """The same as an error to raise.

        Args:
            ask: whether a note says that ``on_error`` makes the other files follow.
        """
        error = UnreadableError(self.reason, source=self.source, code=self.code, advice=self.advice)
        if ask:
            error.add_note("With on_error=print, or a function of yours, the other files follow.")
        return error


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """What one file gave."""

    source: str
    """Its name."""
    resolutions: list[Resolution] = field(default_factory=list)
    """Usually one; several for a compilation or a zip; none where it could not be read."""
    failures: list[Failure] = field(default_factory=list)
    """Why it, or a file inside it, could not be read."""
    left_out: list[str] = field(default_factory=list)
    """Symbols or titles of documents in it that are not what was asked for (``only``)."""


def parse_path(
    path: str | os.PathLike[str] | Input,
    language: Language | None = None,
    limits: Limits | None = None,
    *,
    ocr: bool = False,
    office: bool = False,
) -> ParsedFile:
    """Reads a file, whatever happens: what cannot be read is a failure of the result, and nothing is raised.

    It can be pickled, and takes and gives what can be: the function for ``multiprocessing``, joblib, Dask, Ray and
    Spark. It has no limits of time and memory; ``convert`` and ``iter_resolutions`` with several jobs have.

    Args:
        path: a path, or an address that fsspec knows (extra ``remote``).
        language: "ar" or "en"; None to detect it.
        limits: what a file may come to at most; None for the defaults.
        ocr: whether the text of scans is recognised, as for :func:`unres.read`.
        office: as for :func:`unres.read`.

    Raises:
        MissingExtraError: a package or a program that is needed is not installed, which is not the file's fault.
    """
    one = path if isinstance(path, Input) else Input(os.fspath(path))
    return parse_input(one, Reading(language=language, limits=limits, ocr=ocr, office=office))


def parse_input(one: Input, how: Reading) -> ParsedFile:
    """The same for an input of a run."""
    parsed = ParsedFile(one.source)
    try:
        _read(one, parsed, how)
    except UnreadableError as error:
        parsed.failures.append(Failure(one.source, error.code, error.reason, error.advice))
    except MissingExtraError:
        raise  # nothing of this address's kind can be read: not the file's fault
    except OUT_OF_MEMORY:
        parsed.failures.append(Failure(one.source, "memory", NO_MEMORY))
    except OSError as error:
        parsed.failures.append(_cannot_open(one.source, error))
    except Exception as error:  # noqa: BLE001  a defect of the parser must not cost the other files
        parsed.failures.append(Failure(one.source, "internal", f"a defect of unres: {type(error).__name__}: {error}"))
    return parsed


def _read(one: Input, parsed: ParsedFile, how: Reading) -> None:
    from unres import read_all

    def note(error: UnreadableError) -> None:
        source = f"{one.source}/{_inner(error)}"
        parsed.failures.append(Failure(source, error.code, error.reason, error.advice))

    data = _Named(_load(one, how.limits or DEFAULT_LIMITS), one.member or os.path.basename(one.address))
    for resolution in read_all(
        data, language=how.language, limits=how.limits, on_error=note, ocr=how.ocr, office=how.office
    ):
        if _is_wanted(resolution, how.only):
            parsed.resolutions.append(resolution)
        else:
            parsed.left_out.append(resolution.symbol or resolution.title or "")
    if not parsed.resolutions and not parsed.failures and not parsed.left_out:
        parsed.failures.append(Failure(one.source, "empty", "there is no document in it"))


def _is_wanted(resolution: Resolution, only: Only) -> bool:
    if only == "all":
        return True
    if any(diagnostic.code == "structure.not_a_resolution" for diagnostic in resolution.diagnostics):
        return False
    return only == "resolutions" or resolution.status == "draft"


def _inner(error: UnreadableError) -> str:
    return error.source.partition("/")[2] or error.source


class _Named(io.BytesIO):
    """Bytes with a name for messages."""

    def __init__(self, data: bytes, name: str) -> None:
        super().__init__(data)
        self.name = name


def _cannot_open(source: str, error: OSError) -> Failure:
    reason = error.strerror or str(error) or type(error).__name__
    if isinstance(error, FileNotFoundError) and not error.strerror:  # of fsspec, with the address for its words
        return Failure(source, "missing", "it is not there, or cannot be reached")
    if isinstance(error, FileNotFoundError):
        return Failure(source, "missing", reason)
    if isinstance(error, PermissionError):
        return Failure(source, "not_permitted", reason)
    return Failure(source, "cannot_open", reason)


def _load(one: Input, limits: Limits) -> bytes:
    """The bytes of an input, not more than one over the limit."""
    if one.member is not None:
        return _archive(one.address, limits).member(one.member)
    if is_remote(one.address):
        fs, path = filesystem(one.address)
        with fs.open(path, "rb") as stream:
            data: bytes = stream.read(limits.max_bytes + 1)
            return data
    with open(one.address, "rb") as file:
        before = os.fstat(file.fileno())
        data = file.read(limits.max_bytes + 1)
        after = os.fstat(file.fileno())
    changed = (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns)
    if changed and stat.S_ISREG(after.st_mode):  # what comes out of a pipe always changes it
        raise UnreadableError("it changed while it was read; run again", source=one.source, code="changed")
    return data


class _OpenZip:
    """A zip that stays open from one member to the next, each with the whole budget of what may be unpacked."""

    def __init__(self, address: str, limits: Limits) -> None:
        if is_remote(address):
            fs, path = filesystem(address)
            stream = fs.open(path, "rb")
        else:
            stream = open(address, "rb")  # closed with this object, at the latest as Python ends
        self.close = weakref.finalize(self, stream.close)
        self.key = _zip_key(address, limits)
        try:
            self.archive = Archive(stream, address, replace(limits, max_members=_MOST_MEMBERS))
        except UnreadableError:
            self.close()
            raise

    def member(self, name: str) -> bytes:
        self.archive.budget = Budget(self.archive.limits)
        try:
            return self.archive.read(name)
        except KeyError:
            raise UnreadableError("it is no longer in the zip", source=name, code="missing") from None


def _zip_key(address: str, limits: Limits) -> tuple[object, ...]:
    if is_remote(address):
        return (address, limits)
    state = os.stat(address)
    return (address, limits, state.st_size, state.st_mtime_ns, state.st_ino)


_open_zip: list[_OpenZip] = []
"""At most one: a zip's files come one after the other."""


def _archive(address: str, limits: Limits) -> _OpenZip:
    if not _open_zip or _open_zip[0].key != _zip_key(address, limits):
        close_zip()
        _open_zip.append(_OpenZip(address, limits))
    return _open_zip[0]


def close_zip() -> None:
    """Closes the zip whose files were read last."""
    for previous in _open_zip:
        previous.close()
    _open_zip.clear()
