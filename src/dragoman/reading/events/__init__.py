"""What was done to whom, and whether it was done (PLOVER and CAMEO)."""
