"""Both Compacts on the site, and a day that does not move."""

from tests.dealings.conftest import compacts, site

__all__ = ["compacts", "site"]
