"""Logs that cannot hold a reader: no address, no path, no query, no body, no browser's name.

Django's own request loggers write the path and keep the request on the record; every record that
passes here is told again in our own words. Imports nothing of ours. Staff's acts are logged by
the admin, in the database.
"""

import logging
import logging.config
import sys
import threading

# Loggers whose messages are made of what a reader sent.
OF_READERS = ("django.request", "django.security", "django.server", "asyncio")
# The server tells of itself when it starts and stops; anything else might quote a request.
OF_THE_SERVER = ("granian", "_granian")
STARTS_AND_STOPS = ("Starting", "Listening", "Spawning", "Started", "Shutting", "Stopping")
LOGGER_OF_WARNINGS = "py.warnings"


class NoReader(logging.Filter):
    """Keeps what went wrong and where in our code; drops who asked and for what."""

    def filter(self, record):
        said = told_again(record)
        if said is not None:
            record.msg, record.args = said, ()
        for name in ("request", "server_time"):
            record.__dict__.pop(name, None)
        # The message of an exception may quote what was typed; its type and lines may not.
        if record.exc_info:
            record.exc_text = where(record.exc_info)
        record.exc_info = record.stack_info = None
        return True


def told_again(record):
    """The record's message in our words, or None where it is ours already."""
    if record.name.startswith(OF_READERS):
        status = getattr(record, "status_code", None)
        return f"answered {status}" if status else "a request was refused"
    if record.name.startswith(OF_THE_SERVER):
        return None if str(record.msg).startswith(STARTS_AND_STOPS) else "a request was refused"
    if record.name == LOGGER_OF_WARNINGS:
        # "file:line: Kind: message": the message may hold a value, the rest is our code.
        return ":".join(record.getMessage().split(":")[:3])
    return None


def where(exc_info):
    """The exception's type and the lines of code it passed, without its message or any value."""
    kind, _error, trace = exc_info
    lines = []
    while trace is not None:
        code = trace.tb_frame.f_code
        lines.append(f"  {code.co_filename}:{trace.tb_lineno} in {code.co_name}")
        trace = trace.tb_next
    return "\n".join([f"{kind.__module__}.{kind.__qualname__}", *lines])


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"no_reader": {"()": NoReader}},
    "formatters": {"plain": {"format": "{levelname} {name} {message}", "style": "{"}},
    "handlers": {
        "out": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["no_reader"]},
    },
    "root": {"handlers": ["out"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["out"], "level": "WARNING", "propagate": False},
        # runserver's access log has paths in it.
        "django.server": {"handlers": ["out"], "level": "ERROR", "propagate": False},
        # The server brings handlers of its own, without the filter: these take their place.
        "_granian": {"handlers": ["out"], "level": "WARNING", "propagate": False},
        "granian.access": {"handlers": [], "level": logging.CRITICAL + 1, "propagate": False},
    },
}


def configure(config):
    """All that would else go straight to the server's output passes the filter as well."""
    logging.config.dictConfig(config)
    logging.captureWarnings(True)
    threading.excepthook = sys.unraisablehook = tell_where


def tell_where(lost):
    """For an error that nobody can catch any more, in a thread or a finaliser."""
    exc_info = (lost.exc_type, lost.exc_value, lost.exc_traceback)
    logging.getLogger("hrapp.lost").error("an error outside a request", exc_info=exc_info)


LOGGING_CONFIG = "hrapp.logs.configure"
