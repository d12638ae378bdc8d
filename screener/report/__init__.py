"""What is written for people from what is kept."""
