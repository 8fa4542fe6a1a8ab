"""What a restart does to a process: it remembers nothing, and everything goes on as before."""

from simulator.services import catching_up, memory, pulse


def forget_all() -> None:
    """Drops all that this process remembers of runs, outages and failures."""
    memory.forget()
    pulse.forget()
    catching_up.forget_failures()
