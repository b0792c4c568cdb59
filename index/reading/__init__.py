"""Foreign files (HTML, text, Word, PDF, Markdown) read, and made into guides that a person can edit."""
