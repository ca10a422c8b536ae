"""E-mail: the message itself, and apart from it what came with it."""

from ingest.readers.mail.parts import Attachment, attachments
from ingest.readers.mail.reader import read

__all__ = ["Attachment", "attachments", "read"]
