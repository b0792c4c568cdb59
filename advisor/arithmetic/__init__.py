"""Sums that people ask for, with their working."""
