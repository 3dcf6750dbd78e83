"""Who met whom, where, when and for how long."""
