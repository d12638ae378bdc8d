"""Folding, tokens, scripts and legal forms: how a text is compared, never how it is shown."""
