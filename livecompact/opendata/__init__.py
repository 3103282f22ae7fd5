"""What is public, out in the forms that others read: awards as 360Giving, and every day of a Compact as a calendar."""
