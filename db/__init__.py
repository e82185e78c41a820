"""What is stored: records, the encrypted database and every query on it."""
