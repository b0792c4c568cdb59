"""Guides read, cut, embedded, stored and searched."""
