"""What can go wrong, case by case, as listed in the project's faults."""
