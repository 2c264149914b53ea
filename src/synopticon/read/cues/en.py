"""English cues."""

# ruff: noqa: E501, ISC004  # alternatives of one pattern stand together

from __future__ import annotations

from synopticon.read.cue import Cues

_BE = r"(?:is|are|was|were|be|been|being)"
_HAVE = r"(?:has|have|had|having)"
_DO_NOT = r"(?:(?:do|does|did|is|are|was|were|has|have|had|could|can|would|will|should)(?: not|n't)|cannot)"

_PARTICIPLE = (
    r"been|\w+ed|\w+wn|spent|bought|made|sold|built|sent|put|set|won|paid|had|got|kept|left|met|said|told|held|found|begun|taken"
    r"|given|chosen|come|gone|led|become|relied"
)

_ADVERB = r"(?:(?:also|already|still|now|since|so far|only|just|all|recently|later|then|eventually|currently|subsequently|finally|quietly|reportedly|been|being|be|have|has|had|not|yet|\w+ly) )*"
_BUILD = r"(?:buy|purchase|acquire|procure|get|have|order|install|fit|mount|put (?:up|in)|deploy|add|roll out|receive|take|bring|spend|replace|remove|rip out|take down|phase out|scrap|retire|switch off|get rid of|dispose of|upgrade|expand|test|trial|use|introduce|see|follow|come|come down|arrive|go|remain|be|need|hang|build|supply|deliver|comply|comprise|cost|drop|swap|decommission)"

CUES = Cues(
    deeds=(
        (
            "planned",
            rf"(?:will|would|shall|is to|are to|was to|were to|plan(?:s|ned|ning)? (?:to|on)|intend(?:s|ed|ing)? to|want(?:s|ed|ing)? to|hop(?:es|ed|ing) to|aim(?:s|ed|ing)? to|propos(?:es|ed|ing) to|expect(?:s|ed|ing)? to|expected to|due to|going to|set to|about to|decided to|agreed to (?=replace|remove)|wish(?:es|ed)? to|need(?:s|ed)? to|looking to|scheduled to|resolved to|told to|supposed to|meant to|hopes to|is expected|are expected) (?:(?:also|soon|now|then|eventually|be|not|have|\w+ly) )*(?:{_BUILD}|\w+ed|taken|put|bought|built|sent|made|up|down)"
            r"|plans? (?:for|calls for|of|include)|planned|proposed|foresaw|foresees|foreseen|on order|in the pipeline|to follow|to come|due (?:in|by|on|next)|awaiting|under (?:review|consideration)|have it under review|(?:tender|bid|specification|proposal|request|notice|project|scheme|programme|plan|phase \w+) (?:called|calls|asked|asks|provides|provided|envisages|envisaged) for|approved|approves|(?:to|shall) be (?:removed|installed|supplied|delivered|replaced|fitted|bought|mounted)|obtain prices for|wants|are booked|booked in|earmarked|target of|by (?:the end of )?next (?:year|month|summer|spring)|replacement of|no plans?",
        ),
        (
            "refused",
            r"turn(?:ed|ing|s)? down|reject(?:ed|s|ing)?|refus(?:ed|es|ing) (?:an?|the|its|their|any)? ?(?:offers?|gifts?|bids?|donations?)|declin(?:ed|es|ing) (?:an?|the|its|their|any) (?:offers?|gifts?|bids?|donations?)|said no to|spurned|voted (?:not to|against|down)",
        ),
        (
            "talks",
            r"offer(?:ed|s|ing)|in talks|talks|negotiat(?:ed|es|ing|ions?)|discuss(?:ed|es|ing|ions?)|sounded out|pitched",
        ),
        (
            "removed",
            rf"{_ADVERB}(?:removed|removal of|removing|taken (?:down|out|offline|away)|took (?:down|out|away)|replac(?:ed|ing)|scrapp(?:ed|ing)|retir(?:ed|ing)|decommission(?:ed|ing)|dispos(?:ed|ing) of|phased out|phasing out|got rid of|ripped out|stripped out|torn (?:out|down)|pulled (?:out|down)|ditch(?:ed|ing)|binned|dump(?:ed|ing)|swapped(?: out)?|dismantled|uninstalled|written off|returned|sent back|gone|withdrawn|junked|unplugged|sold off)",
        ),
        (
            "other",
            rf"{_ADVERB}(?:no longer (?:work|worked|function|record)\w*|(?:not|never) (?:working|worked|functional|functioning|recording|operational|been (?:used|charged|connected|switched on))|not work|do not work|does not work|did not work|out of (?:order|action)|broken|crashed|lost|stolen|damaged|vandalised|failed|faulty|defective|could not be (?:found|traced|located)|missing|lapsed|expired|disconnected|cancell?ed|inoperative|non-functional|older than|turned out to be)",
        ),
        (
            "listed",
            r"black ?list(?:ed|s)?|entity list|covered list|sanction(?:s|ed)|placed on|on the [\w ]{0,20}list|banned",
        ),
        (
            "delivered",
            rf"{_ADVERB}(?:deliver(?:ed|s|y of|ies)?|arriv(?:ed|es)|entered|ship(?:ped|s)|supplied|supplies|supply of|came from|come from|comes from|sourced from|gift(?:ed)?(?: of)?|donat(?:ed|ion of|ions of)|receiv(?:ed|es|ing)|handed over|provided|lent|loaned|borrowed|on loan|reached|imported|exported|sold|taken delivery of|took delivery of|given)",
        ),
        (
            "contracted",
            rf"{_ADVERB}(?:order(?:ed|s)?(?= (?:\d|an? |some |about |around |another|\w+ more|at|for|from))|been ordered|(?:contract|deal|agreement|order|award|framework|purchase order)s? (?:was |is |were |has been )?(?:covers?|for|provid(?:es|ed) for|includ(?:es|ed)|signed|worth|awarded|comprises?|to supply)|signed (?:an? |the )?(?:\w+ )?(?:contract|deal|agreement)|agreed to (?:buy|purchase|acquire)|quantity *:|commission(?:ed|s)|raised my hand for|award(?:ed|s)? (?:to|for|an?|the)|won (?:an?|the)|leas(?:ed|es|ing))",
        ),
        (
            "installed",
            rf"{_ADVERB}(?:install(?:ed|s|ing|ation of)?|fitted|mounted|erected|put (?:up|in)|gone up|went up|in place|there (?:is|are|were|was)|counted|we count|spotted|hang|hung|located|positioned|stand|stood|carry|carries|carrying|stamped|marked|bear|bore|say|are present|is present|present in|found|identified|logged|seen|watch|watches|dotted|lin(?:e|ed) the)",
        ),
        (
            "used",
            rf"{_ADVERB}(?:in (?:use|service|operation)|us(?:e|es|ed|ing)(?! (?:by|to))|operat(?:e|es|ed|ing|ional)|run|runs|ran|running|fl(?:y|ies|ew|own|ying)|deploy(?:s|ed|ing)?|working|live|active|recording|rel(?:y|ies|ied) on|connected|online|tested|testing|trialled|trialling|maintains?|maintained)",
        ),
        (
            "owned",
            rf"{_ADVERB}(?:own(?:s|ed|ing)?|possess(?:es|ed)?|bought|buys|purchased|acquired|procured|hold|holds|held|list(?:s|ed)?|reported|declared|has|have|had|belong(?:s|ed)? to|inventory|made by|manufactured by|were made|are made|branded|counts|accounts? for|accounted for|makes? up|is in|are from|were from|keeps?)",
        ),
        ("paid", r"spent|paid|cost(?:s|ing)?|invoiced"),
    ),
    language="en",
    modalities=(
        (
            "not_responded",
            r"(?:did|do|does|has|have|had)(?: not|n't)(?: yet| immediately)? (?:respond|responded|reply|replied|return|returned"
            r"|answer|answered|comment|commented)|(?:couldn't|could not) be (?:reached|contacted)"
            r"|fail(?:ed|s)? to (?:respond|reply|answer|comment)|no (?:reply|response) (?:was|has been|had been)"
            r"|unavailable for comment|declined to comment|ha(?:s|ve|d) yet to (?:respond|reply|answer|comment)|(?:did|do|does)(?: not|n't) (?:want|wish) to comment"
            r"|would(?: not|n't) comment|offered no (?:comment|answer|reply)|(?:stayed|remained|kept) silent",
        ),
        (
            "refused",
            r"neither (?:to )?confirm(?:s|ed)? n?or (?:to )?den(?:y|ies|ied)|(?:refus(?:ed|es)|declin(?:ed|es)) to (?:discuss|say|disclose|confirm|reveal|answer)",
        ),
        (
            "asked",
            r"call(?:s|ed|ing)? (?:on|for)|urg(?:e|es|ed|ing)|demand(?:s|ed|ing)? (?:that|to|a|an|the)|petition(?:ed)?",
        ),
        (
            "contracted",
            r"agree[ds]? to (?:buy|purchase|acquire|supply)|sign(?:s|ed|ing)? (?:an? |the )?(?:\w+ ){0,2}(?:contract|deal|agreement|order)"
            r"|plac(?:ed|es|ing) (?:an? |the )?order|been ordered|ordered (?=\d|an? |some |about |around )",
        ),
        (
            "other",
            r"cancel(?:s|led|ling|lation)|shelved|called off|abandon(?:s|ed|ing)|withdr[ae]wn? from (?:the|a) (?:contract|deal|tender)",
        ),
        (
            "removed",
            r"remov(?:ed|al of|ing)|decommission(?:ed|ing)|dispos(?:ed|al) of|disposed|scrapped|retired|dismantled"
            r"|phas(?:ed|ing) out|ripp(?:ed|ing) (?:out|down)|rips? out|tor[en] (?:out|down)|tear(?:ing)? (?:out|down)|pull(?:ed|ing) (?:out|down)|retir(?:ing|es)|taken (?:out|down|offline)|took (?:out|down)|stripped out|uninstalled|destroyed"
            r"|withdrawn from (?:use|service)|no longer (?:own|owns|owned|use|uses|used|have|has|in use|in service|operate|operates|hold|holds)"
            r"|replac(?:e|es|ed|ing)|remove|decommission|dispose of|swapped out|got rid of|written off",
        ),
        (
            "listed",
            r"black ?list(?:ed|s)?|entity list|sanction(?:s|ed)|bann?ed|ban|barred|restricted|trade restrictions",
        ),
        (
            "planned",
            r"expect(?:s|ed|ing)? to|awaiting|plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|propos(?:e|es|ed|al|als|ing)|will be|will (?:buy|purchase|install"
            r"|acquire|replace|deploy|procure|order|take|build|need)|would (?:buy|install|roll|build|replace|remove|acquire|purchase|add|cost)|could (?:buy|purchase|install|acquire)|(?:is|are) (?:creating"
            r"|building|developing)|going to|due to be|scheduled (?:to|for)|next (?:financial )?year|out to tender"
            r"|to be (?:installed|purchased|bought|procured|replaced|delivered|supplied)|on order|not yet (?:installed|delivered)"
            r"|roll(?:ing)? ?out|in the pipeline|looking to|approv(?:e|es|ed|al of|ing) (?:the |a )?(?:purchase|buying|installation|acquisition|plan)|(?:purchase|installation|acquisition) .{0,60}(?:was|were|has been|have been) approved"
            r"|tender(?:s|ed|ing)? for|seek(?:s|ing)? (?:to|bids)|aims? to|wants? to|hopes? to|under consideration|considering|weighs?|weighing|will (?:add|expand|cost|remove)",
        ),
        (
            "talks",
            r"talks?|discuss(?:ed|es|ing|ions?)|consult(?:ed|ing|ations?)|negotiat(?:ed|ing|ions?)|met with|meetings?|chats?"
            r"|in contact with|approached",
        ),
        (
            "owned",
            r"own(?:s|ed|ing)?|ownership|possess(?:es|ed|ing)?|purchas(?:ed|es|ing)|bought|buys|buying|procured|acquired"
            r"|acquires|(?:holds?|held) (?:records of |an? )?(?:total of )?(?=\d)|made up of|consists? of|comprises?|comprising"
            r"|in (?:our|its|their) (?:estate|stock|possession|inventory)",
        ),
        (
            "contracted",
            r"contracts?|contracted|award(?:ed|s)?|agreements?|signed|won|winning bid|framework",
        ),
        (
            "installed",
            r"install(?:ed|s)?|installations?|fitted|mounted|erected|in place|sited|(?<!we )located|positioned",
        ),
        (
            "used",
            r"us(?:e|es|ed|ing)|utili[sz](?:e|es|ed|ing)|operat(?:e|es|ed|ing|ional)|in (?:operation|service|use)"
            r"|deploy(?:s|ed|ing|ment)?|monitor(?:s|ed|ing)?|run(?:s|ning)?|rel(?:y|ies|ied) on|active|live|ordered .{1,60} to observe",
        ),
        (
            "delivered",
            r"suppl(?:y|ies|ied|ying)|deliver(?:s|ed|y|ing)?|provid(?:e|es|ed|ing)|sold|sells?|selling|export(?:s|ed|ing)?"
            r"|ship(?:s|ped)|furnished",
        ),
        (
            "owned",
            rf"{_HAVE}(?! (?:(?:also|already|now|since|long|always|never|not|so far|\w+ly) )?(?:{_PARTICIPLE})\b)|there (?:is|are|were)",
        ),
        ("paid", r"paid|pays|spent|spending|invoiced|payments?|expenditure|costs?|price"),
    ),
    negation=(
        rf"{_DO_NOT}|no|not|none|nil|neither|nor|never|without|zero|nothing|any longer|unaware|not aware|lacks?|free (?:of|from)|devoid of|clear of"
    ),
    not_negation=(
        r"free of (?:charge|cost|vat|tax)|not only|not alone|not just|not all|no fewer than|no less than|no more than|not less than|not more than|no later than"
        r"|not yet (?:installed|delivered)|no\. ?(?=\d)|no longer|why not|whether or not|not recorded separately|not including"
        r"|nothing but|not to be (?:named|identified|quoted)|did not disclose|not (?:been )?surveyed|not counting"
    ),
    nothing=(
        r"(?:none|nil|no|zero|nought|not any|never|0)(?= *(?:$|[.,;!-]|cameras|units|devices|- ))"
        r"|(?:we|the (?:council|authority|trust|force|university|department)) (?:do|does|did|have|has|own|owns)(?: not| no|n't) ?(?:$|\.)"
        r"|(?:we|it|the (?:council|authority|trust|force|university|department))(?: currently)? (?:do|does)(?: not|n't)(?: currently)?"
        r" (?:have|own|use|operate|possess)(?: any| one| them| these| either)?(?: of (?:these|them))?(?= *(?:$|\.))"
        r"|(?:we (?:currently )?(?:have|own|use)|there (?:are|is)) (?:none|no such (?:cameras|equipment|devices))"
    ),
    yes=r"yes|correct|confirmed",
    contrast=r"not|rather than|instead of|previously (?:stated|reported|given)(?: as)?|and not|no longer",
    exception=r"other than|except(?:ing| for)?|apart from|besides",
    that=r"that|as",
    whole=(
        r"(?:out )?of(?: (?:our|the|its|their|a|all|all our|all the))?(?: grand)?(?: total)?(?: of)?(?: the)?"
        r"(?: approximately| about| around| over| some)?"
    ),
    part_word=r"(?:none|some|mostly|mainly|largely|chiefly|predominantly|most|all|half|each|any|one|few|many|majority|third|quarter|several|out)",
    hypothetical=(
        r"(?:taken|read|understood|seen|construed|regarded|interpreted|treated|viewed) as (?:an? |any )?(?:sign|indication|confirmation|admission|suggestion|evidence|denial|proof)"
        r"|(?:not|n't) (?:mean|imply|indicate|suggest|signify) that|be inferred|whether(?! to)|if|would (?:help|allow|enable|assist|be likely|prejudice|reveal|assess)|could be used|likely to prejudice"
        r"|suppose|were we to|for example, (?:some|other)|in the event"
    ),
    request=(
        r"(?<!that )(?<!which )(?<!what )(?<!information )you (?:have )?(?:asked|requested|wrote|enquired)|(?:your|the) (?:request|question|enquiry) (?:was for|asked|reads|reads as follows|is set out)"
        r"|i (?:would like|wish|want) to (?:know|ask|request|receive)|i am (?:writing|requesting|asking)|under the freedom of"
        r"|please (?:provide|state|list|confirm|supply|tell|send|could|can|give|specify|disclose)|(?:can|could) you (?:please )?"
        r"(?:provide|state|tell|confirm|list|supply)|^(?:the )?(?:total )?number of(?!.{0,120}[:=-] ?\d[\d,]* ?[.;]?$)|^provide|^request|^requested|^details of"
    ),
    question=(
        r"how many|how much|what|which|who|whom|when|where|why|whether|do you|does the|do the|does your|did the|did you|has the"
        r"|have you|is the|are there|are any|please"
    ),
    answer=r"^ *(?:answer|response|reply|our response|the council's response|ans|a)(?: ?\d{1,2})? *[:.)-]",
    past=(
        r"until (?:recently|then|last \w+|the end of|[^,.;:]{1,30} ago|early|mid|late)|no longer in|in earlier years|before (?:its|their|the) replacement|before that|before then|previously|formerly|used to|in the past|until (?:\w+ )?(?:19|20)\d\d|prior to|at that time"
        r"|historically|once had|at one time"
    ),
    denial=r"(?:is|are|was|were) (?:entirely |simply |completely )?(?:false|untrue|baseless|fictitious)|ha(?:s|ve) no basis|no truth (?:in|to)|without foundation|(?<!nor )(?<!or )den(?:y|ies|ied|ying)|rejects? (?:the )?(?:claim|allegation)s?|(?<!not )rejected|refut(?:ed|es)|(?<!not )(?<!is )disput(?:ed|es)|fabrication",
    allegation=(
        r"alleg(?:e|ed|edly|es|ing|ations?)|reportedly|accus(?:ed|es|ing)|is said to|are said to|rumou?red|apparently|suspected"
        r"|(?:some(?:body|one)|a (?:friend|neighbour|colleague|reader)) told (?:me|us)|i(?:'m| am| was) told|said to have|rumours?|supposedly|possibly|purported(?:ly)?|may have|might have|could involve|believed to"
    ),
    unnamed=(
        r"citing an? (?:person|source|official)|a person familiar|people familiar|a source|sources (?:said|say|told|close)"
        r"|an unnamed|unnamed sources?|anonymous(?:ly)?|anonymity|an insider|not authori[sz]ed to speak|declined to be (?:named|identified)|who asked not to be"
    ),
    estimate=(
        r"estimat(?:e|es|ed|ing|ion)|may (?:have )?cost|might (?:have )?cost|could (?:have )?cost|roughly cost|likely cost"
        r"|guess|on the assumption|projected"
    ),
    attribution_before=r"according to|as reported by|reported by|citing|in the words of|cited by",
    attribution_verb=(
        r"(?:has |have |had )?(?:said|says|say|told|tells|reported|reports|revealed|disclosed|claimed|claims|announced|stated|states"
        r"|confirmed|confirms|added|wrote|admitted|acknowledged|found|shows?|insisted|explained|noted|warned)"
    ),
    own=(
        r"we|our|us|ours|i|the (?:council|authority|trust|force|university|college|department|borough|city council|county council"
        r"|district council|organisation|agency|constabulary|ministry|hospital|school|board|fire service|service)"
    ),
    other_party=(
        r"owned (?:and (?:\w+ )?)?(?:run |operated |managed |maintained )?by (?!the (?:council|authority|trust|university|college"
        r"|department|borough|city council|county council|district council))(?!us\b)|(?:some|other|neighbouring|several|many) (?:councils|authorities|bodies|organisations|forces)"
        r"|(?:police|contractor|landlord|housing association|operator|leaseholder|provider)s? (?:force )?(?:owns?|ha[sv]e?|operates?|holds?)"
        r"|belong(?:s|ing)? to (?!the council|us)|(?:private|third.party) (?:landlords?|operators?|owners?)"
    ),
    split=(
        r"; ?|,? but |,? yet (?!to )|,? and (?=that )|,? however,? |,? although |,? though |,? whereas |,? while |, which (?!.{0,25}\bown)|, who |, where |, and (?=(?:we|it|they|the|no|has|have|a further)\b)"
        r"| and (?=(?:we|does|do|did|has|have|had|is|are|will|plans?|intends?|they|it|also|no|neither|none|a further|another)\b)"
        r"| and (?=not (?:a|one|any)\b)|, (?=(?:with|of which|of these|none|not|no|neither|we|there|all)\b)|, as (?=authorities|the)"
    ),
    anaphora=(
        r"they|these|those|(?:all|most|some|both|each|none) of (?:them|these|those|which|our cameras)|all (?:are|were|of)|the cameras"
        r"|the units|the devices|the equipment|the system|it"
    ),
    supplier=(
        r"suppl(?:ied|ier)(?: (?:and|&) (?:\w+))?(?: to us)?(?: by| is| was|s are)?|contractors?(?: is| was)?|provided by|installed by|maintained by"
        r"|purchased from|bought from|contract with|awarded to|procured from|purchased through|delivered by|integrator|won by|paid to"
    ),
    legal_form=r"ltd|limited|plc|llp|inc|incorporated|gmbh|corp|corporation|co|llc|group|sarl|s\.a\.|b\.v\.|bv|nv",
    refused=(
        r"withh(?:eld|old|olding)|exempt(?:ion|ions|ed)?|refus(?:ed|al|e|ing)|neither confirms? (?:n?or|or) den(?:y|ies)"
        r"|not (?:be )?(?:able|willing|in a position) to (?:disclose|provide|release|confirm|share)|decline(?:s|d)? to (?:disclose|provide|confirm|answer)"
        r"|cost of compliance|appropriate limit|cannot (?:disclose|provide|confirm|release)|not (?:being )?disclosed|vexatious"
        r"|public interest (?:favours|in (?:withholding|maintaining))|unable to (?:provide|disclose|confirm)"
    ),
    not_held=(
        r"(?:do|does|did)(?: not|n't) (?:currently )?(?:hold|keep|have) (?:the |any |this |that )?(?:\w+ )?(?:information|data|records?)|(?:do|does|did)(?: not|n't) (?:currently )?(?:hold|have) (?:this|that|the|any|such|recorded|relevant)? ?(?:recorded |relevant |requested )?(?:information|data|records?)"
        r"|(?:information|data)(?: requested| you (?:have )?requested| you (?:have )?asked for)? (?:is|are) not held|no (?:recorded |relevant )?information (?:is |was )?held"
        r"|not held by|holds? no (?:such |recorded |relevant )?information|not recorded|not hold (?:this|that|the (?:requested )?information)"
        r"|may (?:be )?h(?:old|eld) by|is responsible for (?:all |the )?(?:cctv|cameras)|does not (?:operate|own|run|have) (?:a |any )?cctv"
    ),
    not_responded=(
        r"never (?:responded|replied|answered)|(?:had|has|have) (?:still )?not (?:responded|replied|answered)|(?:did|do|does|has|have|had)(?: not|n't)(?: yet| immediately)? (?:respond|responded|reply|replied|return|returned"
        r"|answer|answered|comment|commented)|(?:couldn't|could not) be (?:reached|contacted)"
        r"|fail(?:ed|s)? to (?:respond|reply|answer|comment)|no (?:reply|response) (?:was|has been|had been)"
    ),
    acknowledgement=(
        r"acknowledg(?:e|es|ing|ement|ment)|automatic(?:ally)? (?:generated |e-?mail |acknowledg\w+|reply|response)|auto-?reply|has been (?:received|logged|passed)"
        r"|we (?:aim|will aim|shall aim|endeavour|hope) to (?:respond|reply)|will (?:respond|reply|be in touch|receive a (?:reply|response))|has been given (?:the )?reference"
        r"|out of (?:the )?office|thank you for your (?:e-?mail|message)|we have received your|need (?:more|further) time|extend the (?:time|deadline)"
    ),
    withheld_make=r"makes?|models?|manufacturers?|makers?|brands?|suppliers?|details of the (?:equipment|cameras)|types?|breakdown",
    boilerplate=(
        r"internal review|complain(?:t|ts)?|right to|copyright|re-?us(?:e|ed)|information commissioner|unless otherwise stated|if you are (?:unhappy|dissatisfied|not satisfied)"
        r"|entitled to|appeal"
    ),
    detail=r"costs?|price[sd]?|dates?|suppliers?|how many|central(?:ly)? (?:record|held)?|separately|spend|amount|value|parent manufacturer|invoices?|breakdown",
    estimated_by=r"(?:estimated|estimate|valued|calculated|put) (?:\w+ )?by",
    how_many=r"how many|number of|quantity",
    correction=(
        r"correction|corrected|supersed(?:es|ed)|revised (?:response|reply|figure|answer)|(?:an|our) error|in error|amended (?:response|reply)"
        r"|replaces our (?:earlier|previous)|(?:withdraw|retract)(?:s|n|ed)?|incorrect(?:ly)?"
    ),
    maintenance=r"maintenance|maintain(?:ed|ing)?|servic(?:e|ing) (?:contract|agreement|of)|repairs?|repair(?:ed|ing)|upkeep|call.?outs?|support contract|rental",
    service=(
        r"clean(?:ing|ed)?|training|course|consultan(?:cy|t)|monitoring|operators?|staff(?:ing)?|survey|licen[cs]e|electricity|insurance"
        r"|drainage|sewer|drains?|rental|hire|rent|line charges?|broadband|fibre|subscription|recruitment|guarding|security officers?"
    ),
    budget=r"budget(?:ed|s)?|allocat(?:ed|ion)|earmarked|funding|set aside|provision of|plan",
    ceiling=r"up to|maximum|ceiling|framework|not exceed(?:ing)?|cap of|capped",
    award=r"award(?:ed|s)?|contract(?:s|ed)?|contract value|won|signed|agreement|tender",
    call_off=r"call.?off(?:s)?|purchase orders?|ordered under",
    invoice=r"invoic(?:e|ed|es)",
    spent=r"payments?|total(?:led|ling)|handed|worth|valued|value|paid|spent|spend|expenditure|cost(?:s|ing)?|payments?|price[ds]?|outlay",
    annual=r"annual(?:ly)?|per (?:year|annum)|each year|yearly|a year|p\.?a\.?",
    vat=r"vat|v\.a\.t\.?|value added tax|gst|hst|sales tax|iva|tva|mwst|btw",
    utility=(
        r"electric(?:ity|al energy| supply| current)|energy|mains|power supply to|power charges?|water|gas supply|insurance|broadband|line rental|telephone|data (?:line|sim)s?"
        r"|training|course|workshop|grants?|conference|seminar|hedge|grounds|grass|tree|vegetation|pruning|recruitment|advert(?:ising|isement)?|legal|valuation|business rates|rent of|wayleave"
    ),
    replaced_by=r"with|by",
    unit_price=r"unit (?:cost|price|rate|value)|(?:cost|price|rate) (?:per|each|/) ?(?:unit|item|camera|each)?|each|per unit",
    measure=(
        r"days?|years?|yrs?|months?|weeks?|hours?|hrs?|mp|mega ?pixels?|tb|gb|mb|mbps|channels?|ch|ports?|inch(?:es)?|in|mm|cm|m|metres?|fps|hz|floors?|level|storey|resolution"
        r"|warranty|retention|zoom|ip|vlan|watts?|w|height|age|storage|lens|sensor|size|weight|angle|distance|range|version|bay|line|row|item|serial|id|ref(?:erence)?|asset|tag|score|rating|risk|priority"
    ),
    count_word=r"no\.?s?|numbers?|qty|quantit(?:y|ies)|count|total|how many|amount held|units?|in (?:use|stock|service)",
    purchase=r"suppl(?:y|ied)|purchas(?:e|ed|ing)|installations?|install(?:ed)?|replacements?|procure(?:ment|d)?",
    vat_row=r"^ *(?:input |output |recoverable |irrecoverable |plus |add |\+ ?)?(?:vat|value added tax|gst|hst|sales tax)|vat (?:on|for|element|only)",
    both=r"both (?:companies|firms|makers|manufacturers|vendors|suppliers|brands|producers|makes)|the (?:two|pair of) (?:chinese )?(?:companies|firms|makers|manufacturers|vendors|suppliers|brands|makes)|the pair",
    either=r"one or the other|either (?:maker|company|firm|manufacturer|brand|vendor|make|one)|either of (?:them|the two|these|those)|one of the two|at least one of (?:them|the two)|(?:any|one) of (?:these|the) (?:two )?(?:companies|firms|makers|brands)",
    company=r"the (?:company|firm|manufacturer|maker|vendor|chinese (?:company|firm|maker|manufacturer))",
    made_by=r"(?:(?:which|that) (?:are|were|is|was) )?(?:all )?(?:made|manufactured|produced|built|branded|supplied) (?:by|from)|from|by|of|branded|are|were|is",
    place=r"in|at|on|for|inside|within|along|near|across|around|outside",
    tie=r"report(?:s|ed)?|named|names|held|holds|list(?:s|ed)|declared|admit(?:s|ted)|acknowledged|kept|disclosed|confirmed",
    counting=r"count(?:s|ed)?|numbers?|figures?|tall(?:y|ies)|lists?|(?:came|come|comes) to|found|in (?:all|total)|altogether|inventory|(?:there|they) (?:are|were)|we (?:have|had|own|never had)|is right|insists?|put(?:s)? it at|the (?:other|rest|remaining)|of (?:them|these|those|which)",
    counter=r"^(?:units?|pieces?)$",
    numbering=r"numbering|totall?ing",
    further=r"a further|another|an additional|(?:of|some) (?:them|these|those)|the (?:other|rest|remaining)",
    respectively=r"respectively",
    withdrawn=(
        r"we (?:previously |originally |wrongly |first |had |mistakenly )?(?:said|stated|told you|reported|gave|quoted|wrote)"
        r"|(?:our|the) (?:earlier|previous|first|original|last|initial) (?:reply|response|letter|answer|figure|e-?mail)[^.;]{0,40}(?:said|stated|gave|reported|was|read|showed)"
        r"|(?:earlier|previously|wrongly|incorrectly|mistakenly) (?:stated|reported|given|said|told)"
    ),
    corrected=r"(?:correct|right|true|actual|revised|proper|accurate|corrected|updated) (?:figure|number|total|count|answer)(?: for \w+)? (?:is|was|should be|should have been|should read|being)|should (?:have read|read|have been|be)",
    contrast_link=r",? ?(?:but|however|yet|although|though|whereas|while)",
    declined=r"(?<=\d )refused|(?<=en )refused|refused on|(?:will|would) not (?:say|disclose|reveal|comment)|(?:refused|declined|unwilling) to (?:say|answer|disclose|provide|reply|respond|release|tell|reveal|state)|neither confirmed nor denied|withheld the (?:figures?|information|numbers?|makes?)",
    letter=r"dear (?:sir|madam|applicant|requester|mr|mrs|ms|dr|all|[a-z]+)(?= *(?:,|$|\n))|your (?:freedom of information |foi )?(?:request|e-?mail of|letter|enquiry|questions?)|you asked|our ref(?:erence)?|request for information|foi(?:a)? (?:request|response|ref)",
    holding=r"own|owns|have|has|operate|operates|use|uses|run|runs|possess|possesses|hold|holds",
    whole_is=r"(?:estate|cameras?|systems?|equipment|cctv|units|stock|devices|recorders?|fleet|network|they|these) (?:is|are|was|were|consists?) (?:now |currently |almost |all |of )?(?:entirely|wholly|exclusively|solely|mostly|mainly|largely|predominantly|chiefly|primarily|all|completely)",
    framework=r"frameworks?|dps|dynamic purchasing|maximum",
    tender=r"tender|planning|planned|prior information|pin|opportunity|call for competition|invitation|rfp|rfq|itt|pipeline|early engagement|expression of interest",
    notice_award=r"award(?:ed)?|contract award|awarded contract|modification|vtn",
    bodies=(
        r"(?:councils?|boroughs?|authorit(?:y|ies)|agenc(?:y|ies)|forces?|departments?|constabular(?:y|ies)|municipalit(?:y|ies)|(?:public |local |government |responding )?bod(?:y|ies)|commands?"
        r"|states?|count(?:y|ies)|districts?|provinces?|cit(?:y|ies)|towns?|villages?|communes?|prefectures?|cantons?|parishes|parish|ministr(?:y|ies)|universit(?:y|ies)|colleges?|schools?|hospitals?|trusts?"
        r"|jurisdictions?|organi[sz]ations?|institutions?|respondents?|police (?:services|departments)|libraries|prisons?|airports?|operators?|boards?|regions?|wards|governments?|countries|ports)"
    ),
    sites=(
        r"stations?|trains?|buses|buildings?|sites?|locations?|intersections?|junctions?|harbou?rs?|towers?|poles?|vans?|vehicles?|ferries|trams?|carriages?|streets?|roads?|crossings?|checkpoints?|parks?|depots?|terminals?"
        r"|premises|estates?|floors?|rooms?|cells?|gates?|places?|blocks?|homes?|properties|corridors?|car parks|columns?|masts?|entrances|stops|platforms|bridges|tunnels|shops|stores|points"
    ),
    uncounted=(
        r"(?:head )?teachers?|headteachers?|nurses?|doctors?|voters?|taxpayers?|drivers?|shoppers?|subscribers?|followers?|volunteers?|owners?|managers?|clerks?|lawyers?|judges?|soldiers?|agents?|inspectors?|fighters?|migrants?|tenants?|neighbours?|parents?|protesters?|speakers?|studies|surveys?|reports?|articles?|audits?|proposals?|applications?|objections?|amendments?|signatures?|seconds|matches|hits|errors|searches|documents?|pages?|interviews?|officials?|persons?|people|officers?|staff|employees|operators|questions?|requests?|replies|responses|letters|e-?mails?|votes?|residents?|users?|customers?|journalists?|deputies|councillors?|members?"
        r"|tenders?|bids?|bidders?|quotations?|quotes|offers?|contracts?|contractors?|cases?|arrests?|alerts?|incidents?|images?|visits?|instal?ments|names?|faces|plates|entries|lawmakers?|mps?|lines?|metres|meters|kilomet(?:er|re)s|miles"
        r"|companies|firms|manufacturers|makers|vendors|suppliers|distributors|shareholders|arrests|convictions|complaints|minutes|records?|files|invoices|articles|sections|lots?|phases|parts|copies|words|shares|projects?|schemes?|plans?"
        r"|men|women|children|students|pupils|patients|prisoners|detainees|workers|engineers|guards|sources|experts|witnesses|researchers|languages|types?|models?|kinds?|makes|brands|categories|criteria|grounds|reasons|times|occasions|tables|figures|results|orders|households|visitors|passengers|motorists|searches|matches|scans|meetings|hearings|posts|jobs|desks|seats|screens?|pixels|channels|lenses|lens"
    ),
    generic=r"spares?|units?|devices?|pieces?|heads?|sets?|items?|replacements?|installations?|kits?|instruments?|machines?|boxes|gadgets?|pcs|eyes|ones",
    body_does=(
        r"(?:(?:also|each|already|still|now|simply|all|never|since|then|later|currently|either|together|flatly|openly|at least|had|has|have|that|who|which|said they|say they) )*"
        r"(?:(?:removed|replaced|installed|delivered|supplied|switched|scrapped) (?:the|their|its|all|some|them|any|every|it)|own(?:s|ed)?|ha(?:ve|s|d)(?! (?:(?:also|already|now|since|so far|yet|then|ever|never|all|both|since then) )*(?:been|gone|come|broken|taken|begun|given|grown|fallen|[a-z]+ed)\b)|us(?:e|es|ed)|operat(?:e|es|ed)|run|runs|ran|acquired|bought|buy|purchased|deploy(?:s|ed)?|rel(?:y|ies|ied)|installed (?=\w)|report(?:s|ed)?|named?|declared|listed|admitted|acknowledged|disclosed|confirmed|told|said|say"
        r"|answer(?:ed)?|repl(?:y|ied)|respond(?:ed)?|refus(?:e|ed)|declin(?:e|ed)|ignored|(?:did|do|does|could|can|would|will)(?: not|n't) (?!be\b)\w+|(?:have|has|had) (?:(?:also|already|now|since|so far|yet|then|never|\w+ly) )*(?:bought|used|trialled|tested|piloted|acquired|installed|removed|replaced|dropped|switched|signed|spent|refused|asked|told|said|reported|carried|banned|stopped|begun|started|decided|agreed|voted|ordered|purchased|scrapped|abandoned|cancelled|declined|answered|replied|responded|disclosed|published|introduced|adopted|deployed|owned|leased|rented)|cannot \w+|could (?:say|tell|show|name|give)|did|do|intend|plan|expect|want|hope|aim|claimed|insisted|gave|give|kept|keep|hold|held|possess|spent|signed|contracted|removed|scrapped|phased|stopped|began|started|sought|asked|withheld|failed|came back|got back|wrote back|returned|provided|supplied (?:figures|data|an answer)|sent back|cited|lack(?:ed)?|stayed|remained silent|admit|confess(?:ed)?|own up|are (?:phasing|planning|considering|replacing|reviewing|using|removing|trialling|buying)|were (?:using|unable)|are (?:unable|still using))"
    ),
    thing_does=(
        r"(?:(?:also|already|still|now|only|ever|never|since|all|currently|so far|apparently|actually|in fact|reportedly|eventually|subsequently) )*"
        r"(?:(?:are|were|is|was|have been|had been|has been|have since|had since|to be|being|will be|would be|get|got|can be|could|can|should|must|may|cannot|would|will|might|shall)\b|(?:have|has|had) (?:(?:also|already|now|since|so far|yet|then|ever|never|all) )*(?:gone|come|broken|taken|arrived|been|\w+ed)\b|gone|went|existed|exist|(?:do|did|does)(?: not|n't) (?:work|function|record|operate)|remain(?:s|ed)?|entered|arrived|came|come|delivered|installed|fitted|mounted|working|removed|replaced|switched|broken|faulty|made|manufactured|produced|built|supplied|branded|bought|purchased|ordered|shipped|live|active|operational|in (?:use|service|place|storage|stock|working)|out of (?:use|service|order)|failed|carry|carried|bear|bore|work(?:ed)?|sit|sat|stand|stood|hang|follow|went|go|say|look|lapsed|expired|crashed|extra|more)"
    ),
    found_in=r"(?:(?:is|are|was|were) )?(?:(?:also|now|still) )?(?:in use |found |present |installed |used |seen |in place |deployed |fitted |spread |listed |mounted |held |owned |operated |declared |reported )?(?:turns? up |appears? |shows? up |features? |crops? up )?(?:in|by|at|on|across|among|for)(?: its| their| the)?(?: use (?:in|by|at))?(?: (?:no (?:more|fewer|less) than|at least|up to|about|some|around|over|more than|fewer than))?(?: (?:only|just|all|another|a further|the))?",
    everyone=r"(?:all but (?:\w+[ -]?){1,2}\w+(?= of)|all but \w+|all|every (?:single |last )?one|each (?:and every )?one|each|the lot|the whole lot|the entire \w+|without exception|exclusively|entirely|wholly)(?: of (?:them|these|those|which|it|the (?:cameras|units|devices|readers|recorders|drones|lot)))?",
    all_but=r"all but|all except(?: for)?|all bar|all save|excluding|excludes|not counting|not including",
    given=(
        r"(?:the|these|those|its|their|our|his|her|all|all the|all of the|both|same)(?: (?:other|same|first|last|final|missing|remaining|new|old|existing|initial|original|latest|faulty|broken|affected|rest|present|current|said|\w+ed))?"
        r"|a further|another|an additional|an extra|the other|some of the|of the|of these|of those"
    ),
    back=r"of (?:them|these|those|the (?:cameras|units|devices|readers|recorders|drones|sets|machines|lot|total|batch|equipment|kit))|extra|more(?! than)|others|further|remain(?:s|ed|ing)?|went|have since|had since|to follow|were to be|are to be",
    told_after=(
        r"(?:(?:(?:all )?(?:the|these|those|its|their)|all|both) (?:\w+ ){0,2}(?:cameras|devices|units|equipment|kit|machines|readers|recorders|drones|hardware|sets|systems|models|gear|products|items|replacements|terminals|scanners)"
        r"|all|they|(?:these|those)(?= (?:are|were)\b)|every (?:single |last )?one|each(?: one)?|the lot|(?:their|its) (?:maker|manufacturer|brand|make|supplier|producer)|(?:it emerged|it turned out|records show|labels show) that (?:they|all))(?: of (?:them|these|those|the (?:cameras|devices|units)))?"
        r"(?:,? (?:which|that|are|were|is|was|had been|have been|come|came|bear|bore|carry|carried|turned out to be|all|had|proved to be)\b)*"
    ),
    changed_from=r"(?:gone|goes|come down|gone up|gone down|fell|falls|fallen|dropped|rose|rises|risen|went|grew|grown|increased|decreased|declined|climbed|jumped|down|up|shrank|shrunk|cut|reduced|expanded|doubled|tripled|slumped|swelled|moved|slid|soared|halved)(?: by .{1,20})? from",
    changed_to=r"to",
    neither=r"neither(?: of (?:them|the two|these))?|none of (?:them|these)|no equipment (?:by|from|of) either",
    spec=r"(?:(?:each|every one|all) )?(?:with|having|holding|containing|carrying|supporting|for up to|offering|fitted with|equipped with)(?: (?:up to|at least|some|only))?|per|times|every|within|in the last|for the (?:last|past)|at intervals of|chapter|room|aged|rated|(?:up|down|rose|risen|fell|fallen|grew|grown|dropped|increased|decreased|rise|increase|drop) by",
    ratio_after=r"(?:for|per|to) (?:every|each)",
    of_money=r"(?:over|above|under|below|within) (?:the )?(?:budget|estimate|cost|price)|cheaper|dearer|more expensive|discount|surcharge|of (?:the |this |that |it|all )?(?:money|total (?:cost|spend|spending|price|value)|costs?|price|budget|spend(?:ing)?|sum|value|contract)",
    not_amount=(
        r"fees?(?: paid)?|(?:appropriate |cost )?limit|limit of|fined?|fines|spending-over-|over-|threshold|salary|salaries|wages|tickets?|compensation|damages|revenue|turnover|profits?|market|per page|copying|copy|above|reward|bribe|tax|rates?|donat(?:ed|ion) to|subscription|% off|worth of (?!\w+ (?:cameras|equipment))|rent|fares?|lost|losses|sales of|assets|duplication|penalt(?:y|ies)|recovered|bursar(?:y|ies)|charges? of|deposit|insurance|duty|subsid(?:y|ies)|pension|capital of|turned over"
    ),
    the_price=(
        r"(?:^|the )(?:total |overall |whole |combined |final )?(?:bill|cost|costs|price|total cost|total price|outlay|invoice|deal|contract value|contract price|sum paid|amount paid|expenditure|spend|purchase price|(?:worth|price|amount|sum) paid|order|purchase|contract|work)"
        r"|these (?:cameras|devices|units|systems)|(?:the )?(?:value|cost|price|total)(?= *:)|(?:bought|paid for) (?:them|these|it|the lot)|each (?:unit|camera|one|device|reader)|on (?:them|these)|for (?:them|these)|for the (?:cameras|units|devices|equipment|lot)|for both|for all of them"
    ),
    offered=r"quotations?|quotes? (?:received|were|had|from)|offers? (?:received|were|had)|bids? (?:received|were|had)|tenders? (?:received|were|had)|prices? (?:received|obtained|were obtained)|estimates? (?:received|were obtained)",
    rejected=r"turn(?:ed|s|ing)? down|reject(?:ed|s|ing)?|declin(?:ed|es|ing) (?:an?|the|its|their|any) (?:offer|bid|gift|proposal|donation)|refus(?:ed|es|ing) (?:an?|the|its|their) (?:offer|bid|gift|proposal|donation)|said no to|sent back|spurned|voted (?:\S+ )?(?:not to|against|down)|resolved .{0,30}not to (?:accept|buy|proceed)|not to accept|excluded",
    whole_noun=r"equipment|kit|gear|hardware|technology|devices|systems?|estates?|surveillance|cctv|software|cameras?",
    the_number=r"the (?:\w+ )?(?:number|figure|total|tally|count)(?: of (?:\w+ ){0,2}\w+)?(?: under consideration| for \w+| (?:removed|installed|replaced|remaining|delivered|bought|purchased|fitted|held|owned|still (?:there|left)|(?:still )?in (?:use|service|place))(?: (?:by|in|at|since|to) \w+)?)? (?:is|was|stands at|stood at|comes to|came to|has reached|rose to|fell to)|(?:quantity|number|qty|total number) *:",
    other_makes=r"others?|unknown|not known|unbranded|unidentified|unspecified|various|no brand|make unknown|remainder|rest|not stated|not recorded|misc(?:ellaneous)?",
    companies=r"compan(?:y|ies)|firms?|corporations?|vendors?|manufacturers?|makers?|suppliers?|entit(?:y|ies)|enterprises|businesses",
    paid_words=r"transferr?ed|incurred|went to|goes to|gone to|expended|disbursed|poured|handed over|settled|remitted|splashed out|shelled out|laid out|passed|wired|cost|spent|paid|pays?",
    budget_words=r"request(?:s|ed|ing)?|set aside|released?|fund(?:s|ed|ing)|sought|ask(?:ed|ing) for|ring-?fenced|provision|voted|budget(?:s|ed)?|earmark(?:s|ed)|allocat(?:es|ed)|committed|pledged|promised|foresaw|foreseen|planned",
    invoice_words=r"bills?|billed|outstanding|ow(?:ed|ing|es)|arrears|invoices?|invoiced|payable|due",
    award_words=r"loans?|grants?|deals?|variations?|ordered|order|leases?|leased|hire|renewed|renewal|subscriptions?|comes to|purchase|bought|buy|agreed|signed|let",
    value_words=r"worth|valued?|value|gift|donat(?:ed|ions?)|estimat(?:e|ed|es)|put at|puts it at|closer to|true (?:cost|figure)|quotations?|quot(?:e|es|ed)",
    covers=r"(?:this|that|the (?:sum|figure|amount|total|cost|price)|it) (?:only )?(?:cover(?:s|ed)|includ(?:es|ed)|was for|is for|relates? to|related to|paid for|bought|represents)",
    former=r"of the former|of the first(?: make| firm)?",
    latter=r"of the latter|of the second(?: make| firm)?",
    takes=r"(?:(?:has|had|have|with|supplied|provided|made|makes|manufactured|built|sold|account(?:s|ed)? for|contribut(?:es|ed)|took|takes|on|at|comes? (?:to|second with|next with)|follow(?:s|ed)? with|leads? with|is behind|was behind|were behind|puts? its own at|shipped|delivered|to|x|×)\b ?)+(?:another|a further|the other|the remaining|some|about|only|just)?",
    handles=r"return(?:ed|s)?|removed?|scrapped|replac(?:es?|ed)|add(?:s|ed)|installed|bought|ordered|received|deliver(?:s|ed)|took down|taken down|shipped|sold|lost|retired|put (?:up|in)|mounted|deployed|disconnected|swapped|verified|tested|switched off|decommissioned|dumped|shelved|bins|binned|stripped out|tore out|ripped out|pulled(?: out| down)?|fitted|erected|acquired|purchased|supplied|handed over|procured|leased|rented",
    tallies=r"acknowledg(?:es?|ed|ing)|admits?(?: to)?|admitted(?: to)?|yield(?:s|ed)|gives?|gave|mention(?:s|ed)|sp(?:oke|eaks?) of|talk(?:s|ed) of|(?:put|puts) (?:it|them|the (?:number|figure|total|tally)) at|claim(?:s|ed)(?: to have)?|invoiced for|billed (?:us )?for|cit(?:es|ed)|declar(?:es|ed)|turned up|(?:came|come|comes) up with|(?:price|cost) (?:of|for)|stands? at|stood at|gets?|got|identif(?:y|ies|ied)|comes? to|came to|makes?|made|(?:it|there|that) (?:is|was)|they (?:are|were|number|numbered)|numbers|numbered|fl(?:y|ies|ew|ying)|logged|recorded|registered|spotted|operates?|runs?|there (?:is|are|was|were|should be|ought to be|would be|used to be)",
    versus=r", not|up from|down from|compared (?:with|to)|against(?: a target of| an? (?:planned|promised|expected))?|instead of(?: the)?|rather than(?: the)?|as opposed to|not the|out of a (?:planned|promised)|from|short of the",
    new_things=r"replacements?|new ones|successors",
    the_share=r"the (?:proportion|share|percentage|rate|figure|ratio)",
    asked_of=r"(?:(?:were|was|that were|we|bodies|that we|initially) )*(?:approached|asked|contacted|surveyed|polled|wrote to|written to|queried|sampled|questioned|invited|canvassed|studied|examined|in the sample|in our sample)",
    thing_nouns=r"readers?|handsets?|sensors?|robots?|quadcopters?|copters?|aircraft|uavs?|bodycams?|body cams?|dashcams?|terminals?|licen[cs]es?|towers?(?= cameras)|gates?(?= readers)|scanners?|kiosks?|trackers?|monitors?|jammers?|interceptors?|balloons?|helmets?|glasses",
    have_both=r"(?:have|has|had|said|say|reported|named|answered|listed|mentioned|own|owns|use|uses|run|runs|hold|operate|using|with|reported|named|bought|possess) (?:both|more than one of (?:them|these|the|those))|both of (?:them|these|those|the makes)|both makes|more than one of (?:them|these|the) ?(?:makes|makers|brands)?",
    have_them=r"(?:have|has|had|own|use|run|operate|using|hold|bought|keep|possess) (?:them|some|these|those|any of them|(?:its|their|the company's|the firm's) (?:cameras|equipment|kit|devices|products|recorders|systems))\b(?! (?:under|in|on|to|at))",
    told_which=r"(?:(?:all|both|each|every one of them) (?:of (?:them|which) )?)?(?:(?:which|that) )?(?:(?:are|were|is|was|being) )?(?:all )?(?:made|manufactured|produced|built|supplied|sold|badged|branded|marketed|designed)(?: exclusively| entirely)? (?:by|as|under)(?: the| china's| chinese)?(?: (?:firm|company|giant|maker|manufacturer|vendor|brand|supplier|state-owned|telecoms|tech))*",
    unaware=r"(?:did|do|does)(?: not|n't) (?:\w+ )?know|unable to (?:say|tell|identify|state)|could(?: not|n't) (?:say|tell|identify|name|establish)|cannot say|not sure|no idea|could (?:say|tell us|show|name)(?= which| who| what| how| where)",
    not_made_by=r"to|in|at|for|than|with|against|per|over|under|after|before|since|on|more|fewer|less",
    number_verb=r"number of (?:[\w'-]+ ){1,5}(?:is|are|was|were|has|had|have|fell|rose|grew|dropped|went|stands|stood|reached|doubled|trebled|tripled|remains|climbed|jumped|increased|decreased|declined)",
    old_things=r"legacy|old|older|obsolete|analog(?:ue)?|ageing|aging|previous|dummy|domestic|private",
    none_of=r"none(?: of (?:them|these|those|the \w+))?|not one(?: of (?:them|these|those|the \w+))?|no (?:such |other |new |\w+-made )?(?:cameras?|equipment|devices?|units?|readers?|recorders?|drones?|systems?|products?|technology)|no|nil(?: of)?|nobody|never",
    do_so=r"^ (?:now )?(?:do|did|does|have|had)(?=[.,;:)]| so\b)",
    award_doc=r"(?:notice of|contract) (?:contract )?award|award (?:notice|decision|of contract)|contract awarded|results? of (?:the )?(?:tender|procurement)",
    tender_doc=r"tender (?:summary|notice|documents?)|contract notice|invitation to (?:tender|bid)|request for (?:proposals?|quotations?|tenders?|bids?)|procurement notice|notice inviting|call for (?:tenders|bids)|prior information notice",
)
