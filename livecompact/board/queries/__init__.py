"""What the board and the records over time ask of the database: only what is public, and of groups only totals."""
