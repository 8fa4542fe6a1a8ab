"""Forked workers end when they are told to, whatever their parent would do at its own end."""

import signal
import time

from scoring.services.pooling import open_pool


def test_workers_end_at_once_where_their_parent_would_say_a_long_good_bye():
    before = signal.signal(signal.SIGTERM, lambda *_: time.sleep(60))
    began = time.monotonic()
    try:
        with open_pool(2) as pool:
            assert pool.map(abs, [-1, -2]) == [1, 2]
    finally:
        signal.signal(signal.SIGTERM, before)

    assert time.monotonic() - began < 30
