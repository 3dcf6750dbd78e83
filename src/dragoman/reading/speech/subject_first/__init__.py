"""Reports of speech in languages whose subject stands before the verb, or freely after it."""
