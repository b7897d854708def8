"""``unres serve``: the parser behind HTTP."""

from __future__ import annotations

import socket
import sys
from typing import Any

import click

from unres.cli.console import ocr_option

_MB = 1024 * 1024


@click.command(context_settings={"auto_envvar_prefix": "UNRES_SERVE"})
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on; 0.0.0.0 for all.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The port; 0 for a free one."
)
@click.option("--workers", type=click.IntRange(min=1), help="Processes that parse [default: the cores].")
@click.option(
    "--slow-workers", type=click.IntRange(min=1), help="Processes for documents that take long [default: the cores]."
)
@click.option(
    "--max-body", type=click.FloatRange(min=0, min_open=True), metavar="MB", help="Size of a body [default: 20]."
)
@click.option("--seconds", type=click.FloatRange(min=0, min_open=True), help="Time for one document [default: 30].")
@click.option("--memory", type=click.IntRange(min=64), metavar="MB", help="Memory for one document [default: 1024].")
@click.option("--max-requests", type=click.IntRange(min=1), help="Documents under way at one time [default: 128].")
@click.option("--max-queue", type=click.IntRange(min=0), help="Documents that wait for a worker [default: 64].")
@click.option("--grace", type=click.FloatRange(min=0), help="Seconds to finish in when told to stop [default: 20].")
@ocr_option
@click.option(
    "--set", "others", multiple=True, metavar="NAME=VALUE", help="Any other limit, as the documentation lists them."
)
@click.option(
    "--log-requests/--no-log-requests", default=True, show_default=True, help="Whether each request is a line."
)
def serve(
    host: str,
    port: int,
    max_body: float | None,
    memory: int | None,
    others: tuple[str, ...],
    log_requests: bool,
    ocr: bool,
    **given: float | None,
) -> None:
    """Serves the parser over HTTP, for other programs and, at /, for a person with a file.

    It listens to this machine alone unless --host says otherwise. There is no password: before others may reach it, put
    a server in front that asks for one. Every option can be set in the environment as UNRES_SERVE_NAME.

    \b
    Examples:
      unres serve
      curl -F file=@resolution.pdf http://127.0.0.1:8000/v1/parse
    """
    from unres.errors import needs

    try:
        from unres.service.server import log_to_stderr, run
    except ImportError as error:
        raise click.ClickException(str(needs("http", error))) from error
    limits: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    if max_body is not None:
        limits["max_body"] = int(max_body * _MB)
    if memory is not None:
        limits["memory"] = memory * _MB
    if ocr:
        limits["ocr"] = True
    settings = _settings(limits, others)
    if settings.ocr:
        _see_to_recognition()
    listener = _listen(host, port)
    where = f"[{host}]" if ":" in host else host
    address = f"http://{where}:{listener.getsockname()[1]}/"
    log_to_stderr(requests=log_requests)
    if not _is_loopback(listener):
        click.echo("warning: others can reach this service, and it asks for no password", err=True)
    run(settings, listener, lambda: click.echo(f"unres serves on {address} (Ctrl-C ends it)", err=True))


def _is_loopback(listener: socket.socket) -> bool:
    import ipaddress

    return ipaddress.ip_address(listener.getsockname()[0].partition("%")[0]).is_loopback


def _see_to_recognition() -> None:
    """Says at the start what is missing, and not to the first who sends a scan."""
    from unres.readers.ocr import Recognizer

    try:
        Recognizer.check()
    except ImportError as error:
        raise click.ClickException(str(error)) from error


def _settings(limits: dict[str, Any], others: tuple[str, ...]) -> Any:
    from pydantic import ValidationError

    from unres.service.settings import Settings

    for pair in others:
        name, equals, value = pair.partition("=")
        if not equals or name not in Settings.model_fields:
            raise click.BadParameter(f"{pair!r} is no NAME=VALUE with one of: {', '.join(Settings.model_fields)}")
        limits[name] = value
    try:
        return Settings.model_validate(limits)
    except ValidationError as error:
        first = error.errors()[0]
        raise click.BadParameter(f"{first['loc'][0]}: {first['msg']}") from error


def _listen(host: str, port: int) -> socket.socket:
    """A bound socket, so that a port in use is an error of one line and not a traceback."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        # With the protocol said, asyncio knows that answers need not wait for the client's acknowledgement (Nagle).
        listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        try:
            if sys.platform != "win32":  # where it would let two servers share a port
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((host, port))
        except OSError:
            listener.close()
            raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise click.ClickException(
            f"cannot listen on {host}, port {port}: {reason}; --port names another one"
        ) from error
    return listener
