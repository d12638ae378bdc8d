"""Screen trade lines for signs of goods made with forced labour."""
