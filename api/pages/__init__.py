"""The pages that people see: the front page, and the description of the interface."""
