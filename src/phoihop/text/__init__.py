"""Text with places: sources, nodes, diagnostics, and the YAML and Markdown readers. Knows nothing of plans."""
