"""Somebody at work in the workshop, for its tests."""

import re
from dataclasses import dataclass
from datetime import date
from html import unescape
from typing import Any

from django.test import Client

from livecompact.compacts.models import Edition, State

SHOP = "/hertfordshire/workshop"


@dataclass
class Officer:
    """Opens the pages of the workshop and sends its forms, as a browser would."""

    client: Client
    shop: str = SHOP

    def get(self, address: str = "") -> Any:
        """A page of the workshop."""
        return self.client.get(f"{self.shop}{address}")

    def send(self, address: str, **fields: Any) -> Any:
        """A form of the workshop with these answers, for the text that is on the bench now."""
        based_on = fields.pop("based_on", None) or self.bench().sha256
        return self.client.post(f"{self.shop}{address}", {"based_on": based_on, **fields})

    def bench(self) -> Edition:
        """The draft, or what is published where there is none."""
        rows = Edition.objects.filter(compact__slug=self.shop.split("/")[1]).order_by("published_at", "pk")
        return rows.filter(state=State.DRAFT).first() or rows[len(rows) - 1]


def boxes(name: str, day: date) -> dict[str, str]:
    """A day as its three boxes send it."""
    return {f"{name}-day": str(day.day), f"{name}-month": str(day.month), f"{name}-year": str(day.year)}


def based_on_of(page: Any) -> str:
    """The text that the form of a page was made for."""
    return str(re.findall(r'name="based_on" value="(\w+)"', page.text)[-1])


def typed_in(page: Any) -> str:
    """What stands in the large box of a page."""
    return unescape(re.findall(r"<textarea[^>]*>(.*?)</textarea>", page.text, re.DOTALL)[0]).strip()
