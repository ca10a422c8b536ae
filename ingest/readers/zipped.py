"""ZIP containers, opened within limits: a bomb is named before anything of it is unpacked.

A Word document is such a container too. What members are for is left to those who open it.
"""

import struct
import zlib
from dataclasses import dataclass
from io import BytesIO
from lzma import LZMAError
from zipfile import BadZipFile, ZipFile, ZipInfo

from ingest.readers.readtext import Unreadable

SIZE_LIMIT = 1_000_000_000  # bytes, unpacked, of a container and all containers in it
MEMBERS_LIMIT = 10_000
RATIO_LIMIT = 200  # times the packed size: text packs to a fifth, the markup of Word to a fiftieth
_RATIO_FROM = 10_000_000  # bytes, unpacked: less than that is no bomb, however it was packed
_ENTRY = b"PK\x01\x02"  # begins each entry of the list of members (APPNOTE 4.3.12)

# What zipfile raises for a damaged container or member, whatever it was opened with.
FAULTS = (
    BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, LZMAError,
    struct.error, zlib.error,
)  # fmt: skip


@dataclass(slots=True, kw_only=True)
class Budget:
    """What may still be unpacked of one named container, counted down over those inside it."""

    size: int = SIZE_LIMIT
    members: int = MEMBERS_LIMIT

    def spend(self, infos: list[ZipInfo], packed: int) -> None:
        """Take these members off; raise Unreadable where they are too many or too large.

        zipfile reads no member further than the size that it declares, so declared sizes bind.
        """
        size = sum(info.file_size for info in infos)
        if len(infos) > self.members:
            raise _too_many(len(infos))
        if size > self.size:
            raise _beyond(
                f"unpacked it has {size / 1e6:.0f} MB, more than is unpacked of one container "
                f"({SIZE_LIMIT // 1_000_000} MB)"
            )
        if size > _RATIO_FROM and size > RATIO_LIMIT * packed:
            raise _beyond(
                f"unpacked it has {size // max(packed, 1)} times its size, as no document has"
            )
        self.size -= size
        self.members -= len(infos)


def listed(data: bytes) -> ZipFile:
    """Return the container, its members listed and nothing of it unpacked; raise Unreadable."""
    # The list itself may be the bomb: each entry costs ten times its bytes in memory.
    count = data.count(_ENTRY)
    if count > MEMBERS_LIMIT:
        raise _too_many(count)
    try:
        return ZipFile(BytesIO(data))
    except FAULTS as fault:
        raise damaged() from fault


def opened(data: bytes, budget: Budget) -> ZipFile:
    """Return the container with its members taken off the budget; raise Unreadable."""
    container = listed(data)
    budget.spend(container.infolist(), len(data))
    return container


def damaged() -> Unreadable:
    """Return the failure of a container that is not whole."""
    return Unreadable(
        "this ZIP container is damaged and cannot be opened",
        remedy="Take the file from its source again",
    )


def _too_many(count: int) -> Unreadable:
    return _beyond(
        f"with {count} files it holds too many: the limit is {MEMBERS_LIMIT}, with those in "
        "containers inside it"
    )


def _beyond(happened: str) -> Unreadable:
    return Unreadable(
        happened, remedy="Unpack it yourself, look at what it is, and ingest the folder"
    )
