"""Sheets that offices send back: a stranger's file is opened, and every row judged before it is recorded."""
