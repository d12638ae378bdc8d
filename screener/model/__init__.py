"""The frozen values that every stage passes on; no behaviour lives here."""
