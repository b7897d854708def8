"""Documents by their symbols, from the United Nations' public access point; only when asked for (extra ``fetch``)."""

from __future__ import annotations

from unres.fetching.access import ADDRESS, Access, fetch

__all__ = ["ADDRESS", "Access", "fetch"]
