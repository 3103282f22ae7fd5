"""How long findings and the start of the program take, as ratios to the least that they could take."""
