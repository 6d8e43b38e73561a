"""Django's settings. What a council may choose is in its home folder's settings.toml; all else is fixed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from throughline.loads.home import home_folder
from throughline.web import home
from throughline.web.databases import database

ROOMS = Path(__file__).resolve().parent.parent
HOME = home_folder().absolute()
CHOICES = home.read(HOME)

COUNCIL = CHOICES.council
GSS_CODE = CHOICES.gss_code
DEMO = CHOICES.demo
EXPECTED = CHOICES.expected
VISIT_LIMITS = CHOICES.visits

DEBUG = False
SECRET_KEY = home.secret(HOME, "secret_key")
CHILD_KEY_SECRET = home.secret(HOME, "child_key")  # changing it changes every child's address
ALLOWED_HOSTS = list(CHOICES.hosts)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "throughline.people",
]
MIDDLEWARE = [
    "throughline.web.guard.strict_headers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "throughline.web.guard.sessions_end",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "throughline.web.urls"
WSGI_APPLICATION = "throughline.web.serving.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # A template is in web/templates, or beside its module: "blocks/trend.html".
        "DIRS": [ROOMS / "web" / "templates", ROOMS],
        "OPTIONS": {
            "libraries": {"drawing": "throughline.blocks.drawing"},
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "throughline.web.context.around_every_page",
            ],
        },
    }
]

DATABASES = {"default": database(CHOICES.database, HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "home"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [ROOMS / "web" / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_ALLOW_ALL_ORIGINS = False

SESSION_IDLE_SECONDS = CHOICES.idle_minutes * 60
SESSION_LONGEST_SECONDS = CHOICES.session_hours * 3600
SESSION_COOKIE_AGE = SESSION_IDLE_SECONDS
SESSION_COOKIE_NAME = "__Host-session" if CHOICES.https else "session"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "throughline.web.views.form_out_of_date"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = CHOICES.https
SECURE_SSL_REDIRECT = CHOICES.https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if CHOICES.https else None
SECURE_HSTS_SECONDS = 31_536_000 if CHOICES.https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = CHOICES.https
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000_000  # what is larger is not taken: no list of ids is put on the disk
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]

EMAIL_HOST = CHOICES.email.host
EMAIL_PORT = CHOICES.email.port
EMAIL_HOST_USER = CHOICES.email.user
EMAIL_HOST_PASSWORD = CHOICES.email.password
EMAIL_USE_TLS = CHOICES.email.tls
DEFAULT_FROM_EMAIL = SERVER_EMAIL = CHOICES.email.sender
EMAIL_TIMEOUT = 20  # seconds: no job waits for a mail server that does not answer
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if CHOICES.email.host else 'dummy'}.EmailBackend"

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "throughline.web.logs.WithoutData"}},
    "handlers": {"operator": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["operator"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["operator"], "level": "ERROR", "propagate": False},
        "django.server": {"handlers": ["operator"], "level": "ERROR", "propagate": False},
    },
}
