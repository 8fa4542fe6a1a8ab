"""Mutants: what a slip of the pen would make of a function, one small change each, as many as its source allows.

Mutated is what runs when the function is called: its body, with the lambdas and comprehensions in it. Left alone are
annotations, docstrings, defaults and decorators, and what a module says once when it is imported: its tables, which
tests/scoring/test_docs.py holds against docs/scoring.md, and the private functions that only write them.
"""

import ast
from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import CodeType

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef
SWAPPED_OPERATORS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
SWAPPED_NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}


@dataclass(frozen=True, slots=True)
class Mutant:
    """`function` is its qualified name in `path`; `number` counts the mutants of the file, from 0."""

    path: Path
    function: str
    number: int
    line: int
    before: str
    after: str

    @property
    def name(self) -> str:
        """What it is called in reports and drawn by: the same for the same source."""
        return f"{self.path.as_posix()}:{self.line} {self.function} #{self.number}"


@dataclass(slots=True)
class _Site:
    """One change in a tree: `new` in the place of `old`, below `parent`."""

    function: str
    parent: ast.AST
    field: str
    index: int | None
    old: ast.AST
    new: ast.AST

    def put(self, node: ast.AST) -> None:
        if self.index is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.index] = node


def list_mutants(path: Path) -> list[Mutant]:
    """All mutants of a source file, in the order of the text."""
    found = []
    for number, site in enumerate(_list_sites(ast.parse(_read(path)))):
        shown = site.parent if isinstance(site.old, ast.operator | ast.cmpop | ast.boolop) else site.old
        before = ast.unparse(shown)
        site.put(site.new)
        after = ast.unparse(shown if shown is site.parent else site.new)
        site.put(site.old)
        line = getattr(site.old, "lineno", getattr(site.parent, "lineno", 0))
        found.append(Mutant(path, site.function, number, line, before, after))
    return found


def compile_mutant(mutant: Mutant) -> CodeType:
    """The code of the function that `mutant` changes, changed."""
    tree = ast.parse(_read(mutant.path))
    site = _list_sites(tree)[mutant.number]
    site.put(site.new)
    code = compile(ast.fix_missing_locations(tree), str(mutant.path.resolve()), "exec")
    for name in mutant.function.split("."):
        code = next(each for each in code.co_consts if isinstance(each, CodeType) and each.co_name == name)
    return code


@cache
def _read(path: Path) -> str:
    """Once: somebody may go on writing while the mutants are tried."""
    return path.read_text(encoding="utf-8")


def _list_sites(tree: ast.Module) -> list[_Site]:
    past = _list_past(tree)
    return [site for name, node in _list_functions(tree, "") if name not in past for site in _change(name, node)]


def _list_past(tree: ast.Module) -> set[str]:
    """The private functions that only the module itself calls, while it is imported: too late to change them."""
    bodies = [node for node in tree.body if isinstance(node, FunctionNode | ast.ClassDef)]
    in_bodies = _list_names(bodies)
    in_tables = _list_names(node for node in tree.body if node not in bodies)
    return {name for name in in_tables - in_bodies if name.startswith("_")}


def _list_names(nodes: Iterable[ast.AST]) -> set[str]:
    return {each.id for node in nodes for each in ast.walk(node) if isinstance(each, ast.Name)}


def _list_functions(scope: ast.Module | ast.ClassDef, prefix: str) -> Iterator[tuple[str, FunctionNode]]:
    for node in scope.body:
        if isinstance(node, FunctionNode):
            yield prefix + node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from _list_functions(node, f"{prefix}{node.name}.")


def _change(function: str, node: FunctionNode) -> Iterator[_Site]:
    has_docstring = ast.get_docstring(node) is not None
    for index, statement in enumerate(node.body):
        if index or not has_docstring:
            yield from _change_at(function, node, "body", index, statement)


def _change_at(function: str, parent: ast.AST, field: str, index: int | None, node: ast.AST) -> Iterator[_Site]:
    for new in _alternatives(node):
        yield _Site(function, parent, field, index, node, new)
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "decorator_list", "defaults"} or isinstance(node, ast.JoinedStr):
            continue
        for nth, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if isinstance(child, ast.AST):
                yield from _change_at(function, node, name, nth, child)


def _alternatives(node: ast.AST) -> Iterator[ast.AST]:
    """What could stand in the place of `node`."""
    if type(node) in SWAPPED_OPERATORS:
        yield SWAPPED_OPERATORS[type(node)]()
    elif isinstance(node, ast.Constant):
        yield from _other_constants(node)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub):
        yield node.operand
    elif isinstance(node, ast.Name) and node.id in SWAPPED_NAMES and isinstance(node.ctx, ast.Load):
        yield ast.copy_location(ast.Name(SWAPPED_NAMES[node.id], node.ctx), node)
    elif isinstance(node, ast.If | ast.IfExp):
        yield from (_with(node, test=ast.Constant(value)) for value in (True, False))
    elif isinstance(node, ast.comprehension) and node.ifs:
        yield from (_with(node, ifs=[*node.ifs[:nth], *node.ifs[nth + 1 :]]) for nth in range(len(node.ifs)))
    elif isinstance(node, ast.Continue):
        yield ast.copy_location(ast.Break(), node)
    elif isinstance(node, ast.AugAssign) or isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        yield ast.copy_location(ast.Pass(), node)


def _other_constants(node: ast.Constant) -> Iterator[ast.AST]:
    if isinstance(node.value, bool):
        yield _with(node, value=not node.value)
    elif isinstance(node.value, int):
        yield _with(node, value=node.value + 1)
    elif isinstance(node.value, str):
        yield _with(node, value=f"XX{node.value}XX")


def _with(node: ast.AST, **fields: object) -> ast.AST:
    changed = copy(node)
    for name, value in fields.items():
        setattr(changed, name, value)
    return changed
