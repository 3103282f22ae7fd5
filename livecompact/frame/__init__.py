"""What every page stands in: the page's frame, the components of GOV.UK Frontend, and forms.

Knows no Compact, no person and no address but those of the footer; the rooms above give it what it shows.
"""
