"""What a view raises where there is no page to give; the web room shows each as a page in plain words."""


class Gone(Exception):
    """Something stood here and was taken down: `reason` is a sentence for everyone to read."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Unavailable(Exception):
    """The site cannot do this just now, such as writing while it is read-only."""
