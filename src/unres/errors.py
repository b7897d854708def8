"""What is raised: one family for what cannot be read, and one error for what is not installed."""

from __future__ import annotations

NO_MEMORY = "reading it takes more memory than is allowed"
"""The reason of ``"memory"``, whoever notices it: the reader, or who supervises its process."""
OUT_OF_MEMORY = (MemoryError, SystemError)
"""What is raised in a process at its limit of memory. SystemError: C code got none, and did not say why it failed."""


class UnreadableError(ValueError):
    """There is nothing to read: not a document, encrypted, over a limit, or without a text layer.

    ``str`` of it is all that a person at Python wants to know: source, reason and advice.

    Attributes:
        reason: what is wrong, in one sentence; also what to do with the file, where that helps everyone.
        source: the name of the file, or ``"<text>"`` and ``"<bytes>"`` for a value without a name.
        code: stable and short, such as ``"empty"``, ``"too_large"``, ``"encrypted"``, ``"no_text_layer"``.
        advice: how to call the library so that it is read all the same; None where it cannot be. It speaks to those who
            write Python: reports, answers of the service and commands leave it out, or say it in their own terms.
    """

    def __init__(self, reason: str, *, source: str, code: str, advice: str | None = None) -> None:
        super().__init__(f"{source}: {reason}; {advice}" if advice else f"{source}: {reason}")
        self.reason = reason
        self.source = source
        self.code = code
        self.advice = advice

    def __reduce__(self) -> tuple[object, ...]:
        """How it comes out of another process: by default Python would give the message alone to ``__init__``."""
        return _unreadable, (self.reason, self.source, self.code, self.advice)


def _unreadable(reason: str, source: str, code: str, advice: str | None) -> UnreadableError:
    return UnreadableError(reason, source=source, code=code, advice=advice)


class MissingExtraError(ImportError):
    """A feature needs packages of an extra that is not installed.

    Attributes:
        extra: the name of the extra, as in ``pip install "unres[extra]"``.
    """

    def __init__(self, extra: str, package: str | None) -> None:
        super().__init__(f'this needs {package or "a package"}: pip install "unres[{extra}]"', name=package)
        self.extra = extra


class MissingProgramError(MissingExtraError):
    """A feature needs a program, or data of a program, that is not installed on the machine."""

    def __init__(self, extra: str, program: str, advice: str) -> None:
        super().__init__(extra, program)
        self.msg = f"this needs {program}: {advice}"

    def __str__(self) -> str:
        return str(self.msg)


def needs(extra: str, error: ImportError) -> MissingExtraError:
    """The error to raise, ``from error``, where the import of an extra's package failed."""
    return MissingExtraError(extra, error.name)
