"""YAML read with positions: nodes, scalars by the type of their field, diagnostics."""
