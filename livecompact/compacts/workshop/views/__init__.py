"""The pages of the workshop: each loads what is on the bench, asks or acts, and shows."""
