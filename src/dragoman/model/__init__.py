"""What a record can hold, as unchangeable values."""
