"""What the benchmark of the site serves: the site with two addresses more, and a Django that says hello."""
