"""A text laid out: words with their places, quotations, sentences, and what on the page is not the report."""
