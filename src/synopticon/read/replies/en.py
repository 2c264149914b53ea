"""How replies in English speak of the request."""

# ruff: noqa: E501  # alternatives of one pattern stand together

from __future__ import annotations

from synopticon.read.reply_words import ReplyWords

_GIVE = (
    r"(?:disclos\w*|releas\w*|provid\w*|furnish\w*|suppl(?:y|ied|ying)|publish\w*|shar(?:e|ed|ing)|reveal\w*|nam(?:e|ed|ing)"
    r"|identif(?:y|ied|ying)|divulg\w*|communicated?|ma[dk]e (?:available|public)|giv(?:e|en|ing)|hand(?:ed)? over|comply"
    r"|answer(?:ed)?|confirm(?:ed)?|grant(?:ed)?|state|say)"
)
_OPEN = r"(?:disclos\w*|releas\w*|publish\w*|reveal\w*|divulg\w*|share|name)"
_ASKED = r"(?:request|application|access|disclosure|release|information|records?|documents?|data|details|enquiry|question|it)"
# Private people and firms: their cameras are nobody's answer, another authority's are.
_PRIVATE = (
    r"(?:(?:the|a|an|its|their|local|private|individual|nearby|neighbouring) ){0,2}"
    r"(?:shop|trader|tenant|contractor|landlord|resident|owner|neighbour|retailer|business|household|leaseholder|occupier)"
)
_OWN = (
    r"us|ourselves|our own|(?:the|this) (?:council|authority|trust|university|college|department|borough|board|force|constabulary"
    r"|school|hospital|agency|organi[sz]ation|township|city|town|village|commission|ministry|municipality|institution|body|company"
    r"|office|corporation|service)(?! (?:of )?(?!in\b|at\b|on\b|and\b|for\b|since\b|from\b|itself\b)\w)"
)
_OTHERS = (
    r"(?:tenants?|sub-?tenants?|traders?|retailers?|shops?|shopkeepers?|supermarkets?|residents?|lessees?|leaseholders?|licensees?|concessionaires?|contractors?|sub-?contractors?"
    r"|landlords?|housing associations?|visitors|neighbou?rs?|schools|academies|clubs?|hotels?|businesses|(?:individual|some|other|many|local|several|private|most) (?:departments|agencies|councils|firms|owners|landowners|operators))"
)
_OUTSIDE = r"(?!(?:the|our|an?|your|my|its) (?:(?:\w+ ){0,2}(?:department|team|service|services|unit|section|officers?|office|desk|colleagues?|directorate|division|branch)(?! of)|relevant|appropriate|responsible|right|correct)|us\b|you\b|me\b|colleagues)\w+"
_RUN = r"(?:owned|operated|run|managed|controlled|administered|looked after)"

# "Not a public authority", "outside the scope of the Act", "the Ordinance does not apply to us".
_LAW = r"(?:(?:the|this|that|any|your|state's|said) )?(?:[\w'()-]+ ){0,6}?(?:acts?|laws?|ordinances?|codes?|legislation|regulations?|regimes?|statutes?|foia?|foisa|rti|regime|provisions|schemes?)\b"
_NOT_BOUND = (
    r"(?:not|nor|neither|never|no longer)(?: (?:itself|currently|presently|considered|deemed|regarded|classed|treated))?(?: (?:as|to be))? (?:an? |one of the )?(?:\w+ )?(?:(?:public|listed|scheduled|relevant|designated|prescribed|specified|covered|government|governmental|state|state-funded) ){1,2}(?:\w+ )?(?:authority|body|agency|institution|entity|organi[sz]ation|department)"
    rf"|not(?: \w+)? (?:subject to|covered by|bound by|caught by|governed by|within|under|listed (?:in|under)|included in|amenable to|answerable under) {_LAW}"
    rf"|(?:outside|beyond|fall(?:s|ing)? out of|out of|excluded from|exempted from)(?: of)? (?:the )?(?:(?:scope|ambit|reach|remit|purview|coverage|jurisdiction|application) of )?{_LAW}"
    r"|(?:act|law|ordinance|code|legislation|regulations?|statute|foia?|regime|duty|rules)(?: \w+){0,4}? (?:do|does|did)(?: not|n't) (?:apply|extend|cover|bind|reach|oblige|require)(?! to (?:the (?:cost|fee)))"
    r"|under no (?:legal |statutory |such )?(?:obligation|duty|requirement|compulsion)|(?:have|has|owe|owes) no (?:legal |statutory |such )?(?:duty|obligation) to"
)
# "Will neither admit nor deny", "can say neither yes nor no", "such records, if any exist".
_CONFESS = r"(?:confirm|deny|admit|verify|acknowledge|disclaim|affirm|disavow|dispute|concede|repudiate|rebut|negate)(?:s|ed|es|ing)?"
_NEITHER = (
    rf"(?:neither|not|n't|cannot|nor|without|declin\w+ to|refus\w+ to|unable to|wish to)(?: \w+)? {_CONFESS},? n?or (?:to |does it |do we |will it |will we )?(?:\w+ )?{_CONFESS}"
    r"|neither (?:a )?(?:['\"]?yes['\"]?|confirmation|admission|affirmative) n?or (?:an? )?(?:['\"]?no\b|denial|negative)|(?:existence|absence) or (?:non-?existence|otherwise|absence|existence)"
    r"|(?:will|shall|can|do|does|would|could|may)(?: not|n't) (?:be (?:commenting|drawn)|comment|be in a position to comment)|no comment|(?:policy|practice|custom) (?:is )?(?:not to|never to) (?:comment|discuss|disclose|confirm|say|reveal|release|talk)|prefer not to (?:say|disclose|answer|comment)"
)
_NO_ANSWER = (
    r"(?:unable|not able|not in a position|cannot|can not|regret|impossible|not possible)(?: \w+){0,4} (?:accede|agree|assent|consent|accommodate|fulfil|fulfill|grant|oblige|entertain|satisfy) (?:to )?(?:your|the|this|such)|not for (?:public |general |open )?(?:release|disclosure|publication|circulation|consumption)|(?:say|disclose|reveal|release|add|divulge|volunteer|tell you) nothing (?:about|on|as to|regarding|concerning|of|more)|(?:matter|question|issue) of (?:national |state |public )?security|(?:assist|help|aid|benefit|embolden)(?: \w+){0,2} (?:criminals|offenders|terrorists|attackers|intruders|burglars|those (?:who|with|intent))|"
    r"no (?:further |other |such )?(?:answer|information|details?|data|response|reply|records?|particulars|documents?|copies|disclosure)(?: \w+){0,5}? (?:will|can|shall|may|is to|are to|is going to)(?: \w+)? be (?:given|provided|supplied|released|disclosed|made|furnished|issued|shared|sent)"
    r"|(?:your|the|this|said) (?:\w+ ){0,3}(?:request|application|petition)\b[^;?]{0,320}? (?:is|was|are|were|has been|have been|being|must be|stands) (?:therefore |hereby |accordingly |thus |being |respectfully )?(?:denied|declined|refused|rejected|dismissed|turned down)"
    r"|(?:take|takes|require|requires|need|needs|involve|involves|taking|requiring|consume|occupy)(?: \w+){0,4} (?:\d+|hundreds of|many|several|dozens of|thousands of|countless)(?: \w+)? (?:hours|man-?days|person-?days|staff days|man-?hours|person-?hours)(?! (?:of (?:footage|video|recording)|to (?:reply|respond|answer)))"
    r"|(?:beyond|over|above|in excess of|more than|greater than|exceed\w*) (?:the |our |what )?(?:\w+ ){0,4}(?:hours (?:allowed|permitted|limit|provided|set)|cost (?:limit|ceiling|cap|threshold)|cap\b)"
    r"|(?:therefore|accordingly|hence|regrettably|consequently)(?: \w+)? not (?:complied|processed|proceeded|actioned|answered|complying|processing|proceeding)"
    r"|(?:need not|no need to|not|do not)(?: \w+){0,3} (?:provide|supply|send|repeat|reproduce|answer|disclose)(?: \w+){0,4} (?:again|separately|twice|individually|afresh|a second time)"
)

_FIRMS = r"(?:firms?|compan(?:y|ies)|makers?|makes?|brands?|manufacturers?|vendors?|badges?|names?|producers?|suppliers?|labels?|marques?|those|ones|enterprises|corporations?|entit(?:y|ies)|undertakings)"
_REFERRED = r"(?:named|listed|mentioned|specified|identified|cited|enumerated|concerned|in question|above|below|referred to|of interest|(?:that |which |whom )?(?:you|your \w+|the requester|the applicant) (?:\w+ )?(?:names?|named|lists?|listed|mentions?|mentioned|ask(?:ed|s)?(?: us)?(?: about| after| for)?|refers? to|referred to|specif(?:y|ies|ied)|cites?|cited|enquire[sd]? about|inquire[sd]? about|quotes?|quoted|asking about|identified|identif(?:y|ies)|had in mind)|(?:on|in|from|of) (?:your|the) (?:list|request|letter|question|questions|e-?mail|enquiry|application|message|query|schedule|note))"

REPLY = ReplyWords(
    language="en",
    refusal=(
        rf"{_NOT_BOUND}|{_NEITHER}|{_NO_ANSWER}|"
        r"(?<!no )(?<!not )(?<!any )(?<!vat )(?<!tax )exempt(?:ion|ions|ed)?(?! from vat)"
        r"|(?<!nothing is )(?<!nothing has been )(?<!nothing was )(?<!not )withh(?:eld|old|olding|olds)"
        r"|refus(?:al|e|ed|es|ing)(?! (?:collection|vehicle|vehicles|bin|bins|lorry|lorries|site|truck|trucks))|redact(?:ed|ion|ions|ing)"
        r"|confirm(?:ing|ation)?,? (?:n?or|or) (?:to )?den(?:y|ying|ial|ies)|confirm(?:ed)? nor denied"
        r"|(?:must|have to|has to|regret that we|obliged to|decided to) decline|declin(?:es?|ed|ing) to (?:disclose|provide|confirm|answer|release|say|comply|supply|share)"
        rf"|{_ASKED}(?:[^.;?]{{0,90}}?) (?:is|are|was|were|been|being|be) (?:therefore |hereby |accordingly |being |also |now |regrettably |hence )?(?:denied|declined|rejected|precluded|prohibited|barred|dismissed|turned down|unavailable for release|restricted)"
        r"|(?:denied|rejected|declined|turned down) (?:under|pursuant to|in full|in part|in its entirety|by virtue of|on (?:the )?grounds?|as)"
        r"|(?:agency|department|office|city|county|force|we|which) (?:claims?|invokes?|asserts?|relies|rely|relied) (?:on |upon )?(?:the )?(?:exemption|section|privilege|exclusion)"
        r"|(?:denied|denies|rejected|rejects|declined) (?:the|your|this|all|any|that|access)(?: \w+){0,3} (?:information|requests?|records?|disclosure|application|access|question|in)"
        r"|(?:keep(?:s|ing)?|kept|treat(?:s|ed|ing)?|remains?|held)(?: \w+){0,4} (?:confidential|secret|private|in confidence)|(?:falls?|comes?|is|are|lies?) (?:squarely |clearly )?(?:under|within|covered by|subject to) (?:the |an? |one of the )?(?:\w+ )?(?:exceptions?|exclusions?|restrictions?|secrecy)|not disclosable|non-disclosable"
        r"|vexatious|manifestly unreasonable|voluminous|unduly burdensome|frivolous"
        r"|(?:cost|appropriate|statutory|fees?) (?:limit|ceiling|threshold)|exceed(?:s|ed|ing)? (?:the )?(?:\w+ ){0,2}(?:limit|ceiling|threshold)|cost of compliance|more than (?:18|24|\w+) hours"
        r"|not obliged to|no obligation to|not required to (?:comply|provide|disclose|answer|confirm|create)"
        r"|public interest[^.;?]{0,80}(?:lies|favou?rs|against|outweigh\w*|withholding|maintaining)|(?:contrary to|not in|against) the public interest"
        r"|(?:section|sections|article|regulation|exception|exclusion|paragraph)(?: no\.?)? ?\d+\w*(?:\(\w+\)){0,3}[^.;?]{0,40}(?:engaged|applies|apply|relied upon|precludes?|prohibits?|prevents?)"
        r"|commercially (?:sensitive|confidential)|commercial (?:confidence|confidentiality|sensitivity)|trade secrets?|(?:operationally|security) sensitive|(?:for|on)(?: \w+){0,2} (?:security|operational) (?:reasons|grounds)"
        r"|reasons of (?:national |public |operational )?(?:security|safety)|(?:is|are|remains?) (?:strictly )?(?:classified|confidential|secret)|(?:official|state) secrets?"
        r"|(?:would|could|may|might|is likely to|are likely to|likely to)(?: \w+){0,4} (?:prejudice|endanger|compromise|jeopardi[sz]e|undermine|impede|hinder|harm)"
        r"|prejudicial to|detrimental to (?:security|policing|the security|public)"
    ),
    refusal_of=(
        rf"(?:do(?:es)?(?: not|n't)|have no|has no|without any)(?: \w+)? (?:intend|intention|propose|proposal|plans?|wish|consent|agree|undertake|volunteer|choose|desire)(?: to| of)?(?: \w+)? {_GIVE}|(?:will|shall|can|could|may|must|would|is|are|am|be|being) not(?: \w+){{0,3}} {_GIVE}|cannot(?: \w+){{0,3}} {_GIVE}|(?:can|won|could|may)'t(?: \w+){{0,3}} {_GIVE}"
        rf"|(?:unable|unwilling|not able|not willing|not prepared|not minded|not going|not in a position|impossible|refuse|decline)(?: for us)? to(?: \w+)? {_GIVE}|do(?:es)? not(?: \w+)? {_OPEN}|not be(?:ing)? {_GIVE}|not for (?:release|disclosure|publication)"
        r"|(?:against|from|prevent\w*|bar\w*) (?:its |their |the )?(?:disclosure|release|publication|disclosing|releasing|publishing)"
    ),
    information=(
        r"information|records?|access|data|details?|documents?|documentation|material|makes?|models?|manufacturers?|makers?|brands?|types?|figures?"
        r"|locations?|positions?|particulars|breakdown|lists?|inventor(?:y|ies)|answers?|request|application|names?|cop(?:y|ies)|questions?|this|these|it|further"
    ),
    not_refusal=(
        r"although (?:\w+ )?(?:not|we are not|it is not)|though (?:we are|it is|the \w+ is) not|(?:glad|happy|pleased) to (?:help|assist|answer|provide|oblige)|we nevertheless|nonetheless (?:provide|answer)|as a courtesy|voluntarily (?:provid|disclos|answer|releas)\w+|"
        r"internal review|complain(?:t|ts|ing)?|right to|copyright|re-?us(?:e|ed)|information commissioner|ombudsman|unless otherwise stated|if you are (?:unhappy|dissatisfied|not satisfied)"
        r"|if (?:we|the|your|any|some|you|it)|entitled to|appeal|whether or not|intended recipient|addressee|this e-?mail|disclaimer|personal (?:data|information)|names of (?:staff|officers|individuals)"
        r"|no (?:information|part)[^.;]{0,30}withheld|nothing (?:has been |is |was )?(?:withheld|redacted|exempt|refused)|without (?:any )?(?:redaction|exemption)s?|grant(?:ed)? your request in full|(?:with|to) us\b|tell us|told us"
    ),
    absent=(
        r"no such (?:\w+ )?(?:information|records?|data|documents?|list|register)(?: \w+){0,3}? (?:exists?|held|kept|available|maintained)|(?:information|data|records?|details?)(?: \w+){0,4} (?:is|are) not available (?:with|in|at|from|to) (?:this|the|our|us)|"
        r"(?:do|does|did|has|have)(?: not|n't)(?: \w+)? (?:hold|held|keep|kept|have|possess|retain|record|recorded|collect|maintain|maintained|compile|compiled)(?: \w+){0,4}? (?:information|data|documents?|documentation|details?|lists?|inventory|breakdown)"
        r"|(?:do|does|did)(?: not|n't)(?: \w+)? (?:hold|keep|have|possess|retain) (?:\w+ ){0,2}records?(?! of (?:any|ever|having))"
        r"|no (?:\w+ ){0,2}(?:information|documents?|documentation|data)(?: \w+){0,4}? (?:held|exists?|available|found|falling|within|relevant|on|about|regarding|concerning|relating)"
        r"|(?:hold|holds|have|has|possess|possesses|keep|keeps) no (?:\w+ ){0,2}(?:information|data|documents?|documentation|records?(?! of (?:any|ever|having|buying|purchas)))"
        r"|no records? (?:falling|within|relevant|responsive|relating|exists?|held)|not (?:in (?:our|its|the \w+'s) possession|held|known to|available to us)|unknown to (?:us|the)"
        r"|(?:information|data|records?|makes?|details?|it|this|which)(?: \w+){0,6} (?:is|are|was|were) (?:therefore |accordingly |also )?not (?:held|known|recorded|kept|collected|in our possession)"
        r"|(?:do|does|did)(?: not|n't)(?: \w+)? know (?:which|what|whether|who|if|the|how)|(?:not|n't|never) (?:told|informed|advised|given) us|no knowledge of (?:the|which|what)|information not held|does not exist in our"
    ),
    elsewhere=(
        rf"{_RUN}(?:,? (?:and |or |& )?(?:\w+)){{0,3}} by (?!{_OWN})\w+|(?:provided|installed|maintained|procured|supplied) and {_RUN} by (?!{_OWN})\w+"
        rf"|belong(?:s|ing|ed)? to (?!{_OWN}|{_PRIVATE})\w+|(?:is|are|was|were|remains?)(?: not (?:our|ours|us)[^.;]{{0,20}})? (?:wholly |entirely |solely )?the (?:\w+ )?(?:responsibility|property) of (?!{_OWN})\w+"
        r"|not (?:our|the \w+'s) (?:responsibility|property|cameras|equipment|system|function)|(?:cctv|cameras?|systems?|equipment|units|devices)[^.;]{0,40} (?:is|are|were) not ours|(?:cctv|cameras?|systems?|equipment)[^.;]{0,40} (?:is|are) the (?:responsibility|property) of"
        r"|(?:which|who|that|police|council|contractor|landlord|company|partner|provider|authority|service|plc|ltd|limited|llc|inc|operator|owner) (?:owns?|operates?|runs?|manages?|controls?)(?:(?: and|,) (?:owns?|operates?|runs?|manages?|maintains?|controls?)){0,2} (?:the|all|these|those|them|our|any|every|public|street|town|both)"
        r"|is responsible for (?:all |the |their |its |any )?(?:cctv|cameras?|purchase|provision|system|equipment|running|operation)|responsibility (?:for [^.;]{0,60})?(?:lies|rests|sits|falls|transferred|transfers|passed|passes|moved|was (?:transferred|handed|passed|moved))(?: over)? (?:with|to)|under the (?:control|management|ownership|operation|jurisdiction|purview|remit) of (?!us|the council)|(?:may|can|should|could) be (?:obtained|sought|requested|had) from|(?:landlord|contractor|operator|owner|police|council|company)'s (?:own|property|cameras|responsibility)"
        r"|(?:cameras|system|equipment|cctv)[^.;]{0,30} (?:is|are) the (?:landlord|contractor|operator|owner|police|council|county|state|city|company)'s"
        r"|(?:re-?direct|direct|address|send|refer|submit|re-?submit|forward|transfer(?:red|ring)?|re-?route)(?: \w+){0,4} (?:request|enquir(?:y|ies)|questions?|application|it|this|them|you)(?: \w+){0,6}? to (?!us\b)\w+"
        r"|(?:transferred|forwarded|referred|redirected) (?:under|in terms of|pursuant to)[^.;]{0,60} to|may (?:well )?be (?:able to help|better placed)|may (?:well )?hold|better (?:placed|directed)|(?:relevant|appropriate|correct|proper) (?:authority|body|agency|department) (?:is|would be|to (?:ask|contact|approach))"
        r"|(?:has|have|had) no (?:cctv|cameras?|system) of (?:its|our|their) own|does(?: not|n't) have any (?:cctv|cameras?) of (?:its|our) own"
    ),
    stranger=(
        r"(?:landlord|tenant|contractor|neighbour|resident|trader|shop|leaseholder|operator|owner)(?:'s|s') (?:\w+ ){0,2}(?:cameras?|cctv|systems?|equipment|units|devices)|"
        + _OTHERS
        + r"(?: of (?:ours|the \w+))?(?:,[^,;.]{1,40},)?(?: (?:who|that|which|in|at|on) [^,;.]{1,40}?)? (?:themselves |each |also |may |might |still )?(?:has|have|own|owns|operates?|runs?|us(?:es?|ing)|install(?:ed|s)?|fit(?:ted|s)?|keeps?|brings?|buys?|bought|purchases?|holds?|manages?)"
        r"|third part(?:y|ies)|next door|neighbou?rs?|neighbou?ring|(?:private|commercial|other|individual|some|several|many|local|nearby|adjacent|adjoining) (?:landlords?|operators?|owners?|compan(?:y|ies)|business(?:es)?|shops?|traders?|residents?|tenants?|premises|firms?|households?|householders?|organisations?|bodies|councils?|authorities|forces|agencies|hotels?|schools?)"
        r"|(?:tenants?|traders?|retailers?|shopkeepers?|residents?|lessees?|leaseholders?|licensees?|concession(?:aire|aires)|contractors?|landlords?|shops?|housing associations?|visitors) (?:themselves )?(?:have|has|own|owns|operate|operates|run|runs|use|uses|install|installed|fit|fitted|keep|keeps|bring)"
        r"|of (?:its|their|his|her) own|(?:has|have|uses?|runs?|owns?|operates?) (?:its|their|his|her) own|(?:its|their) own (?:\w+ ){0,2}(?:cameras?|cctv|system|equipment|devices)|nothing to do with us|not (?:the (?:council|trust|university|authority|city|force|company|board|college|department)'s|ours)|(?:belong|belonging|belongs) to (?:the )?(?:tenant|trader|contractor|landlord|shop|resident|owner|private|neighbour)\w*|privately owned"
    ),
    received=(
        r"(?:we|i) (?:refer|write|wrote|write further|revert) (?:further )?(?:to|in (?:reference|connection|relation) (?:to|with)|with reference to|regarding|about|concerning) your (?:\w+ ){0,2}(?:request|letter|e-?mail|application|enquiry|message|query)|(?:will|shall|to) revert\b|(?:we|i) (?:are|am) (?:currently |now |presently |still |actively )?(?:process|look|consider|handl|compil|collat|gather|consult|search|work|examin|study|prepar|deal|review|attend|follow|check)ing\b(?! to (?:buy|purchase|replace|install))"
        r"|(?:is|are) (?:currently |now |presently |still )?(?:being )?(?:looked (?:into|at)|attended to|examined|studied|prepared|compiled|collated|actioned|researched|with (?:our|the) (?:\w+ ){0,2}(?:branch|desk|division|counsel|colleagues|directorate|office|section|bureau))|(?:reply|response|answer|letter|decision) (?:follows|to follow)|(?:you|they) (?:will|shall) be (?:informed|notified|advised|contacted|written to|updated)|noted with thanks|hear from (?:us|me|our)|bear with us|under (?:active )?(?:consideration|examination|process)"
        r"|(?:your|the|this) (?:\w+ )?(?:request|e-?mail|message|enquiry|inquiry|letter|correspondence|application|submission|form|query|contact)(?:[^.;?]{0,90}?) (?:received|arrived|reached|logged|registered|recorded on|passed|forwarded|allocated|assigned|acknowledged|processed|considered|dealt with|under consideration|under review|in hand|in progress|in the queue|receiving attention|with (?:the|our) (?:\w+ )?(?:service|team|department|unit|office|officer|section))"
        r"|(?:has|have) been (?:given|assigned|allocated|issued)(?: with)? (?:the |a |an |case )?(?:\w+ )?(?:number|reference|ref|id)|(?:has|have) (?:\w+ ){1,3}days (?:to|in which|within which)|under process|in process|(?:reply|response|answer|decision) (?:will|shall|is to|should) (?:be (?:sent|issued|given|made|provided|with you)|follow|reach)"
        r"|(?:need|needs|require|requires|have|has) until|(?:finish|complete|conclude|continue)(?:ing)? (?:our|the|its) search|(?:fee|payment|deposit|charge)[^.;]{0,60}(?:before (?:we|the|work|any)|prior to|must be paid|is required|payable in advance)|(?:messages?|requests?|e-?mails?|enquiries) (?:will|are|is) (?:be )?(?:dealt|answered|read|processed|handled)|(?:lines|phones|we) are open|ticket (?:#|no|number|\d)|an? (?:agent|officer|adviser|advisor|colleague|member of (?:staff|our team|the team)) (?:will|shall|is going to)"
        r"|it is (?:now )?with the (?:service|team|department|unit|section|officer)|(?:we|i) (?:have |can )?(?:confirm |acknowledge )?(?:receipt|received)|received (?:with thanks|your|and logged)|in receipt of|acknowledg\w+"
        r"|(?:will|shall|hope to|aim to|expect to|expects? to|endeavour to|intend to|should|try to|undertake to)(?: \w+){0,3} (?:respond|reply|be in touch|contact you|get back|write to you|answer|hear from us|hear from|receive (?:a|an|our|your|the)|be read|be dealt with|be processed|be answered|look at|read your|deal with your|come back to you|do so (?:shortly|soon)|provide a (?:full |substantive )?(?:response|reply)|follow(?: shortly| in due course| up)?)"
        r"|please (?:quote|keep|note down|use) (?:this |the |your )?(?:reference|ref|case|number|\w+-\d+)|(?:your|the) (?:\w+ )?(?:reference|ref|case|ticket)(?: (?:number|no\.?|id))? (?:is|:)|(?:case|ticket) (?:no\.?|number) "
        r"|automat(?:ed|ic|ically)(?: \w+){0,2} (?:reply|response|message|e-?mail|acknowledg\w+|generated)|auto-?(?:reply|response|responder)|do not reply to this|(?:un)?monitored (?:mailbox|inbox|account|address|e-?mail)|(?:mailbox|inbox|account) is (?:not )?(?:un)?monitored"
        r"|out of (?:the )?office|away from (?:my|the|our) (?:desk|office)|on (?:annual |maternity |sick |study )?leave|(?:opening|office|working) hours|(?:office|offices|desk) (?:is|are) (?:open|closed|staffed)|(?:monday|mon) (?:to|-|until|through) (?:friday|fri)|next working day"
        r"|thank you for (?:your (?:e-?mail|message|request|enquiry|inquiry|letter|interest|patience)|contacting|getting in touch|writing)|extend(?:ed|ing|s)? (?:the |our |this )?(?:\w+ )?(?:time|deadline|period|limit)|(?:further|additional) (?:\w+ )?(?:working )?days|more time|(?:need|require|seek|ask for|grateful for)(?: \w+){0,3} clarif\w+|(?:could|can|please) (?:you )?clarify|the clock (?:stops|is paused|will)|apologi[sz]e for (?:the|this|any|our) delay|(?:has|have) not (?:yet )?been able to (?:answer|respond|reply|complete)|being (?:processed|dealt with|considered|handled)|pending (?:the )?(?:consultation|search|payment)"
    ),
    pending=r"yet|so far|shortly|in due course|still|hope to|expect to|soon|as soon as|until we|until you|for the time being|at this stage|extend\w*|clarif\w+|further \d+ working days|further time",
    about_request=(
        r"(?:you|the requester|the applicant) (?:may|might|could|can|should|are (?:free|welcome|invited|advised|encouraged)|would be)(?: \w+){0,4} (?:narrow\w*|refin\w+|limit\w*|restrict\w*|reduc\w+|resubmit\w*|confin\w+|focus\w*|re-?word\w*|amend\w*|revis\w+|modif\w+|re-?phras\w+|consider|ask)|(?:if|were|had|should) (?:you|it|your request|the request|the scope)(?: \w+){0,3} (?:narrow\w*|refin\w+|limit\w*|restrict\w*|reduc\w+|confin\w+|focus\w*)|(?:narrow|refin|limit|restrict|reduc|confin)(?:e|ed|ing)? (?:the |your |its )?(?:scope|request|question|application|enquiry|search)|(?:suggest|recommend|invite|advise)(?: that)? you"
        r"|(?:your|the|this) (?:\w+ )?(?:request|application|enquiry|question|letter|e-?mail)(?: \w+){0,4} (?:concern(?:s|ed|ing)?|relat(?:es|ed|ing)|about|regard(?:s|ed|ing)?|for information|referred|refers|in respect of)|^ *(?:it|that|this) concern(?:s|ed)|(?:answer|respond to|reply to|process|complete|consider|deal with|handle|handling|processing|dealing with|looking into|look into) your (?:\w+ )?(?:request|enquiry|application|questions?)|(?:information|records?|data|details|documents?) (?:that )?(?:you )?(?:sought|seek|requested|asked for|want|wish)|(?:sought|requested|asked) (?:regarding|about|concerning|on)|^re:?|^subject:?"
    ),
    none=(
        r"(?:not|n't|never|no|nor|without)\b[^.;?]{0,50} such (?:\w+ )?(?:equipment|cameras?|devices?|technology|systems?|products?|units?|kit|hardware)|answers? (?:to [^.;?]{1,60} )?(?:is|are|would be) (?:simply |therefore |all )?(?:no|none|nil|negative|in the negative|nothing)\b|"
        rf"(?:neither|not (?:one|any|a single)|none|no|zero|nil|nothing|never|without|n't)\b[^.;?]{{0,90}}?\b{_FIRMS}(?: (?:that|which|whom|are|were|is|have been))?(?: \w+){{0,2}}? {_REFERRED}"
        rf"|(?:none|not one|not any|nothing|no (?:camera|device|unit|equipment)s?|never)\b[^.;?]{{0,60}}? (?:on|in|from|of) (?:your|that|the) list\b|(?:of|by|from) (?:other|different|quite other) {_FIRMS} (?:than|from|to) (?:the ones|those|any|the (?:\w+ )?{_FIRMS})"
        r"|(?:neither|not|none|no|zero|nil|nothing|never|without|n't)\b[^.;?]{0,80}?\b(?:either|those|these|both|the two|named|said|listed)(?: \w+){0,2} (?:firms?|compan(?:y|ies)|makers?|makes?|brands?|manufacturers?|vendors?|badges?|names?|producers?|suppliers?|labels?|marques?)"
        r"|neither (?:firm|company|maker|make|brand|manufacturer|vendor|name|producer|supplier|badge|label|marque|is|of (?:them|these|those|the two|the (?:firms|companies|makers|brands|makes|manufacturers)))"
        r"|(?:either|those|these|both|the two) (?:firms?|compan(?:y|ies)|makers?|makes?|brands?|manufacturers?|names?)[^.;?]{0,60}? (?:returned|gave|found|showed|yielded|produced|brought up|drew|threw up) (?:no|nothing|0|zero|nil|a blank)"
        r"|(?:returned|return|found|finds|gave|showed|shows|yielded|produced|revealed|turned up|brought up|threw up|resulted in|with)(?: \w+){0,2} (?:no|0|zero|nil) (?:results?|match(?:es)?|hits?|entr(?:y|ies)|items?|records?|returns?|lines?|rows?|units?|assets?)"
        r"|(?:search|searched|searches|searching|checked|check|looked)[^.;?]{0,90} (?:found|returned|showed|shows|revealed|yielded|gave|turned up|produced) (?:nothing|none|nil|zero|0|no (?:such|trace))|(?:nil|zero) return|return is nil|drew a blank|draw a blank|a nil (?:answer|response)|nothing of (?:that|the|this) (?:kind|sort|make)"
        r"|(?:is|are|:) nil(?=[ .,;]|$)|0 (?:out )?of (?:\d|our|the)|zero (?:out )?of"
    ),
    remarks=r"remarks?|notes?|comments?|observations?|details",
    automatic=r"automat(?:ic|ed)(?: \w+)? (?:reply|response|answer)|auto[-_ ]?(?:repl(?:y|ied)|respon(?:se|d)|generated)|out of (?:the )?office",
    former=r"the (?:former|first(?:[ -](?:named|mentioned))?(?! (?:of|two|floor|time|year|instance|place|quarter|half|half|phase|day|week|case|question|point|part|one hundred))(?= *(?:[,.;]|and|$|company|firm|maker|brand|make|manufacturer))|first[ -](?:named|mentioned))",
    latter=r"the (?:latter|second[ -](?:named|mentioned)|second(?= *(?:[,.;]|$)))",
    tried=(
        r"trial(?:l?ed|s|l?ing)?|on trial|demonstrat\w+|demo|evaluat(?:ed|ion|ing|e)|pilot(?:ed)?(?= (?:two|three|some|a|\d))|considered|looked at|shortlist\w*|quot(?:e|es|ed|ation|ations)|(?:was|were|been|had) offered|offers? (?:of|from|for)"
        r"|bid(?:s|der|ders)?|unsuccessful|tender(?:s|ed|er|ers)?|borrow(?:ed|ing)?|on loan|loan(?:ed)?|lent (?:to )?us|hir(?:e|ed|ing)(?! (?:of )?staff)|rent(?:ed|al)|decided against|opted against|ruled out|rejected|not (?:chosen|selected|pursued|adopted|taken up)|brochure|catalogue|sample(?:s|d)?"
    ),
    returned=r"(?:return(?:ed|ing)|sent|went|gone|handed|given|shipped|taken) back|return(?:ed)? (?:to|as|under|for|within|them|it)|(?:was|were|been|since|then) returned|refund(?:ed)?|credit(?:ed)? (?:note|back)",
    left=r"leaving(?: us with| only| just)?|so (?:that )?(?:we|it|there) (?:now )?(?:have|has|are|is)(?: now| only)?|which leaves(?: us with| only)?|remain(?:s|ing)?(?: in (?:use|service))?",
    hearsay=(
        r"(?:we|i) (?:understand|gather|are told|am told|were told|hear|have been told|are aware|are informed|assume)(?: that)?|(?:newspaper|press|media|online|online|blog|social media) (?:report|reports|article|story|claim|claims)|(?:reports?|claims?|suggestions?|rumou?rs?|articles?|posts?) (?:in [^.;,]{1,40} )?(?:that|saying|claiming)"
        r"|(?:claimed|reported|alleged|stated|said|written|wrote) (?:in|on|by) (?:the )?(?:press|media|newspapers?|social media|television|radio|facebook|local paper|a newspaper|an article)|you may be thinking of|(?:contrary to|you) (?:state|say|claim|suggest|believe|assert)"
    ),
    clarifies=(
        r"(?:do|did) you (?:mean|want|wish|require|need|seek|refer)|are you (?:asking|interested|looking|seeking|referring|only)|(?:could|can|would|will) you (?:please |kindly )?(?:tell us|let us know|confirm|clarify|specify|narrow|indicate|explain|advise|state|say)(?: which| what| whether| if| the)|(?:please|kindly) (?:let us know|tell us|confirm|advise|specify|indicate|state|clarify|narrow|refine)[^.;?]{0,30}(?:whether|which|what|if)"
        r"|(?:not (?:sufficiently |quite |entirely )?clear|unclear|ambiguous|too (?:broad|vague|general|wide))|(?:clock|time|time limit|deadline|statutory period|period) (?:is|has been|will be|stands|has|are)? ?(?:on hold|paused|stopped|suspended|stops)|until (?:you (?:answer|reply|respond|clarify|do so)|we hear from you|we (?:have|receive) your)|seek(?:ing)? clarification|clarification (?:needed|required|sought|is needed|request)|(?:need|require) (?:you to|some|more|further) (?:clar\w+|details?|information from you)|reformulat\w+|identify (?:the (?:records?|information|documents?)|what)"
    ),
    cited=r"(?:section|sections|s\.|ss\.|sec\.|article|articles|art\.|regulation|clause|paragraph|para|rule|exception|exclusion|subsection|§)s? ?\d+\w*",
    owned_elsewhere=rf"(?:property|ownership) of (?:the |a |our )?(?:tenant|contractor|landlord|police|lessee|hire company|school|operator)|belong(?:s|ing|ed)? to (?!{_OWN})\w+|owned (?:and \w+ )?by (?!{_OWN})\w+|the property of (?!{_OWN})\w+",
    helping=r"(?:has|have|had) (?:\w+ly |also |now |since |never |not |only |already )?(?:\w+ed|been|sent|given|gone|lent|taken|thought|seen|sought|put)",
    closed=(
        r"already (?:been )?(?:\w+ )?(?:publish\w*|public(?:ly)?|available|accessible|disclosed|released|in the public domain)|(?:reasonably|readily|publicly|freely) (?:accessible|available|obtainable)|in the public domain|"
        r"not (?:be )?(?:answering|releasing|disclosing|providing|supplying|discussing|sharing|furnish\w+|processing)|(?:do|does|will|can|could|may|shall)(?: not|n't) (?:discuss|talk about|comment on|answer|release|furnish|be furnished|be shared|be provided|go into|give out|be answer\w+)|cannot be (?:furnished|given|shared|provided|released|answered|entertained|acceded to|supplied|disclosed|parted with)|glomar|(?:neither|nor|not) (?:acknowledge|disclaim|admit|confirm)"
        r"|(?:some|over|estimated|approximately|around|about|than) (?:\w+ )?\d+ (?:hours|officer|working|person)|disproportionate|unreasonabl[ey] divert"
    ),
    passed_on=(
        rf"(?:request|application|enquiry|it|letter|e-?mail|questions?)(?: \w+){{0,6}} (?:transferred|forwarded|passed|referred|redirected|re-?routed|sent on|handed)(?: \w+){{0,3}} to {_OUTSIDE}|(?:transferred|forwarded|passed|referred|redirected|sent)(?: on)? (?:your|the|this|it)(?: \w+){{0,3}} to {_OUTSIDE}|(?:transfer|transferring|forwarding|passing|referring)(?: \w+){{0,3}} to {_OUTSIDE}"
        r"|(?:records?|information|documents?|data)(?: \w+){0,6} (?:are|is) (?:held|kept|maintained|in the (?:custody|possession)) (?:by|with|of)|which holds|that holds|(?:please|you should|you may wish to|suggest you|you could|you will need to|try|ask) (?:\w+ ){0,3}(?:contact|write to|apply to|approach|ask|try)"
    ),
    as_for=r"as (?:for|regards|to|concerns|respects)|(?:in|with) (?:respect|relation|regard) (?:of|to)|regarding|in the case of|for|concerning|turning to|insofar as|(?:the )?(?:figure|number|answer|total|count|tally)(?: for [^.;:]{1,40})? (?:is|was|stands at|comes to)|:",
    subset=r"of which|of these|of those|of them|of whom|among which|among them|including|inclusive of|which includes?|these include|comprising|made up of|broken down as",
    stands=r"as (?:stated|set out|advised|previously|per|noted|given|reported|explained|mentioned|we (?:said|stated|told you|wrote|advised))|remains? (?:correct|the position|unchanged|the same|accurate|valid)|still (?:stands|correct|the position|applies)|(?:that|this) (?:is|remains) (?:still )?(?:correct|the position|so)",
    bought=r"bought|purchased|acquired|procured|supplied|delivered|ordered|took delivery|obtained|received",
    more=r"further|additional(?:ly)?|another|more|extra|since|on top|besides|plus|also|in addition",
    total=r"(?:sub-?|grand )?totals?|in total|all sites|overall|altogether|sum",
    gone_since=(
        r"(?:(?:all|both|each|every (?:single |last )?one|the lot) of (?:them|these|those|which|it)|(?<!of )(?:they|these|those|which|all|both)|every (?:single |last )?one|the lot|(?:all )?(?:these|those|the) (?:\w+ )?(?:cameras|units|devices|sets|machines))(?: (?:all|both))?"
        r" (?:(?:have|has|had|were|was)(?: (?:all|both|now|since|then|subsequently|been|also|either|entirely|completely|long|meanwhile|later|recently|eventually|duly|wholly|fully)){0,5} (?:replaced|removed|taken (?:down|out|away|off)|decommissioned|scrapped|disposed|retired|swapped|stripped out|dismantled|gone|withdrawn|disconnected|sold|pulled|ripped out|thrown out|superseded|changed (?:out )?for|exchanged|uninstalled|de-?installed|written off|phased out|discarded|recycled|destroyed|given up|unplugged)"
        r"|(?:are|is|were|have)(?: (?:all|both|now)){0,2} (?:gone\b|no longer (?:in (?:use|service|place|operation|our)|there|here|with us|operational|held|owned|used|installed|working|ours|part of))|no longer exist)"
    ),
    rest=r"remain(?:s|ing)?",
    for_body=r"(?:for|to) us\b|on our behalf|(?:on behalf of|for) the (?:council|trust|university|authority|city|force|board|college|department|school|county|district|ministry|agency|commission|company)",
    rest_is=r"(?:everything else|all (?:the |of the )?(?:others?|rest|remaining \w+)|the (?:others?|rest|remainder|balance)(?: of (?:them|these|the \w+))?|(?:the |all )?remaining (?:\w+ )?(?:ones|cameras|units|devices)?|others) (?:is|are|was|were|comes?|being)",
    to_replace=r"(?:to|which will|that will|will) (?:replace|supersede|take the place of|succeed)|as (?:a )?replacements? for|in place of|to take over from",
    make_is=r"(?:the |their |its |our |all )?(?:makers?|makes?|manufacturers?|brands?|badge|producer)(?: names?)?(?: (?:of|for) (?:these|those|them|all|all of them|the \w+|our \w+))? ?(?:is|are|was|being|:|=|–|-)",
    guess=r"(?:could|may|might|can|would)(?: well| also| equally| possibly| or may not| just)* (?:be|include|have been|come from|originate from)(?: (?:anything|any|any \w+|made|of|by|from|all|some|either|a|something|labelled))*|(?:for all|as far as) (?:we|anyone|i) knows?|who knows|anyone's guess|cannot (?:rule out|exclude)(?: the possibility)?(?: that)?(?: (?:some|any|there|they|these)(?: \w+){0,3})?|(?:possibly|perhaps|conceivably|presumably)",
    intended=r"(?:have|has) (?:just |now |recently |already )?(?:ordered|placed an order)|on order|(?:has|have|had) (?:\w+ )?(?:approved|authori[sz]ed|sanctioned|budgeted|agreed in principle|proposed|recommended) (?:\d|up to|the (?:purchase|acquisition|buying|procurement)|purchase|acquisition|funding|another|a further|an additional|spending)|subject to (?:\w+ ){0,2}(?:funding|approval|budget|planning|consent|tender|contract|grant|confirmation)|(?:is|are|was|were|yet|still) to be (?:\w+ly )?(?!found|seen|made)\w+(?:ed|ght)|sets? aside|(?:funds?|funding|money|provision|amount|sum|allocation|\$[\d,.]+|£[\d,.]+|budget)(?: \w+){0,4} (?:for|to (?:buy|purchase|install|acquire))|earmark\w*|or (?:equivalent|similar|equal)|business case|no order (?:has been|was)|order (?:has )?not (?:yet )?(?:been )?placed|not (?:yet )?(?:been )?(?:called|ordered|approved|purchased|procured|awarded)|specification|tender (?:documents?|has|is)|wish ?list|bid for (?:funding|a grant)",
    sorts=r"(?:different |separate )?(?:makes|brands|models|types|kinds|manufacturers|makers|suppliers|vendors|versions)",
    work=r"book|novel|film|movie|documentary|thesis|magazine|song|play|called|titled|entitled|dvd|exhibition",
    gone=r"thrown (?:away|out)|threw (?:away|out)|binned|recycled|sold(?: off)?|auctioned|stolen|condemned|out of (?:service|commission)|beyond (?:economic(?:al)? )?repair|awaiting (?:disposal|collection)|for disposal|de-?installed|end of life|scrap|withdrawn|disused",
    now=r"now|currently|at present|presently|today|these days|as of|since then",
    chosen=r"contract went|successful (?:bid|tender)\w*|awarded|won|was chosen|were chosen|selected|went with|opted for|in the event",
    other_things=r"(?:mobile |smart|tele)?phones?|handsets?|tablets?|laptops?|routers?|modems?|dongles?|watches|smartwatches|servers?|televisions?|tvs?|printers?|drills?|dishwashers?|refrigerators?|tools?|light ?bulbs?|access points?|base stations?|solar|inverters?",
    fees=r"(?:appeal|application|review|access|filing|search|copying|processing|photocopying|request|statutory) (?:fees?|charges?|costs?)|fees?|deposit|postage|threshold",
    paper=r"(?:tax )?invoice (?:no\.?|number|#|date|\d)|tax invoice|adjustment note|credit (?:note|memo)|purchase order (?:no\.?|number|#|\d)|delivery (?:note|docket)|packing (?:slip|list)|pro-?forma",
    reversals=("revers", "credit note", "refund", "cancelled pay", "voided"),
)
