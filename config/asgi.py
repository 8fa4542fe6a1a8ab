"""The ASGI door: pages over HTTP, runs over one WebSocket per tab."""

import os

from django.conf import settings
from django.core.asgi import get_asgi_application

from config.demo import refuse_strangers

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
pages = get_asgi_application()
application = refuse_strangers(pages) if settings.DEMO else pages
