"""Standards: rules as code, the days they count, the judge that is the reference, and how they are said in English."""
