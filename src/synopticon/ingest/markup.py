"""Opens HTML and XML so that nothing outside them is read and nothing inside them blows up."""

from __future__ import annotations

from typing import Any

from synopticon.errors import SourceError


def parse_xml(data: bytes, what: str) -> Any:  # noqa: ANN401  # lxml elements have partial types
    """Return the root element of an XML part; no network, no entities, no huge trees.

    Raises:
        SourceError: it is not well-formed; `what` names the part.
    """
    from lxml import etree  # noqa: PLC0415

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise SourceError("broken XML", f"{what}: {error}") from error


def parse_html(text: str) -> Any:  # noqa: ANN401
    """Return the root element of an HTML text.

    Raises:
        SourceError: nothing in it is markup or text.
    """
    from lxml import etree, html  # noqa: PLC0415

    parser = html.HTMLParser(no_network=True, huge_tree=False, encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise SourceError("broken HTML", str(error)) from error
    return root
