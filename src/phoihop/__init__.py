"""phoihop keeps coordination plans between offices: checked, dated, printed."""

__version__ = "0.1.0"
