"""The merged record of a ledger, shown: as a table, as JSON, or as a page."""

from dragoman.export.merged.page import draw_merged_page
from dragoman.export.merged.plain import to_merged_json
from dragoman.export.merged.steps import draw_history
from dragoman.export.merged.table import draw_merged_table

__all__ = ["draw_history", "draw_merged_page", "draw_merged_table", "to_merged_json"]
