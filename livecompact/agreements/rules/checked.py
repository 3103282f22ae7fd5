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
    """An agreement with the files it was read from."""

    documents: Mapping[str, Document]
    agreement: Agreement

    def editions(self) -> Iterator[tuple[str, Edition]]:
        """Each edition with its folder."""
        by_id = {edition.id: edition for edition in self.agreement.editions}
        for path, document in self.documents.items():
            if path.endswith("/edition.toml"):
                yield document.folder, by_id[document.data["id"]]

    def undertakings(self, folder: str) -> Iterator[tuple[Document, Place, Mapping[str, Any]]]:
        """Each undertaking's table, with its file and place."""
        for path in undertaking_files(self.documents, folder):
            for at, table in enumerate(self.documents[path].data.get("undertaking", [])):
                yield self.documents[path], ("undertaking", at), table

    def standards(self, folder: str) -> Iterator[tuple[Document, Place, Standard]]:
        """Each standard that could be read, with its file and place."""
        document = self.documents[f"{folder}/standards.toml"]
        by_code = {standard.code: standard for standard in dict(self.editions())[folder].standards}
        for at, table in enumerate(document.data.get("standard", [])):
            if table["code"] in by_code:
                yield document, ("standard", at), by_code[table["code"]]


type Rule = Callable[[Checked], Iterator[Mistake]]
"""A rule looks at the whole agreement and names its mistakes."""
