"""Many numbers at once: the arithmetic of a settlement over arrays of draws."""

from decimal import Decimal
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]
Flags: TypeAlias = NDArray[np.bool_]


class Draws:
    """Floats, one for each draw; a constant is an array without dimension."""

    def number(self, exact: Decimal, /) -> Array:
        """Return a constant."""
        return np.asarray(float(exact))

    def least(self, first: Array, second: Array, /) -> Array:
        """Return the smaller number of every draw."""
        return np.minimum(first, second)

    def most(self, first: Array, second: Array, /) -> Array:
        """Return the greater number of every draw."""
        return np.maximum(first, second)

    def choose(self, when: Any, then: Array, otherwise: Array, /) -> Array:
        """Return one of the two numbers for every draw."""
        return np.where(when, then, otherwise)

    def ratio(self, part: Array, of: Array, /) -> Array:
        """Return the quotient of every draw, zero where there is nothing to divide by."""
        shape = np.broadcast_shapes(part.shape, of.shape)
        return np.divide(part, of, out=np.zeros(shape), where=of != 0)

    def rounded(self, amount: Array, step: Decimal, /) -> Array:
        """Return amounts in whole steps, half away from zero."""
        steps = 1 / float(step)
        return np.copysign(np.floor(np.abs(amount) * steps + 0.5) / steps, amount)


DRAWS = Draws()
