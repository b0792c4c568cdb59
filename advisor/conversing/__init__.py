"""What a message owes to the conversation before it."""
