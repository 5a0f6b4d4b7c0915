"""Rules of language and of judgement that the stages share. Word lists are data, in `words/`."""
