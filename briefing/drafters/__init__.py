"""Who drafts: `by_rules`, the extractive default, or `by_model`, prompts and a language model."""
