"""A worker of a race as a process of its own, on the database of DATABASE_URL.

`python -m tests.simulator.services.race_process RUN USER NUMBER ROUNDS [unlocked]` says `ready`, waits for a line, and
prints what was acknowledged.
"""

import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings_for_tests")
django.setup()

from tests.simulator.services.racer import race, remove_locks  # noqa: E402  the models need Django to be set up

if __name__ == "__main__":
    if sys.argv[5:] == ["unlocked"]:
        remove_locks()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    for acknowledged in race(*(int(argument) for argument in sys.argv[1:5])):
        sys.stdout.write("{} {}\n".format(*acknowledged))
