"""What is public and can be found by its words, in the database that the site has."""
