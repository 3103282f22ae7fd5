"""Runs the benchmarks and prints what they found: python -m benchmarks --help tells what can be chosen."""

import argparse

from benchmarks import findings, starting


def main() -> None:
    """Read what is asked for, measure, print."""
    parser = argparse.ArgumentParser(prog="script/bench", description="How long findings and the start take.")
    parser.add_argument("--rows", type=int, default=1_000_000, help="how many consultations are judged (1,000,000)")
    parser.add_argument("--times", type=int, default=5, help="how often each query is run (5)")
    parser.add_argument("--starts", type=int, default=21, help="how often the program is started (21)")
    asked = parser.parse_args()
    if min(asked.rows, asked.times, asked.starts) < 1:
        parser.error("give whole numbers from 1 up")
    starting.report(asked.starts)
    findings.report(asked.rows, asked.times)


if __name__ == "__main__":
    main()
