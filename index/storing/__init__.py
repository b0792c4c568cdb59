"""Generations of the index, written whole and never changed, in a folder or on a Chroma server."""
