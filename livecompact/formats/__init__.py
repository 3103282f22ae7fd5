"""Asking for what the site says in another form, such as large print, and the clock of the answer."""
