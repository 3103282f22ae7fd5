"""A second person before something is public: a choice of a Compact, and what waits for a yes."""
