"""Runs the benchmarks and prints what they found: python -m benchmarks --help tells what can be chosen."""

import argparse
import subprocess
import sys

from benchmarks import findings, site, starting

PARTS = ("start", "findings", "site")
BY_NAME = ("loading", "size", "charities", "record")
"""What is measured only where it is named, each by a process of its own: `python -m benchmarks.size --help`."""


def main() -> None:
    """Read what is asked for, measure, print."""
    parser = argparse.ArgumentParser(prog="script/bench", description="How long things take.")
    parser.add_argument("parts", nargs="*", choices=[*PARTS, *BY_NAME, []], default=[], help="what to measure")
    parser.add_argument("--rows", type=int, default=1_000_000, help="how many consultations are judged (1,000,000)")
    parser.add_argument("--times", type=int, default=5, help="how often each query is run (5)")
    parser.add_argument("--starts", type=int, default=21, help="how often the program is started (21)")
    parser.add_argument("--requests", type=int, default=200, help="how often each page is asked for in a turn (200)")
    asked = parser.parse_args()
    if min(asked.rows, asked.times, asked.starts, asked.requests) < 1:
        parser.error("give whole numbers from 1 up")
    parts = asked.parts or PARTS
    if "start" in parts:
        starting.report(asked.starts)
    if "findings" in parts:
        findings.report(asked.rows, asked.times)
    if "site" in parts:
        site.report(asked.requests, asked.times)
    for name in BY_NAME:
        if name in parts:
            subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=True)


if __name__ == "__main__":
    main()
