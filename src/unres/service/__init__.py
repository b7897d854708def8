"""The service: the parser behind HTTP, for programs in any language and for a person with a file.

``unres serve`` runs it; :func:`create_app` gives the application to those who run it in a server of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from unres.service.settings import Settings

if TYPE_CHECKING:
    from fastapi import FastAPI

__all__ = ["Settings", "create_app"]


def create_app(settings: Settings | None = None) -> FastAPI:
    """The ASGI application.

    Args:
        settings: the limits; None for the defaults.

    Raises:
        MissingExtraError: the packages of the extra ``http`` are not installed.
    """
    from unres.errors import needs

    try:
        from unres.service.app import build
    except ImportError as error:
        raise needs("http", error) from error
    return build(settings or Settings())
