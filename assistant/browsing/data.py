"""What a database says of itself: which data it is, and of which date."""

from __future__ import annotations

from assistant.browsing.model import Data
from assistant.store.database import Database

_CALLED: dict[str, tuple[str, str]] = {
    "shiryo5": ("医療R&D補正予算", "Medical R&D supplementary budget"),
    "judgit": ("行政事業レビュー", "Administrative project review"),
}
"""What people call a source, by its id; another is called by its own title."""


def data(database: Database) -> Data:
    """Return what a database is. Raises StoreError where it cannot be read."""
    source = database.source
    ja, en = _CALLED.get(source["id"], (source["title"], source["title_en"]))
    return Data(
        {"ja": ja, "en": en if en not in ("", "None") else ja},
        database.programmes,
        source["date"],
        database.large,
        database.fiscal_year,
    )
