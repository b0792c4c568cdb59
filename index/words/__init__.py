"""Words as they stand in a file: which a reader sees, where sentences end, which name a unit, and what front matter says."""
