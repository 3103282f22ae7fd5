"""What people answered in a consultation: counted by way, and read by everybody where its author agrees."""
