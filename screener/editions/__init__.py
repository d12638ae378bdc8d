"""Editions of imported lists under the data directory: made, guarded, kept and never changed."""
