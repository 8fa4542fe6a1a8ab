"""Whether Node reads each JavaScript module that we wrote, and a few rules of the house that need no parser.

python -m tests.lint_js
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 300
FORBIDDEN = {
    r"\bunsafeHTML\b|\binnerHTML\b|\bouterHTML\b|insertAdjacentHTML|document\.write": "writes text as markup",
    r"\beval\(|new Function\(": "runs text as code",
    r"\bconsole\.log\(|\bdebugger\b": "was left from looking for something",
    r"\bvar\s": "uses var",
    r"[^=!]==[^=]|!=[^=]": "compares with == or !=",
}

READ_ALL = """
const { readFileSync } = require("node:fs");
const { SourceTextModule } = require("node:vm");
for (const path of process.argv.slice(1)) {
  try { new SourceTextModule(readFileSync(path, "utf8")); } catch { console.log(path); }
}
"""
"""Prints what cannot be read: one process for all, where `node --check` takes one each."""


def find_modules() -> list[Path]:
    places = (ROOT / "trainer_ui" / "static", ROOT / "tests" / "js")
    return sorted(path for place in places for path in place.rglob("*.js") if "vendor" not in path.parts)


def find_problems(source: str) -> list[tuple[int, str]]:
    """(line, rule) for each rule that `source` breaks, in comments and strings too: they can say it otherwise."""
    lines = source.splitlines()
    found = [
        (number, rule)
        for number, line in enumerate(lines, start=1)
        for pattern, rule in FORBIDDEN.items()
        if re.search(pattern, line)
    ]
    return found + ([(LONGEST, f"is longer than {LONGEST} lines")] if len(lines) > LONGEST else [])


def check_syntax(paths: Sequence[Path], node: str) -> list[str]:
    """What Node says of each that it cannot read."""
    command = [node, "--no-warnings", "--experimental-vm-modules", "-e", READ_ALL, *map(str, paths)]
    unreadable = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\n")[:-1]
    return [
        subprocess.run([node, "--check", path], capture_output=True, text=True, check=False).stderr.strip()
        or f"{path}: is no module"
        for path in unreadable
    ]


def main() -> int:
    modules = find_modules()
    problems = [
        f"{path.relative_to(ROOT)}:{line}: {rule}" for path in modules for line, rule in find_problems(path.read_text())
    ]
    node = shutil.which("node")
    if node:
        problems += check_syntax(modules, node)
    print("\n".join(problems or [f"{len(modules)} modules are in order"]))
    if not node:
        print("NOT CHECKED HERE: no node, so no syntax check (apt-get install nodejs)")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
