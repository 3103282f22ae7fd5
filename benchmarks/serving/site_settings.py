"""The site's own settings, and two addresses that only the benchmark asks."""

from livecompact.web.settings import *  # noqa: F403 (it is the site)

ROOT_URLCONF = "benchmarks.serving.site_urls"
