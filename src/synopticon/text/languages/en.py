"""English."""
# ruff: noqa: E501  # tables of words read better in long lines

from __future__ import annotations

from decimal import Decimal

from synopticon.text.grammar import Language, words

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_THIRD, _QUARTER = Decimal("0.3333"), Decimal("0.25")
_NUMBER_OF = "number of"

_CURRENCIES = (
    ("kuwaiti", "dinar", "KWD"), ("jordanian", "dinar", "JOD"), ("bahraini", "dinar", "BHD"), ("iraqi", "dinar", "IQD"), ("libyan", "dinar", "LYD"), ("tunisian", "dinar", "TND"), ("algerian", "dinar", "DZD"),
    ("serbian", "dinar", "RSD"), ("uae", "dirham", "AED"), ("emirati", "dirham", "AED"), ("moroccan", "dirham", "MAD"), ("saudi", "riyal", "SAR"), ("qatari", "riyal", "QAR"), ("omani", "rial", "OMR"), ("omani", "riyal", "OMR"), ("iranian", "rial", "IRR"),
    ("mexican", "peso", "MXN"), ("philippine", "peso", "PHP"), ("argentine", "peso", "ARS"), ("chilean", "peso", "CLP"), ("colombian", "peso", "COP"), ("indian", "rupee", "INR"), ("pakistani", "rupee", "PKR"), ("sri lankan", "rupee", "LKR"),
    ("nepalese", "rupee", "NPR"), ("turkish", "lira", "TRY"), ("kenyan", "shilling", "KES"), ("ugandan", "shilling", "UGX"), ("tanzanian", "shilling", "TZS"), ("cfa", "franc", "XOF"), ("egyptian", "pound", "EGP"), ("lebanese", "pound", "LBP"), ("sudanese", "pound", "SDG"),
    ("syrian", "pound", "SYP"), ("norwegian", "krone", "NOK"), ("danish", "krone", "DKK"), ("swedish", "krona", "SEK"), ("icelandic", "krona", "ISK"), ("czech", "crown", "CZK"), ("swiss", "franc", "CHF"), ("chinese", "yuan", "CNY"),
)  # fmt: skip

LANGUAGE = Language(
    code="en",
    name="English",
    script="Latn",
    cardinals={
        **{word: value for value, word in enumerate(_UNITS.split())},
        **{word: value * 10 for value, word in enumerate(_TENS.split(), start=2)},
        "fourty": 40, "ninty": 90,
    },
    multipliers={
        "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000,
        "mn": 1_000_000, "mln": 1_000_000, "bn": 1_000_000_000, "dozen": 12, "crore": 10_000_000, "lakh": 100_000, "lakhs": 100_000,
    },
    digit_suffixes={
        "k": 1_000, "m": 1_000_000, "mn": 1_000_000, "mln": 1_000_000, "mio": 1_000_000, "b": 1_000_000_000,
        "bn": 1_000_000_000, "tn": 1_000_000_000_000,
    },
    halves=frozenset(("and a half", "and-a-half")),
    joiners=frozenset(("and",)),
    shares={
        "half": Decimal("0.5"), "one half": Decimal("0.5"), "one-half": Decimal("0.5"),
        "a third": _THIRD, "one third": _THIRD, "one-third": _THIRD, "two thirds": Decimal("0.6667"),
        "two-thirds": Decimal("0.6667"), "a quarter": _QUARTER, "one quarter": _QUARTER, "one-quarter": _QUARTER,
        "three quarters": Decimal("0.75"), "three-quarters": Decimal("0.75"), "three fourths": Decimal("0.75"),
        "a fifth": Decimal("0.2"), "one fifth": Decimal("0.2"), "one-fifth": Decimal("0.2"),
        "two fifths": Decimal("0.4"), "two-fifths": Decimal("0.4"), "three fifths": Decimal("0.6"),
        "three-fifths": Decimal("0.6"), "four fifths": Decimal("0.8"), "four-fifths": Decimal("0.8"),
        "a tenth": Decimal("0.1"), "one tenth": Decimal("0.1"), "one-tenth": Decimal("0.1"), "nine tenths": Decimal("0.9"),
        "one in ten": Decimal("0.1"), "one in five": Decimal("0.2"), "one in four": _QUARTER, "one in three": _THIRD,
        "one in two": Decimal("0.5"), "one in six": Decimal("0.1667"),
    },
    not_shares=words("first second latter former other better last first-half party parties a-dozen dozen way time term year-on-year an-hour "
        "hour day year century past mile decade hearted baked price heartedly"),
    share_links=words("of the all its their our these those"),
    changes=("rose", "rise", "risen", "rising", "fell", "fall", "grew", "grow", "increas", "decreas", "drop", "declin", "jump", "cut", "reduc", "rais", "went", "gone", "going", "up", "down", "expand", "climb", "soar", "slip", "chang"),
    part_of=frozenset(("of", "out of", "of the", "out of the", "of our", "of its", "of all", "of these", "of those", "out of a total of", "out of all", "of a total of", "from a total of", "from among", "of some")),
    percent=frozenset(("%", "percent", "per cent", "per-cent", "pc", "pct", "percentage points", "percentage point")),
    rounds={
        "a dozen": (12, "exact"), "one dozen": (12, "exact"), "half a dozen": (6, "exact"), "half-a-dozen": (6, "exact"),
        "two dozen": (24, "exact"), "three dozen": (36, "exact"), "four dozen": (48, "exact"), "a score of": (20, "about"),
        "a couple of": (2, "about"), "a pair of": (2, "exact"), "a hundred": (100, "exact"), "a thousand": (1000, "exact"),
        "a million": (1_000_000, "exact"), "a billion": (1_000_000_000, "exact"), "a single": (1, "exact"),
        "half a million": (500_000, "exact"), "half-a-million": (500_000, "exact"), "half a billion": (500_000_000, "exact"),
        "a quarter of a million": (250_000, "exact"), "a trillion": (1_000_000_000_000, "exact"),
    },
    vague={
        "hundreds": 100, "thousands": 1_000, "tens of thousands": 10_000, "hundreds of thousands": 100_000, "millions": 1_000_000,
        "tens of millions": 10_000_000, "hundreds of millions": 100_000_000, "billions": 1_000_000_000, "dozens": 12,
        "scores of": 20, "several": None, "several hundred": 100, "several thousand": 1_000, "several dozen": 12,
        "a few hundred": 100, "a few thousand": 1_000, "a few dozen": 12, "several million": 1_000_000, "a handful of": None,
        f"a {_NUMBER_OF}": None, f"a small {_NUMBER_OF}": None, f"a large {_NUMBER_OF}": None, f"a significant {_NUMBER_OF}": None,
        f"a limited {_NUMBER_OF}": None, f"an unknown {_NUMBER_OF}": None, f"a growing {_NUMBER_OF}": None, "a few": None, "numerous": None,
        "countless": None, "tens of": 10, "many thousands of": 1_000, "many hundreds of": 100, "a variety of": None,
    },
    before={
        "at least": "at_least", "no fewer than": "at_least", "no less than": "at_least", "not less than": "at_least",
        "not fewer than": "at_least", "a minimum of": "at_least", "minimum of": "at_least", "minimum": "at_least", "at the very least": "at_least",
        "at a minimum": "at_least", "as few as": "at_least", "upwards of": "at_least", "upward of": "at_least", "min.": "at_least",
        "from": "at_least?", "starting at": "at_least", ">=": "at_least", "≥": "at_least",
        "at most": "at_most", "up to": "at_most", "a maximum of": "at_most", "maximum of": "at_most", "maximum": "at_most",
        "no more than": "at_most", "not more than": "at_most", "not exceeding": "at_most", "as many as": "at_most", "as much as": "at_most",
        "capped at": "at_most", "a ceiling of": "exact", "max.": "at_most", "<=": "at_most", "≤": "at_most", "no greater than": "at_most",
        "a total of up to": "at_most", "not to exceed": "at_most", "limited to": "at_most", "within": "at_most", "does not exceed": "at_most",
        "more than": "over", "over": "over", "greater than": "over", "exceeding": "over", "in excess of": "over", "above": "over",
        "upwards from": "over", "slightly more than": "over", "slightly over": "over", "a little over": "over", "a little more than": "over", "well above": "over", "just above": "over", "a shade over": "over", "in the excess of": "over", "not less than some": "at_least", "exceeds": "over", "exceeded": "over", "well over": "over", "just over": "over", "north of": "over",
        "topping": "over", ">": "over", "surpassing": "over", "surpassed": "over", "beyond": "over", "better than": "over",
        "fewer than": "under", "less than": "under", "lower than": "under", "under": "under", "below": "under", "just under": "under",
        "well under": "under", "just shy of": "under", "shy of": "under", "just short of": "under", "short of": "under", "slightly less than": "under", "slightly under": "under", "slightly fewer than": "under", "a little under": "under", "a little less than": "under", "just below": "under", "well below": "under", "no longer than": "at_most", "no higher than": "at_most", "anything up to": "at_most", "not over": "at_most", "at the most": "at_most", "<": "under", "south of": "under", "smaller than": "under",
        "about": "about", "around": "about", "approximately": "about", "approx": "about", "approx.": "about", "roughly": "about",
        "some": "about", "circa": "about", "c.": "about", "ca.": "about", "ca": "about", "~": "about", "≈": "about", "almost": "about", "nearly": "about",
        "an estimated": "about", "estimated": "about", "estimated at": "about", "close to": "about", "in the region of": "about",
        "in the order of": "about", "of the order of": "about", "an average of": "about", "or so": "about", "somewhere around": "about", "closer to": "about", "nearer to": "about", "nearer": "about", "close on": "about", "getting on for": "about", "going on for": "about", "a good": "about", "a full": "exact", "on the order of": "about", "something like": "about", "more or less": "about", "give or take": "about", "in the vicinity of": "about", "in the neighbourhood of": "about", "in the neighborhood of": "about", "just about": "about", "pretty much": "about", "plus or minus": "about", "upwards of some": "at_least",
        "nearing": "about", "perhaps": "about", "near": "about", "c": "about", "approximate": "about", "est.": "about", "an approximate": "about",
        "virtually": "about", "approaching": "about", "practically": "about", "appx": "about", "appx.": "about", "roundabout": "about",
    },
    after={
        "or more": "at_least", "and above": "at_least", "and over": "at_least", "or above": "at_least", "at least": "at_least", "and up": "at_least",
        "at the very least": "at_least", "minimum": "at_least", "+": "at_least", "as a minimum": "at_least", "at a minimum": "at_least",
        "or fewer": "at_most", "or less": "at_most", "at most": "at_most", "maximum": "at_most", "max": "at_most", "at the most": "at_most",
        "or under": "at_most", "or so": "about", "approximately": "about", "approx": "about", "approx.": "about", "(approx)": "about", "(approx.)": "about",
        "(approximately)": "about", "or thereabouts": "about", "roughly": "about", "odd": "about", "-odd": "about", "(estimated)": "about", "(estimate)": "about",
        "ish": "about", "-ish": "about", "-plus": "at_least", "(minimum)": "at_least", "(maximum)": "at_most", "give or take": "about", "more or less": "about", "tops": "at_most", "and counting": "at_least", "or better": "at_least", "and more": "at_least", "and upwards": "at_least", "upwards": "at_least", "or over": "at_least", "or higher": "at_least", "or lower": "at_most", "or below": "at_most", "at the outside": "at_most", "all told": "exact",
    },
    range_openers=frozenset(("between", "from", "anywhere between", "anywhere from")),
    range_joiners=frozenset(("and", "to", "or", "-", "–", "—", "through")),
    months={
        "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10,
        "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
        "nov": 11, "dec": 12,
    },
    doubtful_months=words("may march mar jan jun dec sep oct nov feb apr jul aug"),
    year_words=words("in since by during from until till year late early mid before after of to throughout and end through between around for circa "
        "spring summer autumn winter fall fy"),
    currencies={
        "£": "GBP", "$": "USD", "€": "EUR", "¥": "CNY", "₹": "INR", "₦": "NGN", "ksh": "KES", "kshs": "KES", "ksh.": "KES", "ush": "UGX", "ushs": "UGX", "tsh": "TZS", "tshs": "TZS", "gh₵": "GHS", "n$": "NAD", "₱": "PHP", "₵": "GHS", "₺": "TRY", "₴": "UAH", "₫": "VND", "฿": "THB", "₽": "RUB", "₪": "ILS", "₩": "KRW", "us$": "USD", "a$": "AUD", "au$": "AUD",
        "c$": "CAD", "ca$": "CAD", "nz$": "NZD", "hk$": "HKD", "s$": "SGD", "nt$": "TWD", "r$": "BRL", "cn¥": "CNY", "jp¥": "JPY", "rmb": "CNY", "kr": "SEK", "rs": "INR", "rs.": "INR",
        "pound": "GBP", "pounds": "GBP", "pounds sterling": "GBP", "pound sterling": "GBP", "sterling": "GBP", "quid": "GBP",
        "dollar": "USD", "dollars": "USD", "us dollars": "USD", "u.s. dollars": "USD", "american dollars": "USD", "canadian dollars": "CAD", "australian dollars": "AUD",
        "hong kong dollars": "HKD", "euro": "EUR", "euros": "EUR", "yuan": "CNY", "renminbi": "CNY", "yen": "JPY", "rupees": "INR?", "rubles": "RUB", "roubles": "RUB", "dirhams": "AED?",
        "dirham": "AED?", "riyals": "SAR?", "riyal": "SAR?", "rials": "SAR?", "rial": "SAR?", "dinar": "KWD?", "dinars": "KWD?", "pesos": "MXN?", "francs": "CHF?", "kroner": "NOK?", "kronor": "NOK?", "kronas": "NOK?", "shillings": "KES?",
        **{f"{adjective} {noun}{ending}": code for adjective, noun, code in _CURRENCIES for ending in ("", "s")}, "norwegian kroner": "NOK", "danish kroner": "DKK", "swedish kronor": "SEK",
        "naira": "NGN", "ringgit": "MYR", "baht": "THB", "rupiah": "IDR", "hryvnia": "UAH", "tenge": "KZT", "zloty": "PLN", "zlotys": "PLN", "forint": "HUF", "forints": "HUF", "taka": "BDT", "birr": "ETB", "cedis": "GHS", "singapore dollars": "SGD", "new zealand dollars": "NZD", "taiwan dollars": "TWD", "bucks": "USD", "egyptian pounds": "EGP", "swiss francs": "CHF", "shekels": "ILS", "lira": "TRY?", "liras": "TRY?", "rand": "ZAR", "won": "KRW",
    },
    durations={
        "year": "years", "years": "years", "yr": "years", "yrs": "years", "month": "months", "months": "months", "mths": "months", "week": "weeks", "weeks": "weeks",
        "wks": "weeks", "day": "days", "days": "days", "working day": "working days", "working days": "working days", "business days": "working days", "calendar days": "days",
        "hour": "hours", "hours": "hours", "hrs": "hours", "hr": "hours", "minute": "minutes", "minutes": "minutes", "mins": "minutes", "min": "minutes", "second": "seconds",
        "seconds": "seconds", "secs": "seconds", "decade": "decades", "decades": "decades", "quarters": "quarters", "calendar months": "months", "school days": "days", "nights": "nights",
        "school years": "years", "academic years": "years", "fiscal years": "years", "clear days": "days", "clear working days": "working days", "fortnight": "fortnights", "fortnights": "fortnights", "consecutive years": "years", "financial years": "years", "calendar years": "years", "centuries": "centuries",
    },
    ordinals={word: value for value, word in enumerate(["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], start=1)},
    superlatives=words("largest biggest highest most lowest smallest best leading busiest fastest richest worst oldest"),
    name_heads=words("article articles section sections sec s. ss schedule paragraph paragraphs para paras clause clauses chapter part appendix annex annexe exhibit figure fig fig. table "
        "page pages pp p. pg line item items question questions q q. no no. nos nos. number num ref ref. reference refs id order invoice po case ticket version "
        "ver v v. release windows office ios android covid room suite floor unit lot lots phase stage step level tier zone route bus act regulations regulation directive rule rules policy bill "
        "code codes option type grade class model foi foia fs eir rfi foir irf sar ir gdpr dpa tel tel. telephone phone fax mobile ext ext. extension box flat apt p.o area bbc channel "
        "radio f1 group volume vol vol. issue edition episode series season note footnote resolution agenda minute finding recommendation action point iphone ipad boeing airbus apollo galaxy building block aged age row rows column columns cell batch iso bs en ipv port postcode vat uprn "
        "serial licence license crime incident log junction gate platform terminal flight novel orwell's catch formula recommendation principle exemption exemptions form"),
    name_tails=words("words read reads shares comments views likes followers retweets"),
    count_nouns=words("people persons women men children councils authorities boroughs agencies forces companies firms schools hospitals universities cities countries employees staff users "
        "customers journalists pages copies requests replies responses sites locations units devices items systems contracts suppliers vehicles bodies departments residents students "
        "officers households homes properties buildings documents records streets towns villages"),
    unit_stops=words("and or but nor by at in on to from with without within for as is are was were be been being has have had having do does did will would can could may might shall should must that which who whose "
        "whom where when while if because since until before after during between among across over under through into onto than then so not no only also still yet already now both each per via about against "
        "around amid along despite including excluding using used made bought owned installed purchased supplied held manufactured operated deployed it they we you he she i there here what how why said says say "
        "according towards upon within out up off down own owns use uses bought buy buys currently presently respectively located situated costing worth totalling totaling compared respond responded replied refused "
        "asked admitted confirmed reported declined did took take takes show shows were remain remains contain contains a an this"),
    unit_fillers=words("of the these those our their its his her your my such other more additional further new no number nos x pcs off units: total all"),
    abbreviations=words("mr mrs ms dr prof rev hon sir st no nos ref tel fax ext approx c ca circa e.g i.e eg ie etc vs v inc ltd co corp plc llc fig figs sec ss para paras art pp p pg vol ed eds dept "
        "rs govt cllr sgt lt col gen capt jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k u.n a.m p.m est min max incl excl qty cf al op cit viz mt ave rd jr sr"),
    bare_heads=words("ring dial call phone text quote quoting request requests report docket file case contract agreement motion petition minute memo memorandum circular letter decision judgment judgement warrant complaint bid tender "
        "dossier folder record log entry reply answer finding recommendation proposal project programme certificate account receipt booking quote quotation batch asset tag badge unit car bay studio symphony opus op highway motorway exit"),
    clock_words=words("open opens opened hours at by until till from before after since between"),
    title_heads=words("reading reread rereading re-reading re-read read novel film movie orwell's watching watched watch titled entitled called album song"),
    ratio_words=frozenset(("in", "in every", "out of every")),
    spans={
        **{f"{head} {unit} and a half{tail}": (Decimal("1.5"), f"{unit}s") for head, unit in (("a", "year"), ("a", "month"), ("a", "week"), ("a", "day"), ("a", "decade"), ("an", "hour"), ("one", "year"), ("one", "month"), ("one", "hour")) for tail in ("",)},
        **{f"a {unit} and a quarter": (Decimal("1.25"), f"{unit}s") for unit in ("year", "month")},
    },
    currency_hints={
        "AED?": {"emirat": "AED", "uae": "AED", "dubai": "AED", "abu dhabi": "AED", "sharjah": "AED", "morocc": "MAD", "rabat": "MAD", "casablanca": "MAD"},
        "SAR?": {"saudi": "SAR", "riyadh": "SAR", "jeddah": "SAR", "qatar": "QAR", "doha": "QAR", "oman": "OMR", "muscat": "OMR", "yemen": "YER", "iran": "IRR"},
        "KWD?": {"kuwait": "KWD", "jordan": "JOD", "amman": "JOD", "bahrain": "BHD", "iraq": "IQD", "baghdad": "IQD", "libya": "LYD", "tunis": "TND", "algeria": "DZD", "serbia": "RSD", "belgrade": "RSD"},
        "INR?": {"india": "INR", "delhi": "INR", "mumbai": "INR", "pakistan": "PKR", "islamabad": "PKR", "karachi": "PKR", "lahore": "PKR", "sri lanka": "LKR", "nepal": "NPR"},
        "TRY?": {"turk": "TRY", "ankara": "TRY", "istanbul": "TRY", "leban": "LBP", "beirut": "LBP", "syria": "SYP"},
        "MXN?": {"mexic": "MXN", "philippin": "PHP", "manila": "PHP", "argentin": "ARS", "chile": "CLP", "colombia": "COP"},
        "CHF?": {"swiss": "CHF", "switzerland": "CHF", "geneva": "CHF", "zurich": "CHF", "senegal": "XOF", "ivory coast": "XOF", "cameroon": "XAF"},
        "NOK?": {"norw": "NOK", "oslo": "NOK", "denmark": "DKK", "danish": "DKK", "copenhagen": "DKK", "swed": "SEK", "stockholm": "SEK", "iceland": "ISK"},
        "KES?": {"kenya": "KES", "nairobi": "KES", "uganda": "UGX", "kampala": "UGX", "tanzania": "TZS"},
    },
    money_words={"grand": 1_000},
    mere={
        "within": frozenset(("*",)), "over": words("* seasons phases instalments installments stages sessions meetings floors storeys"), "across": frozenset(("*",)),
        "under": words("agreements contracts frameworks schemes programmes programs laws acts articles sections headings administrations governments mayors chiefs licences licenses permits leases orders warrants mandates budgets names brands categories lots codes"),
        "above": words("articles sections items points"), "beyond": words("borders"),
    },
    lasting=words("for just well lasting lasted lasts took take takes taking of after slightly little shade been runs run already"),
)  # fmt: skip
