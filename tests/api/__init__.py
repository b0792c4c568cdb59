"""The adviser over HTTP, held to its contract."""
