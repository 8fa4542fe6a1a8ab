"""The product's settings, with the few values that an installation must give and a test need not invent each time.

DATABASE_URL and REDIS_URL are left alone: they choose what the same tests run against.
"""

import os

os.environ.setdefault("SECRET_KEY", "for-tests-only-and-long-enough-to-be-accepted")
os.environ.setdefault("HTTPS", "0")
os.environ.setdefault("ALLOWED_HOSTS", "testserver,127.0.0.1,localhost")
os.environ.setdefault("ORIGINS", "http://testserver,http://127.0.0.1,http://localhost")
os.environ.setdefault("STATIC_FILES", "plain")
os.environ.setdefault("EMAIL_URL", "memorymail://")
os.environ.setdefault("TIME_ZONE", "UTC")
os.environ.setdefault("LOG_LEVEL", "WARNING")

from config.settings import *  # noqa: E402, F403  the environment comes first, and a settings module is made of names

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# Each client of a test makes the middleware anew, and each time it would list every static file: a third of the time of
# the tests of pages. What serves these files has tests of its own, with the product's settings.
SERVESTATIC_USE_FINDERS = SERVESTATIC_USE_STATIC_ROOT = False
