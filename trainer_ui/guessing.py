"""Addresses that nobody was given are not to be tried out: whoever misses too often has to wait.

Only misses are counted, and only misses are refused, so that nobody who has a right address is ever kept waiting, not
even beside somebody who guesses from the same place.
"""

import time

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

MISSES = 30
"""How many from one address in a minute."""
MINUTE_S = 60


def count_miss(request: HttpRequest) -> bool:
    """Counts a wrong address. False once there were more than MISSES of them within this minute from the same place."""
    key = f"misses:{get_adapter().get_client_ip(request)}:{int(time.time()) // MINUTE_S}"
    try:
        return cache.incr(key) <= MISSES
    except ValueError:  # the first one, or the cache has had to make room
        cache.set(key, 1, timeout=2 * MINUTE_S)
        return True
