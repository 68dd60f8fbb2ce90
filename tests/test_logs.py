"""What the site writes to its log says what went wrong and where, and nothing of who asked."""

import io
import logging
import threading
from datetime import timedelta

import pytest
from django.test import Client, override_settings
from django.urls import include, path
from django.utils import timezone

from hrapp import logs
from resources import report_guards, reporting
from tests import given

TYPED = "squanto-lane-77"


def broken(request):
    raise ValueError(f"cannot read {request.GET.get('q') or request.POST.get('q')!r}")


def broken_by_another(request):
    try:
        broken(request)
    except ValueError as error:
        raise RuntimeError(f"while answering {error}") from error


urlpatterns = [
    path("broken/", broken),
    path("broken-by-another/", broken_by_another),
    path("", include("hrapp.urls")),
]
handler400, handler403 = "hrapp.views.bad_request", "hrapp.views.forbidden"
handler404, handler500 = "hrapp.views.not_found", "hrapp.views.broke"


@pytest.fixture
def written():
    """All that the site's own handler writes during a test."""
    # The configured handlers share one stream: the filter and the format are the site's own.
    out = io.StringIO()
    handlers = {
        handler
        for name in ["", *logs.LOGGING["loggers"]]
        for handler in logging.getLogger(name).handlers
        if any(isinstance(one, logs.NoReader) for one in handler.filters)
    }
    before = {handler: handler.setStream(out) for handler in handlers}
    assert handlers, "no handler of the site holds the filter"
    yield out.getvalue
    for handler, stream in before.items():
        handler.setStream(stream)


@pytest.fixture
def visitor():
    with override_settings(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["testserver"]):
        yield Client(
            raise_request_exception=False,
            headers={"User-Agent": TYPED, "X-Forwarded-For": TYPED},
            REMOTE_ADDR="203.0.113.77",
        )


def holds_nobody(text):
    return TYPED not in text and "203.0.113.77" not in text


def test_a_page_that_breaks_is_logged_without_what_was_typed(visitor, written):
    assert visitor.get("/broken/", {"q": TYPED}).status_code == 500
    assert visitor.post("/broken/", {"q": TYPED}).status_code == 500
    assert "builtins.ValueError" in written() and "in broken" in written()
    assert holds_nobody(written())


@pytest.mark.django_db
def test_a_report_that_cannot_be_kept_is_logged_without_a_word_of_it(visitor, written, monkeypatch):
    place = given.service(at=given.SOUTH_END)

    def breaks(*args):
        raise ValueError(f"cannot keep {args}")

    monkeypatch.setattr(reporting, "kept", breaks)
    old_enough = timezone.now() - timedelta(seconds=5)
    sent = {
        "kind": "closed",
        "note": TYPED,
        "token": report_guards.token(place.service_id, old_enough),
    }
    address = f"/service/{place.service_id}/report/"
    for headers, status in (({"Sec-Fetch-Site": "none"}, 500), ({"Origin": TYPED}, 403)):
        assert visitor.post(address, sent, headers=headers).status_code == status
    assert "builtins.ValueError" in written() and "in breaks" in written()
    assert holds_nobody(written()) and str(place.service_id) not in written()


def test_the_cause_behind_an_error_does_not_tell_it_either(visitor, written):
    visitor.get("/broken-by-another/", {"q": TYPED})
    assert "builtins.RuntimeError" in written()
    assert holds_nobody(written())


def test_a_page_that_is_not_there_is_logged_without_its_address(visitor, written):
    assert visitor.get(f"/{TYPED}/").status_code == 404
    assert "answered 404" in written()
    assert holds_nobody(written())


def test_a_made_up_host_is_logged_without_its_name(visitor, written):
    assert visitor.get("/", headers={"Host": f"{TYPED}.example"}).status_code == 400
    assert "answered 400" in written()
    assert holds_nobody(written())


@pytest.mark.parametrize("name", ["granian.access", "_granian", "_granian.wsgi", "django.server"])
def test_whatever_the_server_would_quote_is_not_quoted(name, written):
    logging.getLogger(name).error("203.0.113.77 asked for %s", TYPED)
    assert holds_nobody(written())


def test_the_server_still_says_when_it_starts(written):
    logging.getLogger("_granian").warning("Starting granian (main PID: 1)")
    assert "Starting granian" in written()


def test_a_warning_names_the_line_and_not_the_value(written):
    record = logging.makeLogRecord(
        {"name": "py.warnings", "msg": "%s", "args": (f"a.py:3: UserWarning: odd {TYPED}\n  x",)}
    )
    logs.NoReader().filter(record)
    assert record.getMessage() == "a.py:3: UserWarning"


def test_an_error_in_a_thread_is_told_without_its_message(written):
    lost = threading.ExceptHookArgs((ValueError, ValueError(TYPED), None, None))
    logs.tell_where(lost)
    assert "builtins.ValueError" in written()
    assert holds_nobody(written())


def test_no_error_is_sent_to_anybody_by_mail(settings):
    assert settings.ADMINS == [] and settings.MANAGERS == []
    handlers = settings.LOGGING["handlers"].values()
    assert {handler["class"] for handler in handlers} == {"logging.StreamHandler"}


def test_what_a_reader_uploads_is_never_put_on_the_disk(settings):
    """A long body sent as a file would else lie in the temp folder for a moment."""
    assert settings.FILE_UPLOAD_HANDLERS == [
        "django.core.files.uploadhandler.MemoryFileUploadHandler"
    ]
