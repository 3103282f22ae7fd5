"""What an officer enters for an organisation waits for a second person, where the Compact asks for one."""
