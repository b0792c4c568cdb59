"""Texts turned into vectors: what gets one, and the models that make them."""
