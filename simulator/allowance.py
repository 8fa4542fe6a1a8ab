"""How much one socket may send: a bucket that fills steadily and holds a burst."""

PER_SECOND = 30.0
BURST = 150.0


class Allowance:
    def __init__(self, *, now: float) -> None:
        """`now` is the loop's time, in seconds."""
        self._left = BURST
        self._filled_at = now

    def spend(self, *, now: float) -> bool:
        """Takes one message out of the bucket. False if it is empty."""
        self._left = min(BURST, self._left + (now - self._filled_at) * PER_SECOND)
        self._filled_at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True
