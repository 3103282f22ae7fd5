"""Making a dealing public, and what its organisation, an officer or the other side does to it after."""
