"""Printed documents: template, HTML subset, blocks, writers. Import the module you need; nothing loads here."""
