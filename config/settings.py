"""Every setting of the installation, read from the environment (docs/settings.md says what each means).

DATABASE_URL and REDIS_URL alone decide between one process (SQLite, in-memory layer) and many (PostgreSQL, Redis).
"""

import os
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import environ
from csp.constants import NONCE, NONE, SELF, STRICT_DYNAMIC

from config.environment import (
    read_choice,
    read_database,
    read_flag,
    read_list,
    read_number,
    read_origins,
    read_secret,
    read_text,
    read_time_zone,
    read_url,
    refuse_strangers,
)
from config.logs import configure_structlog, describe_logging

BASE_DIR = Path(__file__).resolve().parent.parent
VAR = BASE_DIR / "var"

# What kind of installation this is
DEMO = read_flag("DEMO", default=False)
DEBUG = read_flag("DEBUG", default=False)
SECRET_KEY = read_secret("SECRET_KEY", demo=DEMO)
PROCESSES = read_number("PROCESSES", default=1, least=1, most=256)

# Where it listens and under which addresses it is reached
BIND = read_text("BIND", default="127.0.0.1")
PORT = read_number("PORT", default=8000, least=1, most=65535)
ALLOWED_HOSTS = read_list("ALLOWED_HOSTS", default=("127.0.0.1", "localhost", "[::1]") if DEMO else ())
ORIGINS = read_origins("ORIGINS", default=(f"http://127.0.0.1:{PORT}", f"http://localhost:{PORT}") if DEMO else ())
if DEMO:
    refuse_strangers(bind=BIND, hosts=ALLOWED_HOSTS, origins=ORIGINS)
HTTPS = read_flag("HTTPS", default=not DEMO)
PROXIES = read_number("PROXIES", default=0, least=0, most=9)

INSTALLED_APPS = [
    "daphne",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "servestatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "channels",
    "csp",
    "config",
    "people",
    "scenarios",
    "simulator",
    "scoring",
    "trainer_ui",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "servestatic.middleware.ServeStaticMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "trainer_ui.middleware.speak_language_of_user",
    "trainer_ui.middleware.refuse_large_bodies",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "config.urls"
ASGI_APPLICATION = "config.asgi.application"
# allauth's own templates lie in an app too, and the first app wins: trainer_ui's are looked up before all apps.
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "trainer_ui" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
            ]
        },
    }
]
AUTH_USER_MODEL = "people.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Language and time
USE_TZ = True
TIME_ZONE = read_time_zone("TIME_ZONE", default="Europe/Berlin")
LANGUAGE_CODE = "de"
LANGUAGES = [("de", "Deutsch"), ("en", "English")]
FORMAT_MODULE_PATH = ["config.formats"]
LOCALE_PATHS = [BASE_DIR / "locale"]

# The database. No ATOMIC_REQUESTS (on SQLite every atomic block is a writer) and no CONN_MAX_AGE (it leaks under ASGI).
DATABASES: dict[str, dict[str, Any]] = {
    "default": read_database("DATABASE_URL", default=f"sqlite:///{VAR / 'generalprobe.sqlite3'}")
}
DATABASE_POOL = read_number("DATABASE_POOL", default=8, least=2, most=200)
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    VAR.mkdir(exist_ok=True)
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA recursive_triggers=ON;"
        " PRAGMA secure_delete=ON;",
    }
    # Socket tests run against a real server, so the test database is a file; one per test process.
    DATABASES["default"]["TEST"] = {"NAME": f"{gettempdir()}/generalprobe-test-{os.getpid()}.sqlite3"}
else:
    DATABASES["default"]["OPTIONS"] = {"pool": {"min_size": 2, "max_size": DATABASE_POOL, "timeout": 20}}
    DATABASES["default"]["TEST"] = {"NAME": f"generalprobe_test_{os.getpid()}"}

# The channel layer, a doorbell between processes
REDIS_URL = read_url("REDIS_URL", schemes=("redis", "rediss", "unix"))
CHANNEL_LAYERS = {
    "default": {"BACKEND": "channels_redis.core.RedisChannelLayer", "CONFIG": {"hosts": [REDIS_URL]}}
    if REDIS_URL
    else {"BACKEND": "channels.layers.InMemoryChannelLayer"}
}
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
    if REDIS_URL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
}

# Static files: hashed names from `collectstatic`, or, while someone works on them, straight from the apps
STATIC_URL = "/static/"
STATICFILES_DIRS = [("handbook", BASE_DIR / "docs" / "handbook" / "images")]
STATIC_FILES = read_choice("STATIC_FILES", default="plain" if DEBUG else "hashed", choices=("hashed", "plain"))
STATIC_ROOT = Path(read_text("STATIC_ROOT", default=str(VAR / "static")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "config.static.HashedFiles"
        if STATIC_FILES == "hashed"
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
SERVESTATIC_USE_MANIFEST = STATIC_FILES == "hashed"
SERVESTATIC_USE_FINDERS = SERVESTATIC_AUTOREFRESH = STATIC_FILES == "plain"
SERVESTATIC_ALLOW_ALL_ORIGINS = False

# Sign-in: accounts are made by the administrator (manage.py create_person)
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {}),
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    )
]
ACCOUNT_ADAPTER = "people.accounts.ClosedAdapter"
ACCOUNT_FORMS = {"login": "people.forms.NamedLoginForm"}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_PREVENT_ENUMERATION = True
ALLAUTH_TRUSTED_PROXY_COUNT = PROXIES
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = ACCOUNT_LOGOUT_REDIRECT_URL = "/"
SESSION_COOKIE_AGE = ACCOUNT_SESSION_COOKIE_AGE = read_number("SESSION_HOURS", default=12, least=1, most=2160) * 3600
ACCOUNT_SESSION_REMEMBER = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"

# A request with all that it brings, files too (config/bodies.py)
DATA_UPLOAD_MAX_MEMORY_SIZE = read_number("UPLOAD_KB", default=1000, least=600, most=100_000) * 1000

# What `manage.py purge_expired` deletes after so many days; 0: never
PRACTICE_DAYS = read_number("PRACTICE_DAYS", default=90, least=0, most=3650)
CLASS_RUN_DAYS = read_number("CLASS_RUN_DAYS", default=90, least=0, most=3650)
CERTIFICATION_RUN_DAYS = read_number("CERTIFICATION_RUN_DAYS", default=365, least=0, most=36_500)
ATTEMPT_DAYS = read_number("ATTEMPT_DAYS", default=1095, least=0, most=36_500)
CERTIFICATE_DAYS = read_number("CERTIFICATE_DAYS", default=1095, least=0, most=36_500)
AUDIT_DAYS = read_number("AUDIT_DAYS", default=1825, least=0, most=36_500)

# The key that seals certificates, outside the database; the demo makes one
CERTIFICATE_KEY = read_text("CERTIFICATE_KEY", default=str(VAR / "certificates.pem") if DEMO else "")

# Whether a coach may whisper to a trainee whose class run is under way
WHISPER = read_flag("WHISPER", default=False)

# Mail, for passwords that were forgotten; without it that page is not there
EMAIL_URL = read_url("EMAIL_URL", schemes=("smtp", "smtp+tls", "smtp+ssl", "consolemail", "memorymail"))
if EMAIL_URL:
    vars().update(environ.Env.email_url_config(EMAIL_URL))
DEFAULT_FROM_EMAIL = read_text("MAIL_FROM", default="generalprobe@localhost")

# What browsers are told
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = read_number("HSTS_SECONDS", default=0, least=0, most=63_072_000) if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXIES else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_TRUSTED_ORIGINS = ORIGINS
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        # Scripts run by nonce only, and what they import is trusted through them.
        "script-src": [NONCE, STRICT_DYNAMIC],
        "style-src": [SELF, NONCE],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF, *(origin.replace("http", "ws", 1) for origin in ORIGINS)],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "require-trusted-types-for": ["'script'"],
        "trusted-types": ["lit-html"],
    }
}

LOG_FORMAT = read_choice("LOG_FORMAT", default="console" if DEMO or DEBUG else "json", choices=("json", "console"))
LOG_LEVEL = read_choice("LOG_LEVEL", default="INFO", choices=("DEBUG", "INFO", "WARNING", "ERROR"))
LOGGING = describe_logging(form=LOG_FORMAT, level=LOG_LEVEL)
configure_structlog()
