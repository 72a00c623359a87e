"""What changed between two states of the plans, by identity and not by line. Pure."""
