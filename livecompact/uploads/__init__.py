"""A list of records that an organisation has, taken in: read in a child process, looked through, saved and undone."""
