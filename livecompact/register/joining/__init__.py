"""Joining a Compact on the site: an organisation signs, a business becomes a Friend."""
