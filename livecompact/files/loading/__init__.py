"""Files taken into DuckDB as facts, each row accounted for."""
