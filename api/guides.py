"""`/v1/guides` and `/v1/passages`: what a citation points to."""

from collections import Counter
from typing import Annotated

from fastapi import APIRouter, Path

from advisor.bootstrap import Shelf
from api.described import problems
from api.errors import OldPassageError, UnknownGuideError, UnknownPassageError
from api.services import Services
from api.wire import PRINTED, GuideContents, GuideModel, PassageModel, SectionModel
from index import Chunk

Slug = Annotated[str, Path(min_length=1, max_length=200, description="The slug of a guide.", examples=["techguide"])]
PassageId = Annotated[str, Path(min_length=1, max_length=64, pattern=PRINTED, description="From a citation.")]


def guide_routes(services: Services) -> APIRouter:
    """The routes, over these services."""
    router = APIRouter(tags=["guides"])

    @router.get("/v1/guides", operation_id="listGuides", responses=problems(429, 503))
    def guides() -> tuple[GuideModel, ...]:
        """List the guides that answers come from, with their dates."""
        return guides_of(services.shelf())

    @router.get("/v1/guides/{slug}", operation_id="readGuide", responses=problems(404, 422, 429, 503))
    def guide(slug: Slug) -> GuideContents:
        """Give a guide with its sections."""
        shelf = services.shelf()
        if slug not in shelf.guides:
            raise UnknownGuideError("the library has no such guide: see /v1/guides")
        sections: dict[str, list[str]] = {}
        for chunk in shelf.edition.chunks.values():
            if chunk.guide == slug:
                sections.setdefault(_section(chunk), []).append(chunk.id)
        listed = [SectionModel(section=name, passages=tuple(ids)) for name, ids in sections.items()]
        count = sum(len(ids) for ids in sections.values())
        return GuideContents.model_validate(_of_guide(shelf, slug) | {"passages": count, "sections": listed})

    @router.get("/v1/passages/{passage_id}", operation_id="readPassage", responses=problems(404, 410, 422, 429, 503))
    def passage(passage_id: PassageId) -> PassageModel:
        """Give a passage word for word."""
        shelf = services.shelf()
        chunk = shelf.edition.chunks.get(passage_id)
        if chunk is None:
            stood = services.records.stood(passage_id)
            if stood is None:
                raise UnknownPassageError("no index had such a passage")
            raise OldPassageError(
                f"the guides have changed since: look under {stood.section} in {stood.guide}",
                extra={"guide": stood.guide, "section": stood.section},
            )
        of_guide = _of_guide(shelf, chunk.guide)
        return PassageModel.model_validate(
            of_guide | {"passage_id": chunk.id, "guide": chunk.guide, "section": _section(chunk), "text": chunk.text}
        )

    return router


def guides_of(shelf: Shelf) -> tuple[GuideModel, ...]:
    """The guides of a shelf."""
    counts = Counter(chunk.guide for chunk in shelf.edition.chunks.values())
    return tuple(
        GuideModel.model_validate(_of_guide(shelf, slug) | {"passages": counts[slug]}) for slug in shelf.guides
    )


def _section(chunk: Chunk) -> str:
    """The headings as a citation has them: without the title of the guide."""
    return " > ".join(chunk.path[1:] or chunk.path)


def _of_guide(shelf: Shelf, slug: str) -> dict[str, object]:
    card = shelf.guides[slug]
    return {
        "slug": slug,
        "title": card.title,
        "publisher": card.publisher,
        "author": card.author,
        "published": card.published.isoformat() if card.published else None,
        "updated": card.updated.isoformat() if card.updated else None,
        "url": card.url,
    }
