"""What many documents tell together: sources, rounds, tracks. Pure functions over values; nothing is stored here."""
