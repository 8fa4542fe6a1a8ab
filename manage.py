#!/usr/bin/env python3
"""Django's command line, with Generalprobe's settings."""

import os
import secrets
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

SERVE_NOBODY = frozenset(
    {
        "import_threads",
        "make_certificate_key",
        "review_import",
        "lint_scenario",
        "play",
        "publish_scenario",
        "publish_scenarios",
        "rehearse",
        "rescore",
        "scenario_schema",
        "score_replies",
        "verify_certificate",
    }
)
"""Commands that sign nothing and let nobody in: they need no secret that lasts."""

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    if len(sys.argv) > 1 and sys.argv[1] in SERVE_NOBODY:
        os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(50))
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as problem:
        sys.exit(f"Generalprobe is not set up: {problem} (docs/settings.md)")
