"""Django's settings. Everything an operator may set comes from the environment."""

import os
import secrets
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from kurultai.language import LANGUAGES as INTERFACE_LANGUAGES

DATA = Path(os.environ.get("KURULTAI_DATA", "data"))
SITE = Path(__file__).parent
CLOCK = partial(datetime.now, UTC)  # by which the house is dated; a trial has one of its own


def _secret() -> str:
    """The key that signs cookies: made once, kept beside the record, for its owner only."""
    path = DATA / "site-secret"
    if not path.exists():
        DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as out:
            out.write(secrets.token_urlsafe(48))
    return path.read_text()


SECRET_KEY = _secret()
DEBUG = False
_HOSTS = os.environ.get("KURULTAI_HOSTS", "localhost,127.0.0.1,[::1]")
ALLOWED_HOSTS = [host.strip() for host in _HOSTS.split(",")]
HTTPS = os.environ.get("KURULTAI_HTTPS", "") == "1"  # behind a proxy that speaks TLS
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if HTTPS else []
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "kurultai.site.accounts",
    "kurultai.site.reports",
]
AUTH_USER_MODEL = "accounts.Account"
LOGIN_URL = "/sign-in"

MIDDLEWARE = [
    "kurultai.site.middleware.limits",
    "kurultai.site.middleware.headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "kurultai.site.middleware.viewing",
]
ROOT_URLCONF = "kurultai.site.urls"
WSGI_APPLICATION = "kurultai.site.wsgi.application"
CSRF_FAILURE_VIEW = "kurultai.site.views.writing.kept.csrf_failure"

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA / "site.db",
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 5,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        },
    },
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_NAME = "kurultai"
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
CSRF_USE_SESSIONS = False
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [SITE / "pages"],
        "OPTIONS": {"environment": "kurultai.site.pages_environment.environment"},
    },
]

USE_I18N = True
USE_TZ = True
LANGUAGE_CODE = "en"
LANGUAGES = [(code, code) for code in INTERFACE_LANGUAGES]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
]

STATIC_URL = "/static/"
STATIC_ROOT = SITE / "static"
WHITENOISE_MAX_AGE = 3600
WHITENOISE_USE_FINDERS = False

UPLOAD_LIMIT = 25 * 1024 * 1024  # bytes of one request
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024  # of its fields, files apart
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]

API_PACE = int(os.environ.get("KURULTAI_API_PACE", "600"))  # requests of a token in a minute
API_PACE_PUBLIC = API_PACE // 2  # of a network address: a parliament may have but one
HAS_MAIL = bool(os.environ.get("KURULTAI_SMTP"))  # or letters become files
HOOKS_LOCAL = os.environ.get("KURULTAI_HOOKS_LOCAL", "") == "1"  # calls into the local network

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "loggers": {
        "django.request": {"level": "ERROR"},  # a page not found is no fault
        "django.security.DisallowedHost": {"level": "CRITICAL"},  # nor are those who try names
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
