"""The contract of a cue file: how one language says that something is owned, removed, denied, asked or withheld.

A file under `cues/` defines ``CUES = Cues(...)``. Patterns are regular expressions over plain text (`plain`: lower
case, straight quotes, one character for one character), written without anchors; each is bounded by words where the
script has words. They must be safe against runaway matching: no repeated group inside a repetition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from synopticon.discover import discover
from synopticon.text.han import SIMPLIFIED


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of one language. An empty pattern never matches.

    Attributes:
        language: code of the language.
        modalities: (modality, pattern) pairs, strongest first: the first that matches a clause names its modality.
        deeds: (modality, pattern) pairs for the second reading of a report: the deed nearest to a number names it.
        negation: words that deny what follows or precedes in the same clause.
        not_negation: expressions that hold a negation word and deny nothing ("not only").
        nothing: an answer that consists of a denial alone ("None", "Nil").
        yes: an answer that begins with an affirmation.
        contrast: what introduces a number that is withdrawn ("not 309 as stated").
        exception: what takes names out of a denial ("no cameras other than").
        that: what opens the words that somebody says.
        reach: how far before a name a denial still governs it, in characters.
        verb_first: the verb of saying stands before the name.
        whole: what stands between a part and the whole it is of ("40 of our 212").
        part_word: words for a part that is not a number ("none", "most").
        hypothetical: words that make a clause a supposition, a condition or a report of a question.
        request: words that make a sentence a request for information.
        question: words that begin a question.
        answer: the word that stands before an answer ("Answer:").
        past: words that put a holding in the past ("before that").
        denial: verbs with which the accused deny.
        allegation: words of an unproven statement.
        unnamed: sources without a name.
        estimate: words of a guess at an amount.
        attribution_before: what precedes the name of the one who says so ("according to").
        attribution_verb: verbs of saying that follow the name.
        own: how a body names itself.
        other_party: other owners that a body may name ("the police").
        split: where a sentence falls into clauses.
        anaphora: words that stand for the equipment named in the sentence before.
        supplier: what precedes the name of a supplier.
        legal_form: what ends the name of a company.
        refused, not_held, not_responded, acknowledgement: the states of a reply.
        withheld_make: words for the make or maker in a refusal that gives numbers.
        boilerplate: standing sentences of letters that hold words of refusal and refuse nothing.
        detail: what is said not to be recorded when only a detail is missing (the price, the number).
        estimated_by: what precedes the one who made an estimate.
        how_many: words that ask for a number.
        correction: words of a reply that withdraws an earlier one.
        maintenance, service: work that is bought instead of equipment.
        budget, ceiling, award, call_off, invoice, spent, annual, vat: kinds of amounts.
        replaced_by: what separates the old from the new in a replacement ("replaced by", "with").
        unit_price, count_word: names of columns with the price of one thing, and with a bare number of things.
        measure: names of columns of numbers that measure, rank or name a thing and never count it.
        purchase: words for equipment being bought, stronger than those for services.
        utility: what is supplied to equipment or done around it and is never the equipment (current, cover, courses).
        vat_row: a description that says that the row is tax and nothing else.
        tender, notice_award, framework: kinds of notices and agreements.
        both, either: words for two makers named before ("both firms", "one or the other").
        company: words for the one maker named before ("the firm").
        made_by: what may stand between a number of things and their maker ("made by").
        place: what follows a number of things that stand somewhere ("12 in the car parks").
        tie: verbs, beside those of having, that tie a number of bodies to a make ("22 councils reported A").
        counting: words by which a bare number counts what a report is about ("a count found 118").
        counter: words that count equipment without naming it ("台"); of a subject they count bodies.
        numbering: what stands between things and their number ("numbering 56").
        further: tells that a number is of the same things as the one before ("a further 120").
        respectively: tells that numbers follow their names in the same order.
        withdrawn: words that repeat an earlier statement in order to correct it ("in our first reply we said").
        contrast_link: what turns against the words before ("but").
        corrected: what stands before the number that is right.
        declined: words of one who would not say.
        letter: words with which an answer to a request begins or speaks of it.
        new_before: what stands before the new in a replacement where the new is named first.
        holding: verbs of having, for a denial of all equipment.
        whole_is: words that make all the equipment one maker's ("our estate is entirely").
        bodies: nouns of bodies that have equipment ("councils"); empty where numbers are not read in their context.
        sites: nouns of what equipment stands in or on ("stations", "buses").
        uncounted: nouns that no claim counts ("interviews", "votes").
        generic: words that count equipment without telling which ("units", "devices").
        body_does: what a number of bodies does, right after the number ("intend to", "never replied").
        thing_does: what happens to a number of things, right after the number ("were delivered").
        found_in: what stands between a maker and a number of bodies that have its things ("is in").
        everyone: words that make all of what was counted one maker's ("every one of them").
        all_but: what stands before the number that is left out of a whole ("all but").
        given: what stands before things that were spoken of ("the missing", "a further").
        back: what tells after a number that it is of things spoken of ("of them").
        told_after: how a sentence begins that tells the maker of what the one before counted ("The devices were").
        changed_from: what stands before a number that is no longer so ("fell from"); `changed_to` what stands after it.
        neither: words for none of two makers named before.
        spec: what makes a number a property of a thing ("each with").
        not_amount: what tells that money was not for equipment.
        the_price: words for the price of what was spoken of ("the bill").
        offered: words by which an amount or a number is an offer only ("quotations").
        rejected: words for an offer that was turned down.
        whole_noun: words for equipment at large.
        the_number: what stands before the number of what was spoken of ("the true number is").
        other_makes: what stands before the number of things of no known make ("other 23").
        companies: nouns of companies that are put on lists.
        paid_words, budget_words, invoice_words, award_words, value_words: further words for kinds of amounts, in a
            report only.
        former, latter: words for the first and the second of two makers.
        takes: what stands between a maker and the number of its things ("accounts for").
        handles: verbs whose object is a number of things ("returned 120").
        versus: what stands before a number that another is held against ("up from").
        new_things: words for what comes in the place of the old.
        the_share: what stands before a share of what was spoken of.
        ratio_after: what makes a one a rate ("one for every 18").
        of_money: what makes a share one of money.
        segment: where a statement begins within a sentence, beside marks; empty in a language not read by statements.
        replied: words of an answer that was given.
        priced: words that tell that an amount is for equipment.
        tender_words: what the head of a call for tenders says.
        done: words that tell that something has happened, where verbs have no tense.
        largest: what makes a number a choice of the first ("the largest 20").
        not_share: words that tell that a share is a rate of something else ("tax", "growth").
        asked_of: what follows a number of bodies that were only asked.
        thing_nouns: nouns of equipment beyond the reference, counted where a text speaks of makers.
        have_both: words by which bodies have the things of two makers named before.
        have_them: words by which bodies have what was spoken of.
        told_which: what stands between things and their maker ("which are made by").
        unaware: words of bodies that could not say something.
        bought: verbs of buying, which in a report tell of a contract where nothing tells that the things are there.
        not_made_by: words that stand between a number and a maker without making its things theirs.
        tallies: verbs whose object is the number of all things there are ("stands at 540").
        number_verb: a statement on a number that only begins like a request for one ("the number of cameras fell").
        old_things: words for things that were there before those a text speaks of.
        none_of: words by which nothing of what was spoken of is so.
        do_so: what follows a number of bodies that do the same as those before ("now 52 do").
        award_doc, tender_doc: titles of notices of awards and of tenders.
        covers: how a sentence begins that tells what the amount before it was for.
    """

    language: str
    has_spaces: bool = True
    verb_first: bool = False
    reach: int = 110
    modalities: tuple[tuple[str, str], ...] = ()
    deeds: tuple[tuple[str, str], ...] = ()
    negation: str = ""
    not_negation: str = ""
    nothing: str = ""
    yes: str = ""
    contrast: str = ""
    exception: str = ""
    that: str = ""
    whole: str = ""
    part_word: str = ""
    hypothetical: str = ""
    request: str = ""
    question: str = ""
    answer: str = ""
    past: str = ""
    denial: str = ""
    allegation: str = ""
    unnamed: str = ""
    estimate: str = ""
    attribution_before: str = ""
    attribution_verb: str = ""
    own: str = ""
    other_party: str = ""
    split: str = ""
    anaphora: str = ""
    supplier: str = ""
    legal_form: str = ""
    refused: str = ""
    not_held: str = ""
    not_responded: str = ""
    acknowledgement: str = ""
    withheld_make: str = ""
    boilerplate: str = ""
    detail: str = ""
    estimated_by: str = ""
    how_many: str = ""
    correction: str = ""
    maintenance: str = ""
    service: str = ""
    budget: str = ""
    ceiling: str = ""
    award: str = ""
    call_off: str = ""
    invoice: str = ""
    spent: str = ""
    annual: str = ""
    vat: str = ""
    replaced_by: str = ""
    unit_price: str = ""
    count_word: str = ""
    measure: str = ""
    purchase: str = ""
    vat_row: str = ""
    utility: str = ""
    tender: str = ""
    framework: str = ""
    notice_award: str = ""
    both: str = ""
    either: str = ""
    company: str = ""
    made_by: str = ""
    place: str = ""
    respectively: str = ""
    counter: str = ""
    numbering: str = ""
    further: str = ""
    tie: str = ""
    counting: str = ""
    withdrawn: str = ""
    corrected: str = ""
    contrast_link: str = ""
    declined: str = ""
    letter: str = ""
    new_before: str = ""
    holding: str = ""
    whole_is: str = ""
    bodies: str = ""
    sites: str = ""
    uncounted: str = ""
    generic: str = ""
    body_does: str = ""
    thing_does: str = ""
    found_in: str = ""
    everyone: str = ""
    all_but: str = ""
    given: str = ""
    back: str = ""
    told_after: str = ""
    changed_from: str = ""
    changed_to: str = ""
    neither: str = ""
    spec: str = ""
    not_amount: str = ""
    the_price: str = ""
    offered: str = ""
    rejected: str = ""
    whole_noun: str = ""
    the_number: str = ""
    other_makes: str = ""
    companies: str = ""
    paid_words: str = ""
    budget_words: str = ""
    invoice_words: str = ""
    award_words: str = ""
    value_words: str = ""
    covers: str = ""
    do_so: str = ""
    award_doc: str = ""
    tender_doc: str = ""
    none_of: str = ""
    old_things: str = ""
    number_verb: str = ""
    tallies: str = ""
    not_made_by: str = ""
    unaware: str = ""
    have_them: str = ""
    told_which: str = ""
    have_both: str = ""
    asked_of: str = ""
    thing_nouns: str = ""
    segment: str = ""
    replied: str = ""
    priced: str = ""
    not_share: str = ""
    tender_words: str = ""
    done: str = ""
    largest: str = ""
    ratio_after: str = ""
    of_money: str = ""
    new_things: str = ""
    the_share: str = ""
    former: str = ""
    latter: str = ""
    takes: str = ""
    handles: str = ""
    versus: str = ""
    bought: str = ""


_STRAIGHT = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " ", "，": ",", "：": ":"}
    | {"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "（": "(", "）": ")", "；": ";", "？": "?", "؟": "?"}
)
_HAN = str.maketrans(SIMPLIFIED)
_EVEN = _STRAIGHT | _HAN
_MARKS = "[\u064b-\u0652\u0640]*"
_ARABIC = re.compile("[\u0621-\u064a]+")
_NEVER = re.compile(r"(?!)")


def plain(text: str) -> str:
    """Return the text for cues, character for character: lower case, straight quotes, simplified Chinese characters."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return lowered if lowered.isascii() else lowered.translate(_EVEN)


class Patterns(dict[str, re.Pattern[str]]):
    """The patterns of a record by field, each compiled when it is first asked for: most documents need one language."""

    def __init__(self, record: object, *, has_spaces: bool, unbounded: frozenset[str] = frozenset()) -> None:
        super().__init__()
        self._record, self._has_spaces, self._unbounded = record, has_spaces, unbounded

    def __missing__(self, name: str) -> re.Pattern[str]:
        has_spaces = self._has_spaces and name not in self._unbounded
        pattern = self[name] = compiled(getattr(self._record, name), has_spaces=has_spaces)
        return pattern


class Matcher:
    """The compiled cues of one language. `find` and `has` take plain text."""

    def __init__(self, cues: Cues) -> None:
        self.language = cues.language
        self.verb_first = cues.verb_first
        self.reach = cues.reach
        #: Whether numbers are read once more in their context, which needs the words for it.
        self.reads_numbers = bool(cues.bodies)
        self.reads_segments = bool(cues.segment)
        self._patterns = Patterns(cues, has_spaces=cues.has_spaces, unbounded=frozenset({"split"}))
        self._cues = cues
        self._asked: tuple[str, dict[str, re.Match[str]]] = ("", {})

    @cached_property
    def modalities(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """The patterns of the modalities, strongest first."""
        spaced = self._cues.has_spaces
        return tuple((modality, compiled(pattern, has_spaces=spaced)) for modality, pattern in self._cues.modalities)

    @cached_property
    def deeds(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """The patterns of the deeds of the second reading."""
        spaced = self._cues.has_spaces
        return tuple((modality, compiled(pattern, has_spaces=spaced)) for modality, pattern in self._cues.deeds)

    def modalities_in(self, text: str) -> dict[str, re.Match[str]]:
        """Return the first place of each modality in plain text, the weakest first; the last text asked is kept."""
        if text != self._asked[0]:
            found = {
                modality: match for modality, pattern in reversed(self.modalities) if (match := pattern.search(text))
            }
            self._asked = (text, found)
        return self._asked[1]

    def find(self, cue: str, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return the first place of a cue in plain text, or null."""
        return self._patterns[cue].search(text, start, len(text) if end is None else end)

    def all(self, cue: str, text: str) -> Iterator[re.Match[str]]:
        """Yield every place of a cue in plain text."""
        return self._patterns[cue].finditer(text)

    def last(self, cue: str, text: str) -> re.Match[str] | None:
        """Return the last place of a cue in plain text, or null."""
        found = list(self._patterns[cue].finditer(text))
        return found[-1] if found else None

    def has(self, cue: str, text: str) -> bool:
        """Tell whether plain text holds the cue."""
        return self._patterns[cue].search(text) is not None


@cache
def matchers() -> dict[str, Matcher]:
    """Return the compiled cues of every language that has a file."""
    from synopticon.read import cues  # noqa: PLC0415  # the files import this module

    return {record.language: Matcher(record) for record in discover(cues, "CUES", Cues)}


def matcher_of(language: str | None) -> Matcher | None:
    """Return the cues of a language, the empty string and null meaning English; null for a language without cues."""
    return matchers().get((language or "en").split("-")[0].lower())


def compiled(pattern: str, *, has_spaces: bool) -> re.Pattern[str]:
    """Return a cue as a pattern over plain text, bounded by words where the script has words."""
    if not pattern:
        return _NEVER
    # Lines of a page break between any two words.
    pattern = _ARABIC.sub(lambda run: _with_marks(run.group()), pattern.translate(_HAN)).replace(" ", r"\s")
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)" if has_spaces else rf"(?:{pattern})", re.DOTALL)


def _with_marks(word: str) -> str:
    """Let Arabic vowel signs stand after each letter, and fold the letters as `plain` does."""
    return "".join(letter + _MARKS for letter in word.translate(_STRAIGHT))
