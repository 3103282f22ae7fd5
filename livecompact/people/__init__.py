"""Who a person is, how they sign in, and which roles they hold."""
