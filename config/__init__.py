"""The doors: settings, addresses, ASGI, system checks.

SQLite before 3.51.3 can corrupt a WAL database, and Debian 12 ships 3.40.1. Where the bundled build is installed it
takes the place of the standard module, before Django imports it. `config.checks` says which one is in use.
"""

import sys
from importlib import import_module
from importlib.util import find_spec

if find_spec("pysqlite3") is not None:
    sys.modules["sqlite3"] = import_module("pysqlite3")
    sys.modules["sqlite3.dbapi2"] = import_module("pysqlite3.dbapi2")
