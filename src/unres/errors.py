"""What is raised: one family for what cannot be read, and one error for what is not installed."""

from __future__ import annotations


class UnreadableError(ValueError):
    """There is nothing to read: not a document, encrypted, over a limit, or without a text layer.

    Attributes:
        reason: what is wrong, in one sentence that says what to do where something can be done.
        source: the name of the file, or ``"<text>"`` and ``"<bytes>"`` for a value without a name.
        code: stable and short, such as ``"empty"``, ``"too_large"``, ``"encrypted"``, ``"no_text_layer"``.
    """

    def __init__(self, reason: str, *, source: str, code: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.reason = reason
        self.source = source
        self.code = code


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
