"""Run Livecompact as `python -m livecompact`."""

from livecompact.cli import main

main()
