"""Old Word files, Rich Text and OpenDocument by way of an installed LibreOffice, which converts them to DOCX."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from unres.errors import MissingProgramError, UnreadableError
from unres.readers.limits import too_large

if TYPE_CHECKING:
    from unres.readers.detect import Format
    from unres.readers.limits import Limits

_PROGRAMS = (
    "soffice",
    "libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
_KINDS = {
    "doc": ("a Word file of the old binary kind (.doc)", "old_word"),
    "rtf": ("a file in Rich Text Format", "rtf"),
    "odt": ("an OpenDocument text", "odt"),
}
_ADVICE = "or pass office=True, with LibreOffice installed"
_LONGEST_NOISE = 10_000
_COMMON = "/org.openoffice.Office.Common"
_SETTINGS = (
    (f"{_COMMON}/Security/Scripting", "DisableMacrosExecution", "true"),
    (f"{_COMMON}/Security/Scripting", "MacroSecurityLevel", "3"),
    (f"{_COMMON}/Security/Scripting", "DisableActiveContent", "true"),
    (f"{_COMMON}/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "2"),  # linked content is never updated
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", "2"),  # what is fetched all the same goes to a closed port
    *(("/org.openoffice.Inet/Settings", f"ooInet{kind}ProxyName", "127.0.0.1") for kind in ("HTTP", "HTTPS", "FTP")),
    *(("/org.openoffice.Inet/Settings", f"ooInet{kind}ProxyPort", "9") for kind in ("HTTP", "HTTPS", "FTP")),
)
"""Set in the profile, which is new for each conversion: no macros, no active content, nothing from a network."""


def refuse(kind: Format, name: str) -> UnreadableError:
    """The error for a file that only LibreOffice opens, where nobody asked for that."""
    what, code = _KINDS[kind]
    reason = f"{what}; convert it with `soffice --convert-to docx`"
    return UnreadableError(reason, source=name, code=code, advice=_ADVICE)


def to_docx(data: bytes, kind: Format, name: str, limits: Limits) -> bytes:
    """The same document as DOCX.

    LibreOffice runs with a profile of its own in a temporary folder, without macros and without network, and is ended
    with all processes that it started when ``limits.seconds_per_office_file`` have passed.

    Raises:
        UnreadableError: it takes too long, or LibreOffice makes no document of it.
        MissingProgramError: LibreOffice is not installed.
    """
    program = find_program()
    with tempfile.TemporaryDirectory(prefix="unres-office-", ignore_cleanup_errors=True) as name_of_folder:
        folder = Path(name_of_folder)
        given, written = folder / f"document.{kind}", folder / "out" / "document.docx"
        given.write_bytes(data)
        _write_settings(folder / "profile")
        try:
            said = _run(_command(program, given), folder / "stderr", limits.seconds_per_office_file)
        except subprocess.TimeoutExpired:
            reason = f"LibreOffice takes longer than {limits.seconds_per_office_file:g} seconds to convert it"
            raise UnreadableError(reason, source=name, code="too_slow") from None
        if not written.is_file():
            reason = "LibreOffice makes no document of it" + (f": {said}" if said else "")
            raise UnreadableError(reason, source=name, code="damaged")
        if written.stat().st_size > limits.max_bytes:
            too_large(name, "what LibreOffice makes of it", "max_bytes", limits.max_bytes)
        return written.read_bytes()


def find_program() -> str:
    """Where LibreOffice is.

    Raises:
        MissingProgramError: nowhere that is known.
    """
    for candidate in _PROGRAMS:
        if found := shutil.which(candidate):
            return found
    raise MissingProgramError(
        "office",
        "LibreOffice",
        "install it (Debian, Ubuntu: apt install libreoffice-writer-nogui; macOS: brew install --cask libreoffice) and "
        "see that soffice is on the path",
    )


def _write_settings(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    user = profile / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{items}</oor:items>",
        encoding="utf-8",
    )


def _command(program: str, given: Path) -> list[str]:
    return [
        program,
        f"-env:UserInstallation={given.with_name('profile').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard"),
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(given.with_name("out")), str(given)),
    ]


def _run(command: list[str], noise: Path, seconds: float) -> str:
    """Runs it in a process group of its own; gives the last error that it says.

    What it says goes to a file and not to a pipe, which a process that it started could keep open.

    Raises:
        subprocess.TimeoutExpired: it takes longer than `seconds`.
    """
    with noise.open("w+b") as said:
        process = subprocess.Popen(  # noqa: S603  the program was found on the path, the arguments are ours
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=said,
            cwd=noise.parent,
            start_new_session=True,
        )
        try:
            process.wait(seconds)
        finally:
            _end_group(process)
        said.seek(0)
        lines = said.read(_LONGEST_NOISE).decode("utf-8", "replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.startswith("Error")), "")


def _end_group(process: subprocess.Popen[bytes]) -> None:
    """Kills what is left of the process group: on Unix `soffice` is a script that starts further processes."""
    if os.name == "posix":
        with contextlib.suppress(ProcessLookupError):  # nothing is left
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        process.kill()
    process.wait()
