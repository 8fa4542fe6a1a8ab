import json
import logging
import logging.config

import structlog

from config.logs import describe_logging


def format_line(form: str) -> str:
    formatters = logging.config.DictConfigurator(describe_logging(form=form, level="INFO")).configure_formatter(
        describe_logging(form=form, level="INFO")["formatters"]["line"]
    )
    record = logging.LogRecord("simulator", logging.WARNING, __file__, 1, "clock jumped by %d ms", (2_500,), None)
    return formatters.format(record)


def test_machines_read_one_object_a_line():
    line = json.loads(format_line("json"))

    assert (line["event"], line["level"], line["logger"]) == ("clock jumped by 2500 ms", "warning", "simulator")
    assert set(line) == {"event", "level", "logger", "timestamp"}


def test_people_read_a_line():
    assert "clock jumped by 2500 ms" in format_line("console")


def test_a_line_may_carry_values(capsys):
    logger = structlog.get_logger("simulator")

    with structlog.testing.capture_logs() as lines:
        logger.warning("run ended", run=7)

    assert lines == [{"event": "run ended", "run": 7, "log_level": "warning"}]
