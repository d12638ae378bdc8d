"""What starts the service elsewhere: files of container, compose and systemd say what there is."""

import json
import re
import shlex
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
import typer.main
import yaml
from packaging.requirements import Requirement
from typer.core import TyperGroup

from screener.cli.main import app
from tests.contract.source_files import ROOT

DEPLOY = ROOT / "deploy"
UNITS = tuple(sorted(DEPLOY.glob("*.service")))
assert UNITS, "no unit was found"
CONTAINERFILE = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
INSTRUCTIONS = re.compile(r"^([A-Z]+) (.+)$", re.MULTILINE)
STEPS = INSTRUCTIONS.findall(CONTAINERFILE)
KNOWN = {
    "FROM", "WORKDIR", "COPY", "RUN", "USER", "ENV", "VOLUME", "EXPOSE", "HEALTHCHECK",
    "ENTRYPOINT", "CMD",
}  # fmt: skip


def parses(words: list[str]) -> bool:
    """Say whether the command of the screener takes these words; nothing is run."""
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    name, *rest = words
    command = group.commands[name]
    with command.make_context(name, list(rest)):
        return True


def started() -> list[list[str]]:
    """Return the words after ``screener`` in every file that starts it."""
    (default,) = (json.loads(text) for word, text in STEPS if word == "CMD")
    commands = [default]
    commands += [one["command"] for one in COMPOSE["services"].values() if "command" in one]
    for unit in UNITS:
        (line,) = re.findall(
            r"^ExecStart=\S+/screener (.+)$", unit.read_text("utf-8"), re.MULTILINE
        )
        commands.append(shlex.split(line))
    return commands


@pytest.mark.parametrize("words", started(), ids=" ".join)
def test_what_is_started_is_a_command_with_its_options(words: list[str]) -> None:
    assert parses(words)


def test_every_line_of_the_containerfile_is_an_instruction_or_a_remark() -> None:
    lines = [line for line in CONTAINERFILE.splitlines() if line and not line.startswith("#")]

    assert len(lines) == len(STEPS)
    assert {word for word, _ in STEPS} <= KNOWN
    assert STEPS[0][0] == "FROM"


def test_what_is_copied_into_the_image_is_there() -> None:
    copied = [name for word, text in STEPS if word == "COPY" for name in text.split()[:-1]]

    assert [name for name in copied if not (ROOT / name).exists()] == []
    assert {"screener", "api", "rules", "watchlists", "seeds"} <= set(copied)


def test_the_image_installs_nothing_but_by_its_hash() -> None:
    installs = [text.split() for word, text in STEPS if word == "RUN" and text.startswith("pip")]

    locked = [words for words in installs if "--require-hashes" in words]
    assert [words[-1] for words in locked] == ["requirements-service.lock"]
    ours = [words for words in installs if words not in locked]
    assert [words[-1] for words in ours] == ["."]
    assert {"--no-deps", "--no-index", "--no-build-isolation"} <= set(ours[0])


def test_the_lock_of_the_image_holds_what_a_service_needs() -> None:
    pins = (ROOT / "requirements-service.lock").read_text(encoding="utf-8")
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [
        Requirement(text).name
        for extra in ("batch", "build", "otel", "postgres")
        for text in extras["optional-dependencies"][extra]
    ]

    assert [name for name in wanted if f"\n{name.lower()}==" not in pins] == []
    assert "\npsycopg-binary==" in pins


def test_the_image_runs_as_nobody_in_particular() -> None:
    assert [text for word, text in STEPS if word == "USER"] == ["screener"]


def test_compose_names_only_what_it_declares() -> None:
    services = COMPOSE["services"]

    for service in services.values():
        assert set(service.get("depends_on", {})) <= set(services)
        for volume in service.get("volumes", []):
            assert volume.split(":")[0] in COMPOSE["volumes"]
        if "build" in service:
            build = service["build"]
            assert (DEPLOY / build["context"] / build["dockerfile"]).is_file()


def test_compose_opens_the_service_to_its_own_machine_alone() -> None:
    ports = [port for one in COMPOSE["services"].values() for port in one.get("ports", [])]

    assert [port for port in ports if not port.startswith("127.0.0.1:")] == []


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_takes_the_unit(unit: Path, tmp_path: Path) -> None:
    # The program lies elsewhere on this machine; that it is missing is all there may be to say.
    text = unit.read_text(encoding="utf-8").replace("/usr/local/bin/screener", "/bin/true")
    (tmp_path / unit.name).write_text(text, encoding="utf-8")

    told = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(tmp_path / unit.name)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert [line for line in told.stderr.splitlines() if unit.name in line] == []
