"""What stands where on which issue."""
