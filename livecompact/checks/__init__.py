"""The check before the act: question by question what would be kept, and words to take along; nothing is kept."""
