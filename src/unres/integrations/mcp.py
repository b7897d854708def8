"""A server of the Model Context Protocol: a language model asks for what the resolutions of one folder hold.

Extra: ``mcp``. ``unres mcp FOLDER`` runs it on standard input and output; :func:`server` makes it for other transports.

Files are read in a process of its own, under limits of time and memory, so that a hostile file ends that process and
not the server. Only files below the folder are opened, with all links resolved first. Long answers come in pages.
"""

from __future__ import annotations

import json
import os
import threading
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from unres._version import __version__
from unres.errors import UnreadableError, needs
from unres.pool import Workers
from unres.readers.limits import DEFAULT_LIMITS, Limits

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable, Iterator

    from mcp.server import MCPServer

    from unres.models import Resolution

__all__ = ["server"]

_INSTRUCTIONS = """\
Resolutions, decisions and presidential statements of the United Nations, in Arabic and English, parsed from the files
of one folder. `files` lists them. A file may hold several resolutions: `part` says which, from 1. Ids of blocks
("pp3", "op4.a") are the same in Arabic and English. Cells without a value are left out. Where an answer has `next`,
there is more: ask again with `start` at that number."""
_LONGEST = 100_000
"""Characters of JSON after which a page of an answer ends."""

File = Annotated[str, Field(description="The file's name, as `files` gives it.")]
Part = Annotated[int, Field(ge=1, description="Which resolution of the file, from 1.")]
Answer = dict[str, Any]
Start = Annotated[int, Field(ge=0, description="From which item on, counted from 0.")]
Most = Annotated[int, Field(ge=1, le=1000, description="How many items at most.")]


class _RefusedError(Exception):
    """What was asked for is not to be had; the message is for the client."""


@dataclass(frozen=True, slots=True)
class _Folder:
    """Sent to the process that reads."""

    root: Path
    limits: Limits

    def resolve(self, name: str) -> Path | None:
        """The file of this name with all links resolved; None where there is none, or only outside the folder."""
        try:
            path = (self.root / name).resolve(strict=True)
        except (OSError, ValueError, RuntimeError):  # none, a null character, links in a circle
            return None
        return path if path.is_relative_to(self.root) and path.is_file() else None

    def names(self) -> Iterator[str]:
        """All files, hidden ones left out, in the order of their names."""
        for folder, folders, files in os.walk(self.root):
            folders[:] = sorted(each for each in folders if not each.startswith("."))
            for file in sorted(files):
                name = Path(folder, file).relative_to(self.root).as_posix()
                if not file.startswith(".") and self.resolve(name):
                    yield name


def server(
    folder: str | os.PathLike[str], *, limits: Limits = DEFAULT_LIMITS, seconds: float = 60.0, memory: int = 1024**3
) -> MCPServer[None]:
    """The server, ready to ``run()``.

    Args:
        folder: the folder whose files may be read.
        limits: what a file may come to at most.
        seconds: how long one answer may take.
        memory: bytes that the process that reads may use; held on Linux.

    Raises:
        NotADirectoryError: there is no such folder.
        MissingExtraError: the extra ``mcp`` is not installed.
    """
    try:
        from mcp.server import MCPServer
        from mcp.types import ToolAnnotations
    except ImportError as error:
        raise needs("mcp", error) from error
    root = Path(folder).resolve()
    if not root.is_dir():
        raise NotADirectoryError(f"{folder} is no folder")
    reader = _Reader(_Folder(root, limits), seconds, memory)

    @asynccontextmanager
    async def until_the_end(_: object) -> AsyncIterator[None]:
        try:
            yield
        finally:
            reader.stop()

    made: MCPServer[None] = MCPServer(
        "unres", instructions=_INSTRUCTIONS, version=__version__, log_level="WARNING", lifespan=until_the_end
    )
    read_only = ToolAnnotations(read_only_hint=True, open_world_hint=False)
    for tool in _tools(reader):
        made.add_tool(tool, annotations=read_only)
    return made


def _tools(reader: _Reader) -> Iterable[Callable[..., Answer]]:
    """The functions that a client calls: their signatures and docstrings are what it is told of them."""

    def files(pattern: str = "*", start: Start = 0, most: Most = 200) -> Answer:
        """Lists the files of the folder whose names fit a pattern, such as "*.pdf" or "2012/*"."""
        return reader.ask("files", start, most, pattern=pattern)

    def parse(
        file: File, part: Part = 1, of: Literal["blocks", "footnotes"] = "blocks", start: Start = 0, most: Most = 100
    ) -> Answer:
        """Parses a file: the head of the resolution, what the parser remarks, and its blocks or footnotes in order."""
        return reader.ask("parse", start, most, file=file, part=part, of=of)

    def references(file: str = "", text: str = "", part: Part = 1, start: Start = 0, most: Most = 100) -> Answer:
        """What a file cites, or any Arabic or English text: each with its canonical symbol and how sure that is."""
        return reader.ask("references", start, most, file=file, text=text, part=part)

    def chunks(
        file: File,
        part: Part = 1,
        max_tokens: Annotated[int, Field(ge=20, le=4000)] = 400,
        start: Start = 0,
        most: Most = 20,
    ) -> Answer:
        """Cuts a resolution at its clauses: each piece with its context and the citation that people use."""
        return reader.ask("chunks", start, most, file=file, part=part, max_tokens=max_tokens)

    def align(arabic: File, english: File, part: Part = 1, start: Start = 0, most: Most = 50) -> Answer:
        """Puts the Arabic and the English version side by side, clause by clause, and says where they disagree."""
        return reader.ask("align", start, most, arabic=arabic, english=english, part=part)

    def compare(older: File, newer: File, part: Part = 1, start: Start = 0, most: Most = 50) -> Answer:
        """What changed from an older resolution to a newer one in the same language, clause by clause."""
        return reader.ask("compare", start, most, older=older, newer=newer, part=part)

    return files, parse, references, chunks, align, compare


@dataclass(slots=True)
class _Reader:
    """The process that reads, started with the first question; it answers one at a time."""

    folder: _Folder
    seconds: float
    memory: int
    workers: Workers | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)

    def ask(self, tool: str, start: int, most: int, **given: object) -> Answer:
        """The answer of the process.

        Raises:
            ToolError: the SDK's error, whose message the client is given.
        """
        from mcp.server.mcpserver.exceptions import ToolError

        with self.lock:
            if self.workers is None:
                self.workers = Workers(1, _answer, self.folder, memory=self.memory, preload=("unres.pipeline",))
            self.workers.submit((tool, start, most, given), self.seconds)
            while not (events := self.workers.wait(1.0)):
                pass
        event = events[0]
        if event.kind != "done":
            raise ToolError(event.why(self.seconds)[1])
        if refused := event.result.get("error"):
            raise ToolError(refused)
        answer: Answer = event.result
        return answer

    def stop(self) -> None:
        """Ends the process."""
        with self.lock:
            if self.workers is not None:
                self.workers.stop()
                self.workers = None


# What follows runs in the process that reads.


def _answer(folder: _Folder, task: tuple[str, int, int, dict[str, Any]]) -> Answer:
    tool, start, most, given = task
    try:
        about, name, items = _ANSWERS[tool](folder, **given)
        return about | _page(name, items, start, most)
    except (_RefusedError, ValueError) as error:
        reason = f"{error.source}: {error.reason}" if isinstance(error, UnreadableError) else str(error)
        return {"error": reason}
    except MemoryError:
        return {"error": "it takes more memory than it may"}


def _page(name: str, items: Iterable[object], start: int, most: int) -> Answer:
    """Some of the items; `next` where there are more. One item is given however long it is."""
    everything = [json.loads(json.dumps(_filled(item), default=str)) for item in items]
    page: list[object] = []
    length = 0
    for item in everything[start : start + most]:
        length += len(json.dumps(item, ensure_ascii=False))
        if page and length > _LONGEST:
            break
        page.append(item)
    answer: Answer = {"total": len(everything), name: page}
    if start + len(page) < len(everything):
        answer["next"] = start + len(page)
    return answer


def _filled(value: Any) -> Any:  # noqa: ANN401  whatever JSON holds
    """A record without the cells that have no value."""
    return (
        {key: _filled(cell) for key, cell in value.items() if cell not in (None, [])}
        if isinstance(value, dict)
        else value
    )


def _read(folder: _Folder, file: str, part: int) -> tuple[Resolution, Answer]:
    """A resolution, and what an answer says of where it is from."""
    path = folder.resolve(file)
    if path is None:
        raise _RefusedError(f"there is no file {file!r} in the folder; `files` lists what there is")
    told = path.stat()
    found, unreadable = _resolutions(path, folder.limits, told.st_mtime_ns, told.st_size)
    if part > len(found):
        raise _RefusedError(f"{file} holds {len(found)} resolutions")
    about: Answer = {"file": file, "part": part, "parts": len(found)}
    return found[part - 1], about | ({"unreadable": unreadable} if unreadable else {})


@lru_cache(maxsize=8)
def _resolutions(path: Path, limits: Limits, _modified: int, _size: int) -> tuple[list[Resolution], list[str]]:
    """All resolutions of a file, and what of a zip cannot be read; kept while the file stays as it is."""
    import unres

    unreadable: list[str] = []

    def note(error: UnreadableError) -> None:
        unreadable.append(f"{error.source}: {error.reason}")

    return list(unres.read_all(path, limits=limits, on_error=note)), unreadable


def _files(folder: _Folder, pattern: str) -> tuple[Answer, str, Iterable[object]]:
    return {}, "files", [name for name in folder.names() if fnmatchcase(name, pattern)]


def _parse(
    folder: _Folder, file: str, part: int, of: Literal["blocks", "footnotes"]
) -> tuple[Answer, str, Iterable[object]]:
    from unres.exports.columns import TABLES

    resolution, about = _read(folder, file, part)
    (head,) = TABLES["resolutions"].rows(resolution)
    remarks = [f"{each.severity}: {each.message}" for each in resolution.diagnostics]
    about["head"] = json.loads(json.dumps(_filled(head | {"diagnostics": remarks[:100]}), default=str))
    repeated = {"symbol", "language", "organ", "title", "adopted_on"}
    rows = ({name: cell for name, cell in row.items() if name not in repeated} for row in TABLES[of].rows(resolution))
    return about, of, rows


def _references(folder: _Folder, file: str, text: str, part: int) -> tuple[Answer, str, Iterable[object]]:
    from unres.exports.columns import TABLES, reference_row
    from unres.references import find_references
    from unres.usage import check_text

    if bool(file) == bool(text):
        raise _RefusedError("give either a file or a text")
    if text:
        check_text(text)
        return {}, "references", map(reference_row, find_references(text))
    resolution, about = _read(folder, file, part)
    return about, "references", TABLES["references"].rows(resolution)


def _chunks(folder: _Folder, file: str, part: int, max_tokens: int) -> tuple[Answer, str, Iterable[object]]:
    resolution, about = _read(folder, file, part)
    return about, "chunks", (chunk.as_dict() for chunk in resolution.chunks(max_tokens=max_tokens))


def _align(folder: _Folder, arabic: str, english: str, part: int) -> tuple[Answer, str, Iterable[object]]:
    from unres.alignment import align
    from unres.exports.parallel_rows import rows

    alignment = align(_read(folder, arabic, part)[0], _read(folder, english, part)[0])
    checks = alignment.checks()
    about: Answer = {"disagreements": [check.message for check in checks[:200]], "disagreements_total": len(checks)}
    return about, "pairs", (row._asdict() for row in rows(alignment))


def _compare(folder: _Folder, older: str, newer: str, part: int) -> tuple[Answer, str, Iterable[object]]:
    from unres.comparison import compare

    comparison = compare(_read(folder, older, part)[0], _read(folder, newer, part)[0])
    about: Answer = {"equal": comparison.equal, "counts": comparison.counts}
    about["head"] = [each.model_dump(mode="json", exclude={"edits"}) for each in comparison.fields]
    about["citations"] = [each.model_dump(mode="json") for each in comparison.references if each.kind != "kept"]
    changed = [each for each in (*comparison.blocks, *comparison.footnotes) if each.kind != "kept"]
    return about, "changes", (each.model_dump(mode="json") for each in changed)


_ANSWERS: dict[str, Callable[..., tuple[Answer, str, Iterable[object]]]] = {
    "files": _files,
    "parse": _parse,
    "references": _references,
    "chunks": _chunks,
    "align": _align,
    "compare": _compare,
}
