"""Forked workers that share what their parent has loaded, and touch no database."""

import multiprocessing
import signal
from multiprocessing.pool import Pool


def open_pool(jobs: int) -> Pool:
    """So many workers."""
    return multiprocessing.get_context("fork").Pool(jobs, _begin)


def _begin() -> None:
    """Ctrl-C is for the one process that waits for them, and ends them all. Whatever that one does when it is ended (a
    server says good-bye, a pool of connections waits for its threads) is not theirs to do: they would wait for ever."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
