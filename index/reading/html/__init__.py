"""A web page taken apart: its tree, what of it is shown, and its main text as a plain run of blocks."""
