"""stub"""
from typing import Any
def open_letterhead(data: bytes) -> Any:
    raise NotImplementedError
