"""The client through which a cluster is spoken to."""

from __future__ import annotations

from typing import Any

from unres.batch.destination import OutputError
from unres.errors import needs


def client(scheduler: str | None, jobs: int | None) -> Any:  # noqa: ANN401  Dask has no types
    """The client of a scheduler, the one that is current, or that of a new cluster on this machine.

    Raises:
        MissingExtraError: Dask is not installed.
        OutputError: no scheduler answers there.
    """
    try:
        from distributed import Client
        from distributed.client import default_client
    except ImportError as error:
        raise needs("dask", error) from error
    if scheduler is not None:
        try:
            return Client(scheduler, timeout=30)
        except OSError as error:
            raise OutputError(f"no Dask scheduler answers at {scheduler}") from error
    try:
        return _Borrowed(default_client())
    except ValueError:
        return Client(n_workers=jobs, threads_per_worker=1, dashboard_address=None)


class _Borrowed:
    """A client that belongs to the caller, and is not closed here."""

    def __init__(self, client: Any) -> None:  # noqa: ANN401  Dask has no types
        self._client = client

    def __enter__(self) -> Any:  # noqa: ANN401  Dask has no types
        return self._client

    def __exit__(self, *_: object) -> None: ...
