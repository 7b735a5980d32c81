"""The way an article takes: bytes, document, claims, judgements, findings, diagnostics."""
