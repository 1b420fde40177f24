"""What the README tells a newcomer to type works as it stands, in that order."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Roadmapper = Callable[..., Any]
README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)


def test_the_five_minutes_of_the_readme_work_to_the_letter(
    roadmapper: Roadmapper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")  # without LibreOffice, which would take most of the time
    lines = [line.strip() for block in BLOCKS for line in block.splitlines()]
    typed = [line for line in lines if line.startswith("roadmapper ")]

    for line in typed:
        command, _, target = line.partition(" > ")
        answer = roadmapper(*shlex.split(command)[1:])
        if target:
            Path(target).write_text(answer.out, encoding="utf-8")
        # The proposal of the README is not finished, and its check says so.
        assert answer.code == (1 if line.startswith("roadmapper check") else 0), answer.err

    assert len(typed) > 10
    assert Path("lowmarsh.docx").exists()
