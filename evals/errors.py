"""What can keep the evals from running, each error with its mend."""


class EvalsError(Exception):
    """The root: everything the evals room raises on purpose."""


class CasesError(EvalsError):
    """A file of cases, or one of its lines, that cannot be used."""


class BaselineError(EvalsError):
    """A baseline that cannot be read."""
