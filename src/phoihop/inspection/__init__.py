"""A Word document measured against the rules of form. Pure: bytes in, findings out; no clock, no file, no process."""
