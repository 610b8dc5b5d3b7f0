"""From the bytes of a CSV file to its records: the encoding, and one record after another with the line it begins on."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from assistant.errors import DataError

SEPARATORS = {",": ("コンマ", "commas"), "\t": ("タブ", "tabs"), ";": ("セミコロン", "semicolons")}
"""What may stand between cells, with its name in both languages; the first goes before the others."""

_LOST = "\N{REPLACEMENT CHARACTER}"


class Decoded(NamedTuple):
    """The text of a file as its lines (with their ends), the name of the encoding that was taken, and its bytes."""

    lines: list[str]
    encoding: str
    size: int


class Record(NamedTuple):
    """One record: the line it begins on (1 is the first), and its cells; none where its quotation marks do not close."""

    line: int
    cells: list[str] | None


def decode(file: Path) -> Decoded:
    """Return the text of a file that Excel or another program wrote.

    UTF-8 with or without its mark, cp932 (Shift_JIS) or UTF-16 with its mark. Single damaged characters are kept as U+FFFD,
    so that their rows can be told. Raises DataError where the file cannot be read, is empty or is no text.
    """
    try:
        data = file.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise DataError(f"{file} を読めません：{reason}", f"Cannot read {file}: {reason}") from error
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise DataError(
            f"{file} は Excel のブックです。"
            "Excel の「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」を選んで保存してください。",
            f"{file} is an Excel workbook. Save it from Excel as “CSV UTF-8 (Comma delimited)” first.",
        )
    text, encoding = _text(data)
    if not text.strip():
        raise DataError(
            f"{file} は空です。見出しの行とデータの行が必要です。", f"{file} is empty: it needs a heading line and rows."
        )
    if "\0" in text:
        raise DataError(
            f"{file} は文字のファイルではありません。UTF-8 か Shift_JIS（cp932）の CSV を指定してください。",
            f"{file} is not a text file. Give a CSV in UTF-8 or Shift_JIS (cp932).",
        )
    return Decoded(
        list(io.StringIO(text, newline="")), encoding, len(data)
    )  # splitlines() would part at U+2028 and form feeds too


def records(lines: Sequence[str], separator: str, start: int = 0, width: int | None = None) -> Iterator[Record]:
    """Yield the records from line `start` on (0 is the first line).

    A quotation mark that is not closed spoils its own line alone: reading goes on with the next. With `width` the same holds
    for a record that runs over several lines and has another number of cells, for it has most likely swallowed others.
    """
    at = start
    while at < len(lines):
        base = at
        reader = csv.reader((lines[line] for line in range(base, len(lines))), delimiter=separator, strict=True)
        try:
            for cells in reader:
                after = base + reader.line_num
                if width is not None and after - at > 1 and len(cells) != width:
                    yield Record(at + 1, None)
                    at += 1
                    break
                yield Record(at + 1, cells)
                at = after
            else:
                return
        except csv.Error:
            yield Record(at + 1, None)
            at += 1


def _text(data: bytes) -> tuple[str, str]:
    if data.startswith(b"\xef\xbb\xbf"):
        return data.decode("utf-8-sig", errors="replace"), "UTF-8 (BOM)"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), "UTF-16"
    utf8 = data.decode("utf-8", errors="replace")
    lost = utf8.count(_LOST)
    if not lost:
        return utf8, "UTF-8"
    # What is cp932 in truth makes nearly nothing but damage as UTF-8; a few damaged bytes make little.
    foreign = sum(not char.isascii() for char in utf8)
    if lost * 10 <= foreign:
        return utf8, "UTF-8"
    return data.decode("cp932", errors="replace"), "Shift_JIS (cp932)"
