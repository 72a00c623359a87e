"""What a template or a table shows: frozen records in which everything is already decided."""
