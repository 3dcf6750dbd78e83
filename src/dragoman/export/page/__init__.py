"""The page: one self-contained file that shows an article and, beside it, what was read from it.

It asks for nothing from outside, works without a server, and without scripts it is still all there to read.
"""

from dragoman.export.page.page import draw_page

__all__ = ["draw_page"]
