"""A guide cut into chunks: Markdown, sections, tables and spoken rows, packed to fit the window."""
