"""What is on the disk, who can read it, and that all of it can go."""
