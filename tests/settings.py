"""The site's own settings, in a folder that tests may write to, with stylesheets served as they lie in the sources."""

import os
from pathlib import Path

FOLDER = Path("build/test-site", os.environ.get("PYTEST_XDIST_WORKER", "one")).resolve()  # one for each process
for name in [name for name in os.environ if name.startswith("LIVECOMPACT_")]:
    del os.environ[name]  # a developer's own site is none of the tests' business
os.environ["LIVECOMPACT_FOLDER"] = str(FOLDER)
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # a browser's driver has a loop in the thread of the tests

from livecompact.web.settings import *  # noqa: E402, F403 (the folder is read at import)

(FOLDER / "static").mkdir(parents=True, exist_ok=True)
# In a file, as a real site has it: what is in memory knows neither journal nor lock. Two runs may go on at once.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": str(FOLDER / f"test-{os.getpid()}.sqlite3")}  # noqa: F405
STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
KEEP_PAGES = False  # a test may change more than the database
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
SEND_LATER = False
