"""How much may come out of a packed file that somebody sent: asked before anything unpacks it, by the site too."""
