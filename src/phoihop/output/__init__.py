"""How results leave: terminal, plain and machine forms. Nothing is decided here."""
