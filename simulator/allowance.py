"""How much somebody may send: a bucket that fills steadily and holds a burst."""

PER_SECOND = 30.0
BURST = 150.0


class Allowance:
    def __init__(self, *, now: float, per_second: float = PER_SECOND, burst: float = BURST) -> None:
        """`now` is the time in seconds by a clock that `spend` is told too; the usual figures are a socket's."""
        self._per_second, self._burst = per_second, burst
        self._left = burst
        self._filled_at = now

    def spend(self, *, now: float) -> bool:
        """Takes one message out of the bucket. False if it is empty."""
        self._left = min(self._burst, self._left + (now - self._filled_at) * self._per_second)
        self._filled_at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True
