"""The adviser at a command line."""
