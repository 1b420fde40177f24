"""The functions that Qt for Python asks for at its start; see `ui/late_signatures.py`."""

from shibokensupport.signature import mapping
from ui.late_signatures import (
    create_signature,
    feature_import,
    feature_imported,
    finish_import,
    make_helptext,
    post_init,
    pyside_type_init,
    seterror_argument,
)

__all__ = [
    "create_signature",
    "feature_import",
    "feature_imported",
    "finish_import",
    "make_helptext",
    "mapping",
    "post_init",
    "pyside_type_init",
    "seterror_argument",
]
