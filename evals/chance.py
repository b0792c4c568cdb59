"""How sure one can be: an interval around a share, and whether a loss is more than chance."""

import math

Z = 1.959964  # 95 %


def interval(passed: int, of: int) -> tuple[float, float]:
    """Wilson's 95 % interval around a share."""
    if not of:
        return 0.0, 1.0
    share, square = passed / of, Z * Z
    middle = share + square / (2 * of)
    half = Z * math.sqrt(share * (1 - share) / of + square / (4 * of * of))
    low, high = (middle - half) / (1 + square / of), (middle + half) / (1 + square / of)
    return max(0.0, low), min(1.0, high)


def chance_of_loss(won: int, lost: int) -> float:
    """The chance of at least so many losses among the cases that flipped, were a win as likely (McNemar, exact, one-sided)."""
    flipped = won + lost
    return sum(math.comb(flipped, n) for n in range(lost, flipped + 1)) / float(2**flipped)
