# SPDX-License-Identifier: MIT
"""What the package says of itself: docstrings, and a _core.pyi that has all of the extension and nothing else."""

from __future__ import annotations

import ast
import functools
import inspect
import types
from pathlib import Path

import pytest

import traceleft
from traceleft import _core

# What every extension class has without anybody's asking.
IMPLICIT = {"__init__", "__new__", "__doc__", "__module__", "__entries", "__static_attributes__", "__firstlineno__"}
IMPLICIT |= {"__orig_class__", "__weakref__", "__dict__", "_pybind11_conduit_v1_"}


@functools.cache
def stub() -> ast.Module:
    return ast.parse((Path(traceleft.__file__).parent / "_core.pyi").read_text(encoding="utf-8"))


def stub_classes() -> dict[str, ast.ClassDef]:
    return {node.name: node for node in stub().body if isinstance(node, ast.ClassDef)}


def stub_rows() -> dict[str, ast.ClassDef]:
    """The NamedTuples among them."""
    classes = stub_classes().items()
    return {name: node for name, node in classes if "NamedTuple" in map(ast.unparse, node.bases)}


def extension_classes() -> dict[str, type]:
    """But for those that only the extension knows: their names begin with an underscore."""
    return {name: value for name, value in vars(_core).items() if isinstance(value, type) and not name.startswith("_")}


def is_property(node: ast.FunctionDef) -> bool:
    return any(isinstance(each, ast.Name) and each.id == "property" for each in node.decorator_list)


def parameters(node: ast.FunctionDef) -> tuple[list[str], list[str]]:
    """Names of those that may be given by position, and of those that may not."""
    names = [arg.arg for arg in node.args.posonlyargs + node.args.args]
    return [name for name in names if name != "self"], [arg.arg for arg in node.args.kwonlyargs]


def bound_parameters(function: object) -> tuple[list[str], list[str]]:
    """The same out of the first line of what pybind11 writes into a docstring."""
    signature = (inspect.getdoc(function) or "").splitlines()[0]
    node = ast.parse(f"def {signature}: ...").body[0]
    assert isinstance(node, ast.FunctionDef)
    return parameters(node)


@pytest.mark.parametrize("name", [name for name in traceleft.__all__ if not name.startswith("__")])
def test_every_public_name_has_a_docstring(name: str):
    """At run time: help() and Jupyter's `?` read no .pyi."""
    assert (getattr(traceleft, name).__doc__ or "").strip()


def test_all_is_what_there_is():
    assert list(traceleft.__all__) == sorted(traceleft.__all__)
    for name in traceleft.__all__:
        getattr(traceleft, name)
    with pytest.raises(AttributeError, match="nosuch"):
        traceleft.nosuch  # noqa: B018


@pytest.mark.parametrize("name", ["Tracer", "Command"])
def test_every_public_method_has_a_docstring(name: str):
    methods = {
        member: value
        for each in getattr(traceleft, name).__mro__
        for member, value in vars(each).items()
        if not member.startswith("_") and isinstance(value, (types.FunctionType, property))
    }
    assert methods and not [member for member, value in methods.items() if not (value.__doc__ or "").strip()]


def test_the_stub_has_the_extensions_classes_and_functions():
    functions = {node.name for node in stub().body if isinstance(node, ast.FunctionDef)}
    assert set(stub_classes()) == set(extension_classes())
    assert functions == {name for name in vars(_core) if callable(vars(_core)[name]) and name[0] != "_"} - set(
        extension_classes()
    )


@pytest.mark.parametrize("name", sorted(stub_rows()))
def test_a_row_has_the_fields_that_the_stub_gives_it(name: str):
    fields = [ast.unparse(node.target) for node in stub_rows()[name].body if isinstance(node, ast.AnnAssign)]
    members = vars(getattr(_core, name)).items()
    assert fields == [member for member, value in members if isinstance(value, types.MemberDescriptorType)]
    assert getattr(_core, name)(range(len(fields)))[-1] == len(fields) - 1


@pytest.mark.parametrize("name", sorted(stub_classes().keys() - stub_rows()))
def test_the_stub_has_each_classs_methods_and_properties(name: str):
    body = stub_classes()[name].body
    declared = {node.name: is_property(node) for node in body if isinstance(node, ast.FunctionDef)}
    there = {
        member: isinstance(value, property)
        for member, value in vars(extension_classes()[name]).items()
        if member not in IMPLICIT
    }
    declared.pop("__init__", None)
    assert there == declared


@pytest.mark.parametrize("name", sorted(stub_classes()))
def test_parameters_have_the_names_that_the_stub_gives_them(name: str):
    for node in stub_classes()[name].body:
        if not isinstance(node, ast.FunctionDef) or is_property(node) or node.name == "__iter__":
            continue
        function = getattr(extension_classes()[name], node.name)
        if node.name.startswith("__") and node.name != "__init__":
            continue  # called through operators
        assert bound_parameters(function) == parameters(node), node.name


@pytest.mark.parametrize("name", sorted(stub_classes()))
def test_the_stub_documents_each_class(name: str):
    assert ast.get_docstring(stub_classes()[name])
