"""One module a route."""

from __future__ import annotations

from unres.service.routes import align, health, metrics, page, parse, references, schema, view

ROUTERS = (
    parse.router,
    references.router,
    align.router,
    view.router,
    schema.router,
    health.router,
    metrics.router,
    page.router,
)
"""In the order in which the description of the service lists them."""
