"""A question understood, answered from evidence, checked and cited."""
