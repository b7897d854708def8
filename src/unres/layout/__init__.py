"""From lines to paragraphs: characters repaired, furniture set aside, lines joined over breaks and pages."""
