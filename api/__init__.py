"""The adviser over HTTP and in a web page."""
