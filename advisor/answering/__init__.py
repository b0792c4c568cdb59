"""Frames answered: evidence found and put into words."""
