"""`node --check` on each JavaScript module that we wrote, and a few rules of the house that need no parser.

python -m tests.lint_js
"""

import re
import shutil
import subprocess
import sys
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


def check_syntax(path: Path, node: str) -> str:
    done = subprocess.run([node, "--check", str(path)], capture_output=True, text=True, check=False)
    return done.stderr.strip()


def main() -> int:
    modules = find_modules()
    problems = [
        f"{path.relative_to(ROOT)}:{line}: {rule}" for path in modules for line, rule in find_problems(path.read_text())
    ]
    node = shutil.which("node")
    if node:
        problems += [error for path in modules if (error := check_syntax(path, node))]
    print("\n".join(problems or [f"{len(modules)} modules are in order"]))
    if not node:
        print("NOT CHECKED HERE: no node, so no syntax check (apt-get install nodejs)")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
