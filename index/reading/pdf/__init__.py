"""The pages of a PDF: words with their places, lines in reading order, the style they are set in, and blocks."""
