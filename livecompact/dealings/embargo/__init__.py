"""What a named group is told before it is public: the choice, the letter, its own page, and the mails."""
