"""The rules of design.md §3 and §7, read out of the source: who may import whom, and what a core may touch.

`find_offences(root)` names each file, line and rule. Kept apart from its tests, which feed it bad trees.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard

APPS = ("people", "scenarios", "simulator", "scoring", "trainer_ui", "config")
CORE, MODELS, SERVICES, EDGE = range(4)
LAYERS = {
    "core": CORE,
    "models": MODELS, "migrations": MODELS,
    "services": SERVICES, "queries": SERVICES, "sentences": SERVICES,
}  # fmt: skip
"""`sentences` are data in words: the edges of every app may say what the score calls its rules."""
VIEWS = {"views", "consumers"}
"""Edges that nothing imports but config, tests and the addresses of their own app."""
ADDRESSES = {"urls", "routing"}
FOREIGN_TO_CORES = {
    "django", "channels", "asgiref", "asyncio", "threading", "multiprocessing", "concurrent", "subprocess", "os", "io",
    "pathlib", "shutil", "tempfile", "socket", "ssl", "http", "urllib.request", "time", "random", "secrets", "uuid",
    "sqlite3", "psycopg", "redis", "logging", "environ", "structlog", "faker", "importlib",
}  # fmt: skip
DATA_OF_CORES = {"scoring.core.lexicon.files": {"importlib.resources"}}
"""The one module of a core that reads files, once, when it is imported: the lexicons, text that coaches read."""
FOREIGN_CALLS = {"open", "hash", "input", "print", "eval", "exec", "__import__"}
CLOCKS = {"now", "utcnow", "today"}


@dataclass(frozen=True, slots=True)
class Module:
    name: str
    path: Path
    tree: ast.Module

    @property
    def app(self) -> str:
        return self.name.partition(".")[0]

    @property
    def layer(self) -> int:
        return layer_of(self.name)

    @property
    def is_core(self) -> bool:
        return self.name.split(".")[1:2] == ["core"]


@dataclass(frozen=True, slots=True, order=True)
class Offence:
    file: str
    line: int
    rule: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.rule}"


def layer_of(name: str) -> int:
    """The layer of a dotted module name: the second word says it; whatever has no other word for it is an edge."""
    parts = name.split(".")
    return LAYERS.get(parts[1], EDGE) if len(parts) > 1 else CORE


def read_modules(root: Path) -> list[Module]:
    paths = sorted(path for app in APPS for path in (root / app).rglob("*.py"))
    names = [".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__") for path in paths]
    return [Module(name, path, ast.parse(path.read_bytes())) for name, path in zip(names, paths, strict=True)]


def find_offences(root: Path) -> list[Offence]:
    modules = read_modules(root)
    known = {module.name for module in modules}
    return sorted(
        {
            Offence(str(module.path.relative_to(root)), node.lineno, rule)
            for module in modules
            for node, rule in find_in(module, known)
        }
    )


def find_in(module: Module, known: set[str]) -> Iterator[tuple[ast.stmt | ast.expr, str]]:
    for node in ast.walk(module.tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            yield from ((inner, "import inside a function") for inner in ast.walk(node) if is_import(inner))
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            if isinstance(node, ast.ImportFrom) and node.level:
                yield node, "relative import"
            for target in targets_of(node, known):
                yield from ((node, rule) for rule in judge_import(module, target))
        if module.is_core:
            yield from judge_core(node)


def is_import(node: ast.AST) -> TypeGuard[ast.Import | ast.ImportFrom]:
    return isinstance(node, (ast.Import, ast.ImportFrom))


def targets_of(node: ast.Import | ast.ImportFrom, known: set[str]) -> list[str]:
    """What is imported, as deep as modules go: `from a import b` is a.b where that is a module, else a."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    base = node.module or ""
    return [f"{base}.{alias.name}" if f"{base}.{alias.name}" in known else base for alias in node.names]


def judge_import(module: Module, target: str) -> Iterator[str]:
    is_allowed = target in DATA_OF_CORES.get(module.name, ())
    if module.is_core and not is_allowed and any(f"{target}.".startswith(f"{name}.") for name in FOREIGN_TO_CORES):
        yield f"a core imports {target}"
    app, _, rest = target.partition(".")
    if app not in APPS:
        return
    if layer_of(target) > module.layer:
        yield f"imports {target}, a higher layer"
    elif layer_of(target) == module.layer and APPS.index(app) > APPS.index(module.app):
        yield f"imports {target}, its own layer of a higher app"
    if (
        rest.partition(".")[0] in VIEWS
        and module.app != "config"
        and module.name not in {f"{app}.{name}" for name in ADDRESSES}
    ):
        yield f"imports {target}, a view"


def judge_core(node: ast.AST) -> Iterator[tuple[ast.expr, str]]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FOREIGN_CALLS:
        yield node, f"a core calls {node.func.id}()"
    if isinstance(node, ast.Attribute) and node.attr in CLOCKS and "date" in ast.unparse(node.value):
        yield node, f"a core asks for the time: {ast.unparse(node)}"
