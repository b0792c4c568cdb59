"""A message read: its parts, what they name, what they ask and demand."""
