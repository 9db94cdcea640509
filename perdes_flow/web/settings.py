"""Django's settings for the pages of one workspace, from the environment that `perdes serve` sets.

PERDES_HOME names the workspace, PERDES_DATABASE_URL its PostgreSQL, PERDES_WEB_HOSTS the names it answers to,
PERDES_WEB_HTTPS=1 says that it stands behind a server of ours that speaks HTTPS (cookies then travel nowhere else, and
X-Forwarded-For is believed), and PERDES_WEB_NOW fixes the clock for tests. PERDES_EMAIL_HOST, _PORT, _USER, _PASSWORD, _FROM name the server that sends mail: without one, nobody is
offered a code by e-mail.
"""

import os
from pathlib import Path

from perdes_flow.storage.database import settings_for
from perdes_flow.web.access.secrets import secret_key

PERDES_HOME = os.environ.get("PERDES_HOME", "")
PERDES_NOW = os.environ.get("PERDES_WEB_NOW", "")
_HOME = Path(PERDES_HOME or Path.cwd()).absolute()
_HTTPS = os.environ.get("PERDES_WEB_HTTPS") == "1"
BEHIND_PROXY = _HTTPS  # HTTPS is spoken by a server of ours before this one, which says whom it speaks for

SECRET_KEY = secret_key(_HOME if PERDES_HOME else None)
DEBUG = False
ALLOWED_HOSTS = os.environ.get("PERDES_WEB_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
ROOT_URLCONF = "perdes_flow.web.urls"
WSGI_APPLICATION = "perdes_flow.web.wsgi.application"

INSTALLED_APPS = [
    "perdes_flow.web.apps.WebConfig",  # first: its templates come before those of others
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.messages",
    "allauth",
    "allauth.account",
    "csp",
    "perdes_flow.storage.apps.StorageConfig",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "perdes_flow.web.uploads.BoundedRequests",
    "django.middleware.gzip.GZipMiddleware",
    "perdes_flow.web.access.sessions.IdleSessions",
    "perdes_flow.web.access.language.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": ["perdes_flow.web.templatetags.perdes", "django.templatetags.i18n"],
        },
    }
]

# The record and the accounts lie in one database, so that one backup holds both.
# Kept open: opening SQLite and setting its pragmas anew would cost every page a millisecond or two.
DATABASES = {"default": {**settings_for(_HOME), "CONN_MAX_AGE": 600}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Several servers on one PostgreSQL must count the same tries; a laptop has only itself.
_SHARED = "postgresql" in DATABASES["default"]["ENGINE"]
CACHES = {
    "default": {
        "BACKEND": f"django.core.cache.backends.{'db.DatabaseCache' if _SHARED else 'locmem.LocMemCache'}",
        "LOCATION": "perdes_cache",
    }
}

AUTH_USER_MODEL = "perdes_web.Account"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
LOGIN_URL = "masuk"
LOGIN_REDIRECT_URL = "beranda"

# Login by a code in an e-mail: allauth's, without its registration. Codes live three minutes and bear three tries.
ACCOUNT_ADAPTER = "perdes_flow.web.access.mail.Adapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # an unknown address gets the same page, and no mail
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_DISPLAY = str
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
EMAIL_HOST = os.environ.get("PERDES_EMAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("PERDES_EMAIL_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("PERDES_EMAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("PERDES_EMAIL_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("PERDES_EMAIL_TLS", "1") == "1"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("PERDES_EMAIL_FROM", "perdes@localhost")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'dummy'}.EmailBackend"

SESSION_ENGINE = "perdes_flow.web.access.sessions"
SESSION_COOKIE_NAME = "perdes_sesi"
SESSION_COOKIE_AGE = 8 * 60 * 60  # at most a working day, however busy
SESSION_IDLE_SECONDS = 30 * 60
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = _HTTPS
CSRF_COOKIE_NAME = "perdes_kirim"
CSRF_FAILURE_VIEW = "perdes_flow.web.pages.galat.not_from_here"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

SECURE_HSTS_SECONDS = 31_536_000 if _HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _HTTPS else None
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# No inline script or style anywhere: text from a hostile file must never become either.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],  # Pico's arrows are data: pictures
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
    }
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024  # what is typed; files are counted apart
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 20

LANGUAGE_CODE, LANGUAGE_COOKIE_NAME = "id", "perdes_bahasa"
# Indonesian is the source; English is whole; Javanese and Sundanese have the labels, and Indonesian for the rest.
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English"), ("jv", "Basa Jawa"), ("su", "Basa Sunda")]
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
LANGUAGE_COOKIE_HTTPONLY, LANGUAGE_COOKIE_SAMESITE, LANGUAGE_COOKIE_SECURE = True, "Lax", _HTTPS
LOCALE_PATHS = [Path(__file__).with_name("locale")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"  # shown in the village's own zone, by domain.local_time
APPEND_SLASH = True
