"""No date is read two ways."""

from datetime import UTC, datetime

import pytest
from django.utils import translation
from django.utils.formats import date_format

MOMENT = datetime(2026, 2, 3, 14, 5, tzinfo=UTC)


@pytest.mark.parametrize(("language", "said"), [("de", "03.02.2026 14:05"), ("en", "3 Feb 2026, 14:05")])
def test_a_date_in_short_cannot_be_taken_for_another(language: str, said: str):
    with translation.override(language):
        assert date_format(MOMENT, "SHORT_DATETIME_FORMAT") == said
