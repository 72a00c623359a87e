"""From nodes to the model: one declaration per field gives the reader, the JSON Schema and docs/format.md."""
