"""Nothing shown that does not hold: figures found, proved and cited."""
