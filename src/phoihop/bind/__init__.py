"""From nodes to the model: one declaration per field, from which come the reader, the JSON Schema and docs/format.md."""
