"""The site's own settings with every page drawn anew, so that what the database holds is what is measured."""

from benchmarks.serving.site_settings import *  # noqa: F403 (it is the site)

KEEP_PAGES = False
LOGGING_CONFIG = None  # a line for each request is none of what is measured
