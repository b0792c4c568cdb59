"""The index room's tests; a slow machine is no reason for one to fail."""

from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
