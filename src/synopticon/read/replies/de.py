"""How replies in German speak of the request."""

# ruff: noqa: E501  # alternatives of one pattern stand together

from __future__ import annotations

from synopticon.read.reply_words import ReplyWords

_GIVE = r"(?:mitgeteilt|mitteilen|herausgegeben|herausgeben|offengelegt|offenlegen|übermittelt|übermitteln|bekannt ?gegeben|bekannt ?geben|erteilt|erteilen|entsprechen|entsprochen|stattgeben|stattgegeben|beantwortet|beantworten|genannt|nennen|bestätigt|bestätigen|zugänglich gemacht|preisgegeben|preisgeben|veröffentlicht|veröffentlichen|gewährt|gewähren|zur verfügung stellen|zur verfügung gestellt|äußern)"
_OWN = r"(?:stadt|gemeinde|uns|unser\w*|eigenen?|verwaltung|behörde|kommune)"

REPLY = ReplyWords(
    language="de",
    refusal=(
        r"keine? (?:\w+ )?(?:auskunftspflichtige|informationspflichtige|[oö]ffentliche) (?:stelle|beh[oö]rde|einrichtung)|nicht (?:auskunftspflichtig|informationspflichtig|anspruchsverpflichtet)|unterlieg\w+ nicht(?: \w+){0,4} \w*gesetz\w*|nicht unter das \w*gesetz|\w*gesetz(?:es)? (?:findet|gilt)(?: \w+){0,3} keine? anwendung|abgelehnt\w*|ablehn(?:en|t|ung|end)\w*|lehn(?:e|en|t)(?: \w+){0,8} ab|verweiger\w+|versag(?:t|en|ung)\w*|zurückgewiesen|zurückweis\w+|zurückhaltung|ausgeschlossen(?= (?:ist|gemäß|nach))|anspruch (?:auf \w+(?: zu den| auf)? )?[^.;]{0,60}(?:besteht nicht|nicht besteht|ausgeschlossen|entfällt)|besteht (?:\w+ ){0,4}kein (?:anspruch|zugang)|kein(?:en)? (?:anspruch|zugang)"
        r"|nachteilig\w* auswirkung\w*|gefähr(?:den|det|dung|deten|dete)\w*|beeinträchtig\w+|geheimhaltung\w*|vertraulich\w*|verschlusssachen?|betriebs- (?:und|oder) geschäftsgeheimniss\w*|geschäftsgeheimniss\w*|amtsgeheimnis\w*|weder bestätig\w+ noch (?:dementier\w+|vernein\w+|bestreit\w+|ausgeschlossen)|weder (?:bestätigt|dementiert|bestätigen) (?:werden )?noch|(?:öffentliche[rn]?|innere[rn]?) sicherheit[^.;]{0,80}(?:entgegen|gefährd|beeinträchtig|auswirk|nachteil)\w*|entgegenstehen|entgegen ?steht|stehen (?:\w+ ){0,6}entgegen|steht (?:\w+ ){0,6}entgegen|schutzbedürftig\w*|geschwärzt\w*|unverhältnismäßig\w*|missbräuchlich\w*"
    ),
    refusal_of=rf"(?:kann|können|darf|dürfen|wird|werden|ist|sind|möchten?|konnte|konnten)(?: [^\s.;]+){{0,12}} nicht(?: [^\s.;]+){{0,6}} {_GIVE}|nicht (?:\w+ ){{0,3}}{_GIVE}|keine (?:auskunft|auskünfte|angaben|stellungnahme|informationen)(?: \w+){{0,8}} (?:erteil\w+|geben|gegeben|machen|gemacht|möglich)|sehen (?:\w+ )?(?:uns )?(?:nicht )?(?:in der lage|außerstande)",
    information=r"auskunft|auskünfte|informationen|information\w*|angaben|unterlagen|daten|antrag|anfrage|hersteller\w*|marken?|modelle?|fragen?|liste|details?|einzelheiten|typen?",
    not_refusal=r"rechtsbehelf\w*|widerspruch|klage\b|falls sie|wenn sie|sofern sie|datenschutz\w*|beschwerde|personenbezogene\w*|gebühren werden nicht",
    absent=(
        r"(?:liegen|liegt)(?: [^\s.;]+){0,6} (?:nicht|keine)(?: [^\s.;]+){0,4}? vor|keine (?:\w+ ){0,2}(?:informationen|unterlagen|daten|erkenntnisse|aufzeichnungen|angaben|kenntnis\w*|akten|statistik\w*)(?: [^\s.;]+){0,6} (?:vor|vorhanden|vorliegen|geführt|gespeichert)|(?:verfüg\w+|hab(?:en|e)|besitz\w+|führ(?:t|en|e)|erfass(?:t|en)) (?:[^\s.;]+ ){0,4}(?:keine|nicht)(?: [^\s.;]+){0,4}? (?:informationen|unterlagen|daten|aufzeichnungen|kenntnis\w*|statistik\w*|angaben)"
        r"|(?:informationen|unterlagen|daten|angaben|hersteller|fabrikat)(?: [^\s.;]+){0,6} (?:nicht vorhanden|nicht bekannt|nicht erfasst|unbekannt|nicht geführt)|nicht vorhanden(?: sind| ist)?(?= *[.;,]|$)|(?:uns|hier|mir) (?:ist|sind)? ?(?:\w+ ){0,3}nicht bekannt|ist uns (?:\w+ ){0,4}(?:nicht|un)bekannt"
    ),
    elsewhere=(
        rf"(?:betrieben|verwaltet|unterhalten|verantwortet)(?: [^\s.;]+){{0,5}} (?:von|durch) (?:der|dem|die|den|das)? ?(?!{_OWN})|(?:von|durch) (?:der|dem|die|den)? ?(?!{_OWN})\w+(?: \w+){{0,3}} (?:betrieben|verwaltet|unterhalten|verantwortet)|(?:gehör(?:t|en)|obliegt|obliegen|untersteh(?:t|en)|unterlieg(?:t|en))(?: \w+){{0,3}} (?:der|dem|den|zur|zum) (?!{_OWN})\w+|eigentum (?:der|des|von) (?!{_OWN})\w+"
        r"|zuständig\w*(?: (?:ist|sind|hierfür|dafür|für))[^.;]{0,60}(?:ist|sind|die|der|das|ausschließlich|allein)|(?:nicht|un)zuständig|nicht in (?:unsere[rmn]?|die) zuständigkeit\w*|zuständigkeitshalber|(?:wenden|richten) sie (?:sich|ihr\w*)(?: [^\s.;]+){0,6} an|(?:weitergeleitet|abgegeben|übermittelt|weiterleit\w+|abgabe|zugeleitet)(?: [^\s.;]+){0,3} an|an (?:die|das|den) [^.;]{1,60}(?:weitergeleitet|abgegeben|verwiesen|zugeleitet)|verweis\w+ (?:\w+ ){0,3}(?:sie )?an"
    ),
    owned_elsewhere=rf"(?:gehör(?:t|en))(?: \w+){{0,3}} (?:der|dem|den|zur|zum) (?!{_OWN})\w+|(?:im )?eigentum (?:der|des|von|dem|eines|einer) (?!{_OWN})\w+",
    stranger=r"(?:mieter\w*|pächter\w*|händler\w*|anwohner\w*|nachbar\w*|dienstleister\w*|auftragnehmer\w*|betreiber\w*|vermieter\w*|eigentümer\w*|schulen|vereine|geschäfte|(?:einige|andere|benachbarte|viele|private) \w+)(?: [^,;.]{1,30}?)? (?:ha(?:t|ben)|betreib\w+|nutz\w+|verwend\w+|besitz\w+|setz\w+|verfüg\w+|install\w+)|privat(?:e|en|er)? (?:kameras|anlagen|betreiber|eigentümer)|nicht (?:der|unser) (?:stadt|eigentum)",
    helping=r"(?:hat|haben|hatte|hatten)(?= [^.;]{0,80}(?:geprüft|getestet|erwogen|zurückgegeben|erhalten|gestellt|gebeten|beantragt|entschieden))",
    received=(
        r"eingangsbestätigung|(?:antrag|anfrage|schreiben|e-mail|nachricht)(?: [^\s.;]+){0,8} (?:eingegangen|erhalten|registriert|weitergeleitet an die fachabteilung|bearbeitet|bearbeitung|erfasst)|(?:bestätig(?:e|en)|haben|danken)(?: [^\s.;]+){0,5} (?:eingang|erhalt|erhalten|anfrage|nachricht|schreiben|mitteilung)|(?:wird|werden|befindet sich)(?: [^\s.;]+){0,6} (?:bearbeitet|bearbeitung|geprüft|beantwortet)|(?:melden|antworten|benachrichtigen)(?: [^\s.;]+){0,6} (?:uns|ihnen|sobald)|frist(?: [^\s.;]+){0,6} verlänger\w*|verlänger\w+(?: [^\s.;]+){0,4} frist|fristverlängerung|bitten (?:\w+ ){0,3}um (?:\w+ )?geduld"
        r"|automatische (?:antwort|nachricht|eingangsbestätigung)|abwesenheit\w*|nicht im büro|sprechzeiten|öffnungszeiten|aktenzeichen (?:lautet|\d)|zu gegebener zeit|so bald wie möglich|nochmals ein(?:en)? monat"
    ),
    pending=r"noch|demnächst|in kürze|sobald|derzeit noch|zunächst|vorerst",
    about_request=r"(?:ihr(?:e|em|en|er)?|der|die|dem) (?:antrag|anfrage|frage|schreiben)(?: [^\s.;]+){0,5} (?:betrifft|betraf|bezüglich|bezog|zu|über|auf|betreffend|vom|wegen)|(?:begehrten?|beantragten?|erbetenen?|angefragten?|gewünschten?) (?:informationen|unterlagen|auskünfte|angaben|daten)|^betreff|^ihr antrag",
    none=r"(?:kein|keine[rsnm]?|weder|nicht|nie)\b[^.;?]{0,80}?(?:dieser|diese[rnms]?|der|beide[rn]?|genannten?|angefragten?|aufgeführten?) (?:\w+ )?(?:beiden |genannten )?(?:firmen|unternehmen|hersteller\w*|marken|fabrikate?|produkte)|(?:suche|abfrage|recherche|prüfung)[^.;]{0,60}(?:ergebnislos|kein ergebnis|keine treffer|ergab nichts|0 treffer)|fehlanzeige",
    automatic=r"automatische (?:antwort|nachricht)|abwesenheitsnotiz|abwesenheit",
    former=r"(?:de[rsmn] |die |vom |von )?(?:ersteren?|erstere[rsmn]?|erstgenannte[rsmn]?)",
    latter=r"(?:de[rsmn] |die |vom |von )?(?:letzteren?|letztere[rsmn]?|letztgenannte[rsmn]?|zweitgenannte[rsmn]?)",
    tried=r"getestet(?:e|en)?|test(?:weise|betrieb|gerät\w*|stellung)?|erprob\w+|probeweise|probe\w*|vorgeführt|vorführ\w+|geprüft|erwogen|in betracht gezogen|angebot(?:e|en|s)?|bieter\w*|leihweise|geliehen\w*|leihgabe|leihgerät\w*|gemietet\w*|miet\w+|verworfen|dagegen entschieden|nicht (?:ausgewählt|berücksichtigt|weiterverfolgt)|muster\w*",
    returned=r"zurück(?:gegeben|geschickt|gesandt|gesendet|gegangen|erstattet)\w*|retourn\w+|rücksendung|gutschrift|erstattet",
    left=r"(?:es )?verbleib(?:en|t)|übrig (?:sind|bleiben|blieben)|sodass (?:\w+ ){0,3}(?=\d)|somit",
    hearsay=r"nach unserer kenntnis|unseres wissens|soweit (?:uns )?bekannt|presseberichte?n?|zeitungsberichte?n?|medienberichte?n?|wie in der (?:presse|zeitung)|die behauptung|entgegen (?:der|den|ihrer|anders)",
    clarifies=r"(?:meinen|wünschen|möchten|begehren|benötigen|könnten|können|würden) sie|(?:bitte|bitten (?:wir )?(?:sie)?(?: um)?)(?: [^\s.;]+){0,6} (?:präzisier\w+|konkretisier\w+|klarstell\w+|mitteil\w+, (?:ob|welche)|einzugrenzen|eingrenz\w+|erläuter\w+)|zu (?:unbestimmt|weit gefasst|allgemein|ungenau)|nicht hinreichend (?:bestimmt|konkret)|teilen sie (?:uns )?(?:\w+ )?mit, (?:ob|welche|was)|(?:frist|bearbeitung) (?:ruht|ist (?:gehemmt|unterbrochen|ausgesetzt))|rückfragen?",
    closed=r"(?:nicht|keine) (?:[^\s.;]+ ){0,6}(?:auskunft|auskünfte|herausgabe|stellungnahme|beantwort\w+|mitgeteilt|mitteilen|genannt|äußern)",
    cited=r"(?:§§?|artikel|art\.|absatz|abs\.|nr\.) ?\d+\w*",
    passed_on=r"(?:weitergeleitet|abgegeben|übersandt|zugeleitet)|(?:wenden|richten) sie|zuständige (?:behörde|stelle)",
    as_for=r"bezüglich|hinsichtlich|was|zu|in bezug auf|für|betreffend|:",
    subset=r"davon|darunter|hiervon|wovon|von denen|von diesen|einschließlich|inklusive|inkl\.",
    stands=r"wie (?:bereits )?(?:mitgeteilt|dargelegt|erwähnt|angegeben|ausgeführt)|(?:gilt|gelten|trifft|treffen) (?:weiterhin|unverändert|nach wie vor)|unverändert",
    bought=r"gekauft|beschafft|angeschafft|erworben|geliefert|bestellt|bezogen",
    more=r"weitere\w*|zusätzlich\w*|außerdem|ferner|noch|auch|darüber hinaus",
    total=r"gesamt\w*|summe|insgesamt|zwischensumme|zusammen",
    intended=r"haushalt\w*|(?:mittel|gelder|betrag|summe)(?: [^\s.;]+){0,5} für|oder gleichwertig\w*|leistungsverzeichnis|noch (?:keine|nicht) (?:bestellung|auftrag|ausschreibung|beauftragt|bestellt)",
    sorts=r"(?:marken|modelle|typen|hersteller|fabrikate)",
    work=r"buch|roman|film|titel|dokumentation|zeitschrift",
    gone=r"verkauft|gestohlen|weggeworfen|ausgesondert|ausrangiert|verschrottet|abgängig|ausgemustert|stillgelegt",
    now=r"jetzt|nun|derzeit|heute|aktuell|mittlerweile|inzwischen|gegenwärtig",
    chosen=r"zuschlag erhielt|den zuschlag|ausgewählt wurde",
    other_things=r"(?:mobil|smart)?telefone?|smartphones?|handys?|tablets?|laptops?|router|modems?|server|drucker|fernseher",
    fees=r"gebühr\w*|auslagen|kostenvorschuss",
    paper=r"rechnung(?:snummer|s-nr\.?| nr\.?| \d)|lieferschein|gutschrift (?:nr|\d)|bestellung (?:nr|\d)",
    reversals=("storno", "stornierung", "gutschrift", "rückbuchung", "erstattung"),
    remarks=r"bemerkung(?:en)?|hinweise?|anmerkung(?:en)?|notiz(?:en)?",
    rest_is=r"(?:der rest|die (?:übrigen|restlichen|anderen)(?: \w+)?|alle (?:übrigen|anderen))(?: (?:ist|sind|stammen|stammt|kommen|kommt))?(?: (?:alle|von))?",
)
