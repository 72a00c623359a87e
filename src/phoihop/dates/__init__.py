"""Dates: the calendar, the phrase reader, the days on which things fall due. Knows nothing of plans."""
