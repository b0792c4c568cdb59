"""The second writer: a chat model's sentences, each checked before anyone sees it."""
