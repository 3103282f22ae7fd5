"""An agreement beside its files: what a rule looks at."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from livecompact.agreements.agreement import Agreement, Edition
from livecompact.agreements.documents import Document
from livecompact.agreements.lines import Place
from livecompact.agreements.mistakes import Mistake
from livecompact.agreements.reading import undertaking_files
from livecompact.standards.standard import Standard


@dataclass(frozen=True)
class Checked:
    """An agreement with the files it was read from, and the names of the agreements that lie beside it."""

    documents: Mapping[str, Document]
    agreement: Agreement
    beside: frozenset[str] = frozenset()

    def editions(self) -> Iterator[tuple[str, Edition]]:
        """Each edition with its folder, which bears its id."""
        for edition in self.agreement.editions:
            yield edition.id, edition

    def undertakings(self, folder: str) -> Iterator[tuple[Document, Place, Mapping[str, Any]]]:
        """Each undertaking's table, with its file and place."""
        for path in undertaking_files(self.documents, folder):
            for at, table in enumerate(self.documents[path].data["undertaking"]):
                yield self.documents[path], ("undertaking", at), table

    def standards(self) -> Iterator[tuple[Document, Place, Standard]]:
        """Each standard that could be read, of every edition, with its file and place."""
        for folder, edition in self.editions():
            document = self.documents[f"{folder}/standards.toml"]
            waiting = list(edition.standards)
            for at, table in enumerate(document.data.get("standard", [])):
                if waiting and table["code"] == waiting[0].code:
                    yield document, ("standard", at), waiting.pop(0)


type Rule = Callable[[Checked], Iterator[Mistake]]
"""A rule looks at the whole agreement and names its mistakes."""
