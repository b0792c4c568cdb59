"""What one table cell says, as a typed value: numbers, dates, lengths, what they count for, and whether they meet a demand."""
