"""The site's own settings, in a folder that tests may write to, with stylesheets served as they lie in the sources."""

import os
from pathlib import Path

FOLDER = Path("build/test-site").resolve()
for name in [name for name in os.environ if name.startswith("LIVECOMPACT_")]:
    del os.environ[name]  # a developer's own site is none of the tests' business
os.environ["LIVECOMPACT_FOLDER"] = str(FOLDER)

from livecompact.web.settings import *  # noqa: E402, F403 (the folder is read at import)

(FOLDER / "static").mkdir(parents=True, exist_ok=True)
# In a file, as a real site has it: what is in memory knows neither journal nor lock.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": str(FOLDER / "test.sqlite3")}  # noqa: F405
STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
