"""A site that would not be safe does not start, and says what to do."""

import subprocess
import sys
from dataclasses import replace

import pytest
from django.core.checks import run_checks

from livecompact.web import checks, configuration, databases, mailers, secret, sqlite
from tests.harness.serving import PATIENCE, environment, livecompact


@pytest.fixture
def public(settings):
    """The settings as they are behind a proxy with TLS."""
    mail = "smtp://mail.example.org"
    settings.SITE = replace(settings.SITE, address="https://compact.example.org", proxies=1, mail=mail)
    settings.ALLOWED_HOSTS = settings.SITE.hosts
    return settings


@pytest.fixture
def found(public):
    def ids():
        return [message.id for message in checks.site_is_safe()]

    return ids


@pytest.fixture
def on_sqlite(monkeypatch):
    """A site on SQLite, opened otherwise than by the door."""

    def opened(**options):
        database = sqlite.database("x")
        opened_so = {"default": database | {"OPTIONS": database["OPTIONS"] | options}}
        monkeypatch.setattr(checks, "_databases", lambda: opened_so)

    return opened


def test_a_site_with_its_defaults_is_safe(found):
    assert found() == []


def test_a_site_for_any_name_is_refused(public, found):
    public.ALLOWED_HOSTS = ["*"]

    assert found() == ["livecompact.E001"]


def test_a_public_site_in_debug_is_refused(public, found):
    public.DEBUG = True

    assert found() == ["livecompact.E002"]


def test_a_public_site_without_tls_is_refused(public, found):
    public.SITE = replace(public.SITE, address="http://compact.example.org")

    assert found() == ["livecompact.E003"]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({"transaction_mode": "DEFERRED"}, "E004"),
        ({"init_command": "PRAGMA journal_mode=delete"}, "E005"),
    ],
)
def test_sqlite_by_another_door_is_refused(found, on_sqlite, options, code):
    on_sqlite(**options)

    assert found() == [f"livecompact.{code}"]


def test_wal_with_an_old_sqlite_is_refused(found, on_sqlite, monkeypatch):
    on_sqlite(init_command="PRAGMA journal_mode=wal; PRAGMA synchronous=FULL")
    monkeypatch.setattr(sqlite, "version", lambda: (3, 40, 1))

    assert found() == ["livecompact.E006", "livecompact.W001"]


def test_the_slower_journal_is_told(found, on_sqlite, monkeypatch):
    monkeypatch.setattr(sqlite, "version", lambda: (3, 40, 1))
    on_sqlite()

    assert found() == ["livecompact.W001"]


def test_limits_that_each_process_counts_for_itself_are_refused(public, found):
    public.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

    assert found() == ["livecompact.E007"]


def test_a_key_that_others_can_read_is_refused(public, found, tmp_path):
    secret.secret_key(tmp_path)
    (tmp_path / secret.NAME).chmod(0o644)
    public.SITE = replace(public.SITE, folder=tmp_path)

    assert found() == ["livecompact.E008"]


def test_a_short_key_is_refused(public, found):
    public.SECRET_KEY = "short"  # noqa: S105 (it is not one)

    assert found() == ["livecompact.E009"]


def test_every_refusal_says_what_to_do(public):
    public.ALLOWED_HOSTS = ["*"]
    public.DEBUG = True
    public.SECRET_KEY = "short"  # noqa: S105 (it is not one)

    assert all(message.hint for message in checks.site_is_safe())


@pytest.mark.django_db  # a check of JSON fields asks the database
def test_django_finds_nothing_wrong_with_a_public_site(public, monkeypatch):
    monkeypatch.delenv("DJANGO_ALLOW_ASYNC_UNSAFE")  # the tests of the browser need it
    public.SECURE_SSL_REDIRECT = public.SESSION_COOKIE_SECURE = public.CSRF_COOKIE_SECURE = True
    public.SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60

    assert [each for each in run_checks(include_deployment_checks=True) if not each.is_silenced()] == []


PUBLIC = {"LIVECOMPACT_ADDRESS": "https://compact.example.org", "LIVECOMPACT_MAIL": "smtp://mail.example.org"}


def test_djangos_own_check_before_going_public_warns_of_nothing(tmp_path):
    given = environment(tmp_path, **PUBLIC, DJANGO_SETTINGS_MODULE="livecompact.web.settings")
    command = [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"]
    done = subprocess.run(command, env=given, capture_output=True, text=True, timeout=PATIENCE, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert "no issues" in done.stdout


def test_a_site_that_is_not_safe_is_not_served(tmp_path):
    (tmp_path / "site.sqlite3").touch()
    done = livecompact(tmp_path, "serve", **PUBLIC, LIVECOMPACT_DEBUG="1")

    assert done.returncode == 2
    assert "Others would see how the site works inside. Unset LIVECOMPACT_DEBUG." in done.stderr
    assert "Serving" not in done.stderr


def test_a_public_site_without_a_second_factor_says_so(public, found):
    public.SITE = replace(public.SITE, second_factor=False)

    assert found() == ["livecompact.W003"]


def test_the_key_is_made_once_and_closed_to_others(tmp_path):
    folder = tmp_path / "new" / "site"

    key = secret.secret_key(folder)

    assert secret.secret_key(folder) == key
    assert len(key) > 80
    assert (folder / secret.NAME).stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700
    assert not secret.open_to_others(folder)


@pytest.mark.parametrize(
    ("environment", "says"),
    [
        ({"LIVECOMPACT_ADDRESS": "compact.example.org"}, "Write it as https://compact.example.org"),
        ({"LIVECOMPACT_ADDRESS": "https://*"}, "LIVECOMPACT_ADDRESS is “https://*”"),
        ({"LIVECOMPACT_ADDRESS": "https://example.org/compact"}, "LIVECOMPACT_ADDRESS is"),
        ({"LIVECOMPACT_WORKERS": "two"}, "Write a whole number, such as 2"),
        ({"LIVECOMPACT_LANGUAGE": "tlh"}, "Write one of these: en-gb"),
    ],
)
def test_a_setting_that_cannot_be_used_says_what_to_write(environment, says):
    with pytest.raises(configuration.Misconfigured, match="LIVECOMPACT_") as error:
        configuration.read(environment)

    assert says in str(error.value)


def test_a_public_site_without_mail_says_so(public, found):
    public.SITE = replace(public.SITE, mail="terminal")

    assert found() == ["livecompact.W002"]


def test_mail_goes_to_a_server_only_where_one_is_named(tmp_path):
    assert mailers.mailer("terminal", tmp_path)["BACKEND"].endswith("console.EmailBackend")
    assert mailers.mailer("file", tmp_path)["OPTIONS"] == {"file_path": str(tmp_path / "mail")}
    sent = mailers.mailer("smtps://ann:a%40b@mail.example.org", tmp_path)["OPTIONS"]
    assert (sent["host"], sent["port"], sent["password"], sent["use_ssl"]) == ("mail.example.org", 465, "a@b", True)
    with pytest.raises(configuration.Misconfigured, match="LIVECOMPACT_MAIL is “pigeon…”"):
        mailers.mailer("pigeon", tmp_path)


def test_by_default_only_this_machine_is_served():
    site = configuration.read({})

    assert site.local
    assert site.hosts == ["127.0.0.1", "[::1]", "localhost"]
    assert site.proxies == 0
    assert not site.debug


def test_https_means_one_proxy():
    site = configuration.read({"LIVECOMPACT_ADDRESS": "https://compact.example.org/"})

    assert (site.hosts, site.proxies, site.https) == (["compact.example.org"], 1, True)


def test_the_address_of_a_database_is_read_whole(tmp_path):
    database = databases.database("postgresql://ann:a%40b@db.example.org:5433/compact?sslmode=require", tmp_path)

    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert [database[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")] == [
        "compact",
        "ann",
        "a@b",
        "db.example.org",
        "5433",
    ]
    assert database["OPTIONS"]["sslmode"] == "require"


def test_a_database_of_another_kind_is_refused(tmp_path):
    with pytest.raises(configuration.Misconfigured, match="mysql"):
        databases.database("mysql://db.example.org/compact", tmp_path)


def test_sqlite_lies_in_the_folder_of_the_site_unless_told_otherwise(tmp_path):
    assert databases.database("", tmp_path)["NAME"] == str(tmp_path / "site.sqlite3")
    assert databases.database("sqlite:///srv/a%20b.sqlite3", tmp_path)["NAME"] == "/srv/a b.sqlite3"
