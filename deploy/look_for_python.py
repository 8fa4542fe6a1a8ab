"""Says what is missing before `make` builds its environment. Runs on whatever `python3` there is, even an old one."""

import importlib.util
import sys

if sys.version_info < (3, 11):
    sys.exit(
        "Generalprobe needs Python 3.11 or newer, and %s is %s. Name another one: make PYTHON=python3.12 run"
        % (sys.executable, sys.version.split()[0])
    )
if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
    sys.exit("%s cannot make virtual environments. On Debian and Ubuntu: apt-get install python3-venv" % sys.executable)
