"""What an explorer's page needs to know, read from the store (and the archive's texts)."""
