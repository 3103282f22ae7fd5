"""The site put together: settings, addresses, rights, error pages, and the commands that run it."""
