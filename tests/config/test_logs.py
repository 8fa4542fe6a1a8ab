"""Logs are for operators, who read no runs."""

import json
import logging

from structlog.stdlib import ProcessorFormatter

from config.logs import describe_logging


def fail_with(words: str) -> None:
    raise RuntimeError(f"{len(words)} characters")


def test_a_traceback_in_the_log_does_not_show_what_a_person_wrote() -> None:
    described = dict(describe_logging(form="json", level="INFO")["formatters"]["line"])
    described.pop("()")
    formatter = ProcessorFormatter(**described)
    try:
        fail_with("Liebe Frau Sommer, Ihre IBAN")
    except RuntimeError as error:
        record = logging.LogRecord("x", logging.ERROR, __file__, 1, "it failed", (), (type(error), error, None))
        record.exc_info = (type(error), error, error.__traceback__)
        line = formatter.format(record)

    assert json.loads(line)["exception"][0]["exc_value"] == "28 characters"
    assert "Sommer" not in line
