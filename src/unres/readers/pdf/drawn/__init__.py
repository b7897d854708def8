"""What the embedded font programs draw, against what the maps of the fonts say."""
