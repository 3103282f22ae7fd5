"""What Django is told. Whatever may differ between sites comes from the environment: see `configuration`."""

import os
from typing import Any

from django.utils.csp import CSP

from livecompact.web import configuration, databases, mailers, sqlite
from livecompact.web.secret import secret_key

sqlite.use_newest()  # before anything opens a database

SITE = configuration.read(os.environ)

SECRET_KEY = secret_key(SITE.folder)
DEBUG = SITE.debug
ALLOWED_HOSTS = SITE.hosts
ROOT_URLCONF = "livecompact.web.urls"
WSGI_APPLICATION = "livecompact.web.wsgi.application"
APPEND_SLASH = False

INSTALLED_APPS = [
    "livecompact.web",
    "livecompact.opendata",
    "livecompact.board",
    "livecompact.uploads",
    "livecompact.dealings",
    "livecompact.checks",
    "livecompact.register",
    "livecompact.formats",
    "livecompact.complaints",
    "livecompact.compacts",
    "livecompact.record",
    "livecompact.search",
    "livecompact.people",
    "livecompact.frame",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
]

MIDDLEWARE = [
    "livecompact.web.access.AccessLog",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "livecompact.web.health.Health",  # before the name of the site is looked at
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "livecompact.web.kept.KeptPages",
    "django.middleware.gzip.GZipMiddleware",
    "livecompact.web.read_only.ReadOnly",
    "livecompact.web.privacy.NothingStored",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "livecompact.web.typed.Held",  # before Django asks each form for its token
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "livecompact.people.limits.SessionsEnd",
    "livecompact.web.guard.Guard",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "livecompact.web.errors.Refusals",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [],
        "APP_DIRS": False,
        "OPTIONS": {"environment": "livecompact.web.templating.environment"},
    }
]

# The database, and what lies in it: the limits of sign-in must hold across processes, so they are not in memory.
DATABASES = {"default": databases.database(SITE.database, SITE.folder)}
CACHES = {"default": {"BACKEND": "livecompact.web.cache.CountingCache", "LOCATION": "cache"}}
SESSION_ENGINE = "livecompact.people.sessions"  # in the database, each with whose it is
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# What rooms above give to pages of rooms below, by the place that a page names; and what they do when, below them, an
# edition is published.
PARTS = {
    "compact.running": [
        "livecompact.compacts.running.parts.nobody_runs_it",
        "livecompact.compacts.running.parts.stands_in",
        "livecompact.compacts.running.parts.second_person",
    ],
    "compacts.state": ["livecompact.board.parts.listed_state"],
    "compact.state": ["livecompact.board.parts.compact_state"],
    "compact.record": ["livecompact.dealings.parts.compact_record"],
    "promise.state": ["livecompact.dealings.parts.promise_state"],
    "promise.record": ["livecompact.dealings.parts.promise_record"],
    "organisation.record": [
        "livecompact.dealings.parts.organisation_record",
        "livecompact.dealings.speaking.parts.missing_of_body",
        "livecompact.dealings.speaking.parts.reasons_of_body",
    ],
    "dealings.list": ["livecompact.uploads.parts.upload_a_list"],
    "ours.record": ["livecompact.dealings.parts.ours_record", "livecompact.dealings.due.parts.ours_days"],
    "name.compact": ["livecompact.compacts.running.parts.named"],
    "name.organisation": ["livecompact.register.parts.named"],
    "me.organisations": ["livecompact.register.parts.organisations_of_mine"],
}
WAITING = [  # what each room has waiting for whoever runs a Compact
    "livecompact.register.waits.waits",
    "livecompact.formats.waits.waits",
    "livecompact.complaints.waits.waits",
    "livecompact.compacts.running.waits.second_looks",
    "livecompact.compacts.running.waits.waits",
    "livecompact.dealings.waits.waits",
    "livecompact.dealings.speaking.waits.waits",
    "livecompact.dealings.deciding.waits.waits",
    "livecompact.dealings.reminding.waits.waits",
    "livecompact.record.waits.waits",
    "livecompact.people.waits.waits",
]
OWN_DATA = [  # what each room tells somebody of themselves
    "livecompact.people.own_data.told",
    "livecompact.register.own_data.told",
    "livecompact.formats.own_data.told",
    "livecompact.complaints.own_data.told",
    "livecompact.compacts.own_data.told",
    "livecompact.record.own_data.told",
    "livecompact.dealings.own_data.told",
    "livecompact.uploads.own_data.told",
]
ERASING = [  # how each room erases a person; the account goes last, and what hangs on it with it
    "livecompact.register.actions.erasing.erase_person",
    "livecompact.formats.actions.erase_person",
    "livecompact.complaints.actions.erase_person",
    "livecompact.record.actions.erasing.erase_person",
    "livecompact.dealings.actions.erasing.erase_person",
    "livecompact.uploads.actions.erase_person",
    "livecompact.people.actions.erasing.erase_person",
]
ADDRESS_CHANGED = ["livecompact.register.actions.moving.address_changed"]  # kept apart from the account
EDITION_PUBLISHED = ["livecompact.dealings.actions.rejudge_compact"]
SIGNATURE_CHANGED = ["livecompact.dealings.actions.rejudge_organisation"]  # entered or ended, also for a past day

# Words and days.
LANGUAGE_CODE = SITE.language
LOCALE_PATHS = [configuration.LOCALE]
USE_I18N = True
TIME_ZONE = "Europe/London"
USE_TZ = True

# Signing in: a code by email or a passkey; a second step for whoever has one, and must where the role is strong.
AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "me"
ACCOUNT_ADAPTER = "livecompact.people.adapter.Adapter"
ACCOUNT_TEMPLATE_EXTENSION = "jinja"
ACCOUNT_FORMS = {
    "request_login_code": "livecompact.people.forms.SignIn",
    "confirm_login_code": "livecompact.people.forms.SignInCode",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # the code proves the address each time
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # a stranger's address gets no mail from us
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True, "length": 6, "dashed": False}
ACCOUNT_LOGIN_TIMEOUT = 15 * 60
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_NOTIFICATIONS = True  # a mail when the second step of an account changes
ACCOUNT_RATE_LIMITS = {
    "request_login_code": "10/m/ip,3/m/key",
    "login_failed": "10/m/ip,5/5m/key",
    "ask_for_address": "5/d/key",  # by person
    "prove_address": "5/15m/key",  # by code
}
MFA_ADAPTER = "livecompact.people.adapter.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_FORMS = {
    "authenticate": "livecompact.people.forms.SecondStep",
    "reauthenticate": "livecompact.people.forms.ConfirmWithCode",
    "activate_totp": "livecompact.people.forms.SetUpApp",
    "deactivate_totp": "livecompact.people.forms.RemoveApp",
    "add_webauthn": "livecompact.people.forms.AddPasskey",
    "authenticate_webauthn": "livecompact.people.forms.UsePasskey",
    "login_webauthn": "livecompact.people.forms.SignInWithPasskey",
    "reauthenticate_webauthn": "livecompact.people.forms.ConfirmWithPasskey",
}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = SITE.local  # http will do where nobody else can listen
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_TOLERANCE = 1  # a telephone's clock may be half a minute off
SEND_LATER = SITE.mail not in mailers.HERE  # after the answer: its time tells nothing of who is known
ALLAUTH_TRUSTED_PROXY_COUNT = SITE.proxies

# Cookies, only where somebody signs in or sends a form.
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SITE.https
CSRF_TRUSTED_ORIGINS = [SITE.address]
CSRF_FAILURE_VIEW = "livecompact.web.errors.form_too_old"

# What browsers are told.
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "style-src": [CSP.SELF],
    "script-src": [CSP.SELF],
    "img-src": [CSP.SELF],
    "font-src": [CSP.NONE],
    "connect-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_SSL_REDIRECT = SITE.https
SECURE_REDIRECT_EXEMPT = [r"^health$"]
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if SITE.https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = False  # other names of a council are not ours to decide about
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SITE.https and SITE.proxies else None
SILENCED_SYSTEM_CHECKS = [
    "mail.E001",  # our own W002 tells it: a site that is only read needs no mail
    "security.W005",  # this and the next want to bind the other names of a domain
    "security.W021",
]
KEEP_PAGES = True  # in memory, as long as the database has not changed
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500

# Static files: collected into the site's folder at start, with a hash in each name.
STATIC_URL = "static/"
STATIC_ROOT = SITE.folder / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Mail: by default none leaves the machine, and a check says so where others can reach the site.
DEFAULT_FROM_EMAIL = SERVER_EMAIL = SITE.sender
MAILERS = {"default": mailers.mailer(SITE.mail, SITE.folder)}

# Logs: one line of JSON each, on standard error. No query string, address or browser of anybody is in them.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "livecompact.web.logs.Json"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "django.request": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},  # the rest is in access
        "livecompact": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
    },
}
