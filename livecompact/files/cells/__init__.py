"""One cell as one fact: dates, amounts and words as people write them."""
