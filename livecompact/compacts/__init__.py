"""The Compacts that a site publishes: their texts, held as they were agreed, and the pages on which people read them.

Knows the agreements of the ground floor and the frame of a page; it knows no organisation and no dealing.
"""
