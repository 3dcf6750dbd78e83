"""Who is spoken of: names, titles, offices and what refers back to them."""
