"""The evidence register: documents with numbered, paraphrased claims, and the legal basis."""
