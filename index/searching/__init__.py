"""The passages that answer a question, by meaning, by words and by the questions that guides ask themselves."""
