"""Payments: money that a public body paid to a group."""

from livecompact.kinds.kind import Kind, Topic
from livecompact.standards.facts import Fact, FactType

PAYMENT = Kind(
    name="payment",
    called="payment",
    plural="payments",
    says="A public body pays a group.",
    happens_on="paid",
    amount="amount",
    part="payments",
    topic=Topic.MONEY,
    by="Who pays",
    towards="Who is paid",
    title=("expense type", "expenditure type", "purpose", "description", "description of payment"),
    organisation=("organisation", "organisation name", "body name", "entity", "council"),
    organisation_id=("organisation id", "organisation identifier", "organisation uri", "body"),
    partner=("supplier name", "supplier", "payee", "beneficiary", "creditor name", "vendor name"),
    partner_id=("supplier id", "supplier identifier", "supplier charity number", "charity number"),
    identifier=("transaction number", "transaction no", "transaction id", "payment reference", "identifier", "id"),
    facts=(
        Fact(
            name="invoiced",
            type=FactType.DATE,
            label="the date of the invoice",
            happens="it is invoiced",
            happened="it was invoiced",
            ask="What is the date of the invoice?",
            why="Days to pay are counted from it where nobody says when it came in",
            known_as=("invoice date", "date of invoice"),
        ),
        Fact(
            name="invoice_received",
            type=FactType.DATE,
            label="the day the invoice came in",
            happens="the invoice comes in",
            happened="the invoice came in",
            ask="When did the invoice come in?",
            why="Days to pay are counted from this day",
            known_as=("date invoice received", "invoice received date", "invoice received on"),
        ),
        Fact(
            name="paid",
            type=FactType.DATE,
            label="the day it was paid",
            happens="it is paid",
            happened="it was paid",
            do="Pay it",
            ask="When was it paid?",
            why="Days to pay are counted to this day",
            known_as=("payment date", "date paid", "date of payment", "pay date", "date"),
        ),
        Fact(
            name="amount",
            type=FactType.AMOUNT,
            label="the amount paid",
            ask="How much was paid?",
            why="It shows what groups receive in a year",
            known_as=("amount paid", "payment amount", "net amount", "amount excluding vat", "amount net"),
        ),
        Fact(
            name="expense_area",
            type=FactType.TEXT,
            label="the part of the organisation that paid",
            ask="Which part of the organisation paid?",
            why="Payments are shown by service where the list tells it",
            known_as=("service area", "directorate", "service", "cost centre", "department"),
        ),
    ),
    # No date here rules out another: a payment in advance is made before its invoice.
)
