"""Words as they stand in a file: which a reader sees, where sentences end, which name a unit or give orders, and what front matter says."""
