"""How the documentation is built; script/docs builds it."""

from livecompact import __version__

project = "Livecompact"
author = "Livecompact contributors"
version = release = __version__
language = "en-GB"

extensions = ["myst_parser"]
myst_heading_anchors = 3  # so that a page can link to a heading of another
exclude_patterns = ["adr/template.md"]

html_theme = "furo"
html_title = "Livecompact"
html_show_sourcelink = False
html_show_copyright = False
