"""We asked, you said, we did: what a body says of a consultation once it has closed, theme by theme."""
