"""How well the adviser advises, measured the same way every time."""
