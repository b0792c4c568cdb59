"""The container's files, which no test can run, name what there is: rooms, settings, a health check, no stranger's registry."""

import re
from pathlib import Path

import yaml

from index.settings import HOUSE_SETTINGS

ROOT = Path(__file__).parents[2]
RECIPE = (ROOT / "Containerfile").read_text("utf-8")
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
SERVED = {"api", "advisor", "index", "corpus"}


def test_the_image_holds_the_rooms_that_serve_and_runs_as_nobody_special() -> None:
    last = RECIPE.split("FROM ")[-1]
    copied = set(re.findall(r"^COPY (\w+) \w+$", last, re.M))
    assert copied == SERVED
    assert re.findall(r"^USER (\w+)$", last, re.M) == ["advisor"]
    assert last.index("USER advisor") < last.index("ENTRYPOINT")
    for source in re.findall(r"^COPY (?!--from)(.+) \S+$", RECIPE, re.M):
        assert all((ROOT / name).exists() for name in source.split())


def test_the_image_is_watched_where_it_says_that_it_is_ready() -> None:
    check = RECIPE.partition("HEALTHCHECK")[2].partition("\nSTOPSIGNAL")[0]
    assert "/health/ready" in check


def test_no_registry_is_named_and_the_wheels_of_pytorch_are_the_builders_choice() -> None:
    images = re.findall(r"^FROM (\S+)", RECIPE, re.M) + [
        one["image"] for one in COMPOSE["services"].values() if "image" in one
    ]
    assert images
    assert not [image for image in images if "/" in image]
    assert "://" not in re.sub(r"http://127\.0\.0\.1", "", RECIPE)
    assert 'ARG PYTORCH_CPU_INDEX=""' in RECIPE


def test_the_parts_are_real_ones_and_every_setting_is_known() -> None:
    services = COMPOSE["services"]
    assert set(services) == {"advisor", "postgres", "redis", "chroma"}
    assert services["chroma"]["profiles"] == ["chroma"]
    assert set(services["advisor"]["environment"]) <= set(HOUSE_SETTINGS)
    assert set(services["advisor"]["depends_on"]) == {"postgres", "redis"}
    assert all("healthcheck" in services[name] for name in ("postgres", "redis", "chroma"))
    mounted = {volume.split(":")[0] for one in services.values() for volume in one.get("volumes", [])}
    assert mounted == set(COMPOSE["volumes"])
