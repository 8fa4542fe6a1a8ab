"""Logs: one line of JSON per event for machines, or coloured lines for people (LOG_FORMAT)."""

from typing import Any

import structlog

SHARED: list[structlog.typing.Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]
"""What happens to every line, whether it comes from structlog or from the standard library."""

# Without the local variables of each frame: among them are people's words and the keys of their sessions.
TRACEBACKS = structlog.processors.ExceptionRenderer(structlog.tracebacks.ExceptionDictTransformer(show_locals=False))


def configure_structlog() -> None:
    structlog.configure(
        processors=[
            *SHARED,
            structlog.stdlib.PositionalArgumentsFormatter(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )


def describe_logging(*, form: str, level: str) -> dict[str, Any]:
    """Django's LOGGING: everything to standard error, as `form` (json or console), from `level` on."""
    renderer: list[structlog.typing.Processor] = (
        [TRACEBACKS, structlog.processors.JSONRenderer(ensure_ascii=False)]
        if form == "json"
        else [structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)]
    )
    formatter = {
        "()": structlog.stdlib.ProcessorFormatter,
        "foreign_pre_chain": [*SHARED, structlog.stdlib.ExtraAdder()],
        "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, *renderer],
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": formatter},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["stderr"], "level": level},
        # Django brings handlers of its own; its lines go the same way as all others.
        # Daphne tells at length how it starts.
        "loggers": {
            "django": {"handlers": [], "level": level, "propagate": True},
            "daphne": {"level": "WARNING"},
        },
    }
