"""Where the files are that these tests read."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "data" / "shiryo5.toml"
DATABASE = ROOT / "data" / "budget.db"
SOURCE_TEXT = ROOT.parent / "shared" / "source" / "shiryo5-2022-11-15.txt"
SMALL = Path(__file__).parent / "small.toml"
BAD = Path(__file__).parent / "bad"
