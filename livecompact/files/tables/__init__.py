"""A file as a table: opened, unpacked, decoded, whatever its form."""
