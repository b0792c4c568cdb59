"""The inside of a Word file: its parts, without what Word hides."""
