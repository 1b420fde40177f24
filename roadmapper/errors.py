"""Every error a person can meet.

RoadmapperError
├── TemplateError        a template cannot be used; says the file, the key and what to write
├── AddressError         an address does not name a question of this template
├── ValueRefusedError    a value cannot be kept under its question
├── FileError            a proposal file cannot be opened or written
│   ├── NotAProposalError    it is another kind of file, empty or damaged
│   ├── NewerFormatError     it was written by a newer Roadmapper
│   ├── LockedError          somebody else has it open
│   ├── ReadOnlyError        it may be read but not changed
│   ├── ChangedOutsideError  it was moved, deleted, replaced or changed while it was open
│   └── BackupError          no backup of it could be kept
├── CardError            a model card cannot be read or written
├── QuestionsError       a list of a system's own questions cannot be read
├── ContractError        a contract or its results cannot be settled; says the place
├── ExportError          a document could not be made or put in place
└── BlockedError         findings stand in the way of an export
"""


class RoadmapperError(Exception):
    """Something a person can act upon: one sentence on what happened, one on what to do."""


class TemplateError(RoadmapperError):
    """A template cannot be used; the message names the file, the key and what to write."""


class AddressError(RoadmapperError):
    """An address does not name a question of this template."""


class ValueRefusedError(RoadmapperError):
    """A value cannot be kept under its question."""


class FileError(RoadmapperError):
    """A file cannot be opened, read or written."""


class NotAProposalError(FileError):
    """The file is empty, damaged or of another kind."""


class NewerFormatError(FileError):
    """The file was written by a newer Roadmapper."""


class LockedError(FileError):
    """Somebody else has the file open."""


class ReadOnlyError(FileError):
    """The file may be read but not changed."""


class ChangedOutsideError(FileError):
    """The file was moved, deleted, replaced or changed while it was open."""


class BackupError(FileError):
    """No backup of the file could be kept; the file itself is well."""


class CardError(RoadmapperError):
    """A model card cannot be read or written; nothing was changed."""


class QuestionsError(RoadmapperError):
    """A list of a system's own questions cannot be read; nothing was changed."""


class ContractError(RoadmapperError):
    """A contract or its results cannot be settled; the message names the place."""


class ExportError(RoadmapperError):
    """A document could not be made or put in place; `details` are for a report."""

    def __init__(self, sentence: str, details: str = "") -> None:
        super().__init__(sentence)
        self.details = details


class BlockedError(RoadmapperError):
    """Findings stand in the way of an export."""
