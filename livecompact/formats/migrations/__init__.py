"""The tables of requests for another form, one step after another."""
