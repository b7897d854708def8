"""What processes are started with: everything that a parse of the common formats imports, loaded once for all."""

from __future__ import annotations

import unres.batch.engine
import unres.models
import unres.pipeline
import unres.readers.akn
import unres.readers.docx
import unres.readers.html
import unres.readers.text  # noqa: F401  loading is the purpose
