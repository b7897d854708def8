"""Arabic as the United Nations writes it."""

CODE = "ar"
