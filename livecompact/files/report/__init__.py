"""The answer: on the terminal, as one HTML page, and as files of findings."""
