"""Which makers and bodies come first where a page cannot show all."""

from __future__ import annotations

from synopticon.model.records import Body
from synopticon.publish.view import View

#: Rows of a table on a page that also shows other things; its own page has all of them.
MOST_ROWS = 200


def bodies_naming(seen: View) -> dict[str, int]:
    """Return for each maker how many bodies of the case have a claim on it."""
    return {
        maker: len({claim.body for claim in claims if claim.body in seen.body_by_id})
        for maker, claims in seen.claims_by_maker.items()
    }


def makers_by_bodies(seen: View) -> list[str]:
    """Return the makers that any body names, the one that most bodies name first."""
    counts = bodies_naming(seen)
    return sorted((maker for maker in seen.makers if counts.get(maker)), key=lambda maker: -counts[maker])


def first_bodies(seen: View) -> set[str]:
    """Return the bodies that the overview shows: those that were asked and those with most claims."""
    ranked = sorted(
        seen.bodies,
        key=lambda body: (not seen.is_asked(body), -len(seen.claims_by_body.get(body.body, ())), body.body),
    )
    return {body.body for body in ranked[:MOST_ROWS]}


def shown_on_overview(seen: View) -> list[Body]:
    """Return those bodies in the order of their names."""
    first = first_bodies(seen)
    return [body for body in seen.bodies if body.body in first]
