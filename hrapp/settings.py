"""Every setting of the site, each from the environment, with a default that runs on a fresh clone.

What changes while the site runs (database, key, collected static files) lives in VAR_DIR.
What staff change lives in the database, not here.
"""

import os
import secrets
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url

from .logs import LOGGING, LOGGING_CONFIG  # noqa: F401  Django reads them from this module

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(os.environ.get("VAR_DIR", BASE_DIR / "var"))
VAR_DIR.mkdir(parents=True, exist_ok=True)


def yes(name, default="no"):
    return os.environ.get(name, default).strip().lower() in {"1", "true", "yes", "on"}


def own_secret_key():
    """A key made once and kept in VAR_DIR, so that a fresh clone is never run with a public one."""
    kept = VAR_DIR / "secret_key"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(50))
    return kept.read_text()


DEBUG = yes("DEBUG")
SECRET_KEY = os.environ.get("SECRET_KEY") or own_secret_key()

# The name calms rather than tells: it is what shows in a phone's list of open pages.
SITE_NAME = os.environ.get("SITE_NAME", "Where You’re At")
# Where the public reaches the site. An https address switches on everything https allows.
SITE_URL = os.environ.get("SITE_URL", "http://127.0.0.1:8000").rstrip("/")
HTTPS = SITE_URL.startswith("https://")
ALLOWED_HOSTS = (
    os.environ.get("ALLOWED_HOSTS", "").split(",")
    if "ALLOWED_HOSTS" in os.environ
    else [urlsplit(SITE_URL).hostname, "127.0.0.1", "localhost"]
)
# "Leave" goes here: somewhere dull that anybody might be reading.
EXIT_URL = os.environ.get("EXIT_URL", "https://www.weather.gov/")
# Where one person runs the program alone, whoever wrote an emergency page may publish it; readers
# are then told that one person checked it.
ONE_PERSON = yes("ONE_PERSON")

INSTALLED_APPS = [
    "hrapp",
    "resources",
    "principles",
    "django_htmx",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "hrapp.middleware.privacy_headers",
    "hrapp.middleware.compressed_once",
    "hrapp.languages.language_of_the_address",
    "hrapp.middleware.clear_refusals",
    "hrapp.middleware.refused_at_the_edge",
    "django.middleware.security.SecurityMiddleware",
    "hrapp.static_files.ServedStaticFiles",
    "django.middleware.common.CommonMiddleware",
    "hrapp.staff.StaffSession",
    "hrapp.staff.StaffForms",
    "hrapp.staff.StaffSignIn",
    "hrapp.staff.StaffMessages",
    "hrapp.staff.StaffChoices",
]

ROOT_URLCONF = "hrapp.urls"
WSGI_APPLICATION = "hrapp.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "NAME": "quick",
        "DIRS": [BASE_DIR / "templates/quick"],
        "OPTIONS": {"environment": "hrapp.quick.environment"},
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "hrapp.templatetags.page",
            ],
        },
    },
]

# --- Database: SQLite in VAR_DIR, or PostgreSQL by DATABASE_URL ---------------------------------

DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL") or f"sqlite:///{VAR_DIR / 'db.sqlite3'}"
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["CONN_MAX_AGE"] = None
    DATABASES["default"]["OPTIONS"] = {
        # IMMEDIATE: a writer that begins by reading would else fail at once instead of waiting.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        "PRAGMA cache_size=-4000; PRAGMA mmap_size=268435456;",
    }
else:
    # The pool keeps connections; pgbouncer cannot keep a server-side cursor. A question asked this
    # often on one connection is kept by the server (hrapp/prepared.py), which pgbouncer knows how
    # to pass on since 1.21, with max_prepared_statements; PGBOUNCER=yes does without.
    DATABASES["default"]["OPTIONS"] = {
        "pool": {"min_size": 2, "max_size": 8},
        "prepare_threshold": None if yes("PGBOUNCER") else 2,
    }
    DATABASES["default"]["DISABLE_SERVER_SIDE_CURSORS"] = True

# --- Languages, time ---------------------------------------------------------------------------

LANGUAGE_CODE = "en-us"
LANGUAGES = [("en", "English"), ("es", "Español")]
LOCALE_PATHS = [BASE_DIR / "hrapp/locale"]
FORMAT_MODULE_PATH = "hrapp.formats"
USE_I18N = True
USE_TZ = True
TIME_ZONE = os.environ.get("TIME_ZONE", "America/New_York")

# --- Static files ------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "hrapp.static_files.StaticFiles"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_ALLOW_ALL_ORIGINS = False

# A case study of 18 harms is one form of 1,200 fields; 3,000 are read in a few milliseconds.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 3000

# --- Safety of readers and staff ---------------------------------------------------------------

# Named and shaped as Django 6 names it, so that moving up is a deletion in hrapp/middleware.py.
SECURE_CSP = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "connect-src": ["'self'"],
    "form-action": ["'self'"],
    "img-src": ["'self'", "data:"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
}
# Not no-referrer: with it Chromium sends "Origin: null" and every staff form is refused.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
# The proxy's word is then taken for https, and for which network a report came from.
BEHIND_PROXY = yes("BEHIND_PROXY")
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# X-Frame-Options: the policy's frame-ancestors says the same, for fewer of a first visit's bytes.
# W003 looks for the name of Django's form-token middleware: ours is hrapp.staff.StaffForms.
SILENCED_SYSTEM_CHECKS = ["security.W002", "security.W003"]

# A long body sent as a file would else lie in the temp folder for a moment.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]

# Only staff ever get a cookie. A browser takes a __Host- cookie over https alone.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-staff" if HTTPS else "staff"
CSRF_COOKIE_NAME = "__Host-staff-form" if HTTPS else "staff-form"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_TRUSTED_ORIGINS = [SITE_URL]

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
