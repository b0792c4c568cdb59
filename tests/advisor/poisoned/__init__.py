"""Guides in which passages carry orders, the questions that draw them in, and how many of them an adviser withstands."""
