"""What is kept: screenings as they were answered, found again by id."""
