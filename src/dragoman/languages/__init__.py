"""One folder per language, and what loads and checks it."""

from dragoman.languages.loader import Pack, available, load_pack

__all__ = ["Pack", "available", "load_pack"]
