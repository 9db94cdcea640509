"""The arithmetic of BPD meetings (Permendagri 110/2016 Pasal 37 ayat (3)), kept whole so that it can be read beside the law."""

from fractions import Fraction
from math import ceil
from typing import Literal

TWO_THIRDS = Fraction(2, 3)


def quorum(members: int, share: Fraction = TWO_THIRDS) -> int:
    """How many of all members must be there: at least 2/3 of them (huruf b), in whole persons."""
    return ceil(members * share)


def half_plus_one(present: int, rounding: Literal["down", "up"] = "down") -> int:
    """How many votes approve: at least ½ + 1 of the members present (huruf e).

    For an odd number the law does not say how to round: down gives floor(n/2) + 1, up gives ceil(n/2 + 1).
    """
    return present // 2 + 1 if rounding == "down" else ceil(Fraction(present, 2) + 1)
