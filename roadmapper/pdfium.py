"""PDFium may be used by one thread at a time, whatever document it is about."""

from threading import Lock

PDFIUM = Lock()
"""Held around every use of pypdfium2."""
