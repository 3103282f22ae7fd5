"""What this room keeps of people: nothing of its own."""

RETENTION = ()

NOT_PERSONAL = {
    "search.Findable": "words that are public elsewhere on the site; they change with what they are of",
}
