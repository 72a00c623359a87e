"""Papers: the documents that are made about a plan (invitation, reminder, report ...), one file each."""
