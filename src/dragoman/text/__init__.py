"""Characters, spans, direction and folding: nothing here knows what news is."""
