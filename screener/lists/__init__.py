"""Watchlists: manifests, entries, editions, and the guards that refuse a list gone wrong."""
