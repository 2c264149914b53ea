"""How replies in French speak of the request."""

# ruff: noqa: E501  # alternatives of one pattern stand together

from __future__ import annotations

from synopticon.read.reply_words import ReplyWords

_GIVE = r"(?:communiqu\w+|divulgu\w+|transm\w+|fourni\w*|publi\w+|donner|révél\w+|confirm\w+|répon\w+|accéder|remett\w+|satisfaire|faire droit|diffus\w+|donner suite|préciser|indiquer)"
_OWN = r"nous|(?:la|le|notre|l')(?: ?(?:commune|ville|mairie|conseil|collectivité|municipalité|centre|régie|syndicat|université|hôpital|établissement|administration))"

REPLY = ReplyWords(
    language="fr",
    refusal=(
        r"(?:ne (?:sommes|suis|est|sont)|n'est|n'[eé]tant) pas (?:soumis|assujetti|tenu|une autorit[eé] publique|un organisme public|une administration)\w*|refus(?:e|é|ée|és|ées|ons|ent|er)?|rejet(?:te|ée?s?|ons|er)?|(?:ne|n') ?(?:peut|pouvons|peuvent|puis|pourra|pourrons|saurait|saurions|sera|seront|est|sont|sommes|serons)[^.;]{0,60}(?:communiqu\w+|divulgu\w+|transm\w+|faire droit|donner suite|satisfaire|accéder|favorable|accessible|répondre)"
        r"|(?:non|pas|plus) communicables?|(?:non|pas) (?:accessibles?|divulgables?)|défavorable|irrecevable|(?:porte|porter|porterait|portant|porteraient) (?:gravement )?atteinte|(?:nui|nuir|nuirait|compromet|compromett|mettrait|mettre)\w* [^.;]{0,40}(?:sécurité|sûreté|ordre public|efficacité|en danger)"
        r"|réduire l'efficacité|confidentiel(?:le|s|les)?|secret(?:s)? (?:défense|professionnel|des affaires|industriel|commercial|d'état)|ni confirmer ni (?:infirmer|nier|démentir)|(?:confirmer|infirmer) (?:ni|ou) (?:infirmer|nier|démentir|confirmer) l'existence|(?:ne )?(?:confirme|confirmons|infirme|infirmons) ni (?:ne )?(?:infirm|confirm|ni|dément)\w*"
        r"|abusive?|caviard\w+|occult\w+|(?:protégée?s?|exclue?s?|exemptée?s?|soustraite?s?) (?:par|de|du|en vertu|à la) [^.;]{0,40}(?:loi|code|article|communication|secret|accès|droit)|(?:décid\w+|oblig\w+|contraint\w*|regret\w*) de (?:ne pas|rejeter|refuser)"
    ),
    refusal_of=rf"(?:ne|n') ?(?:\w+ ){{0,3}}(?:pas|point)(?: \w+){{0,3}} {_GIVE}|(?:impossible|dans l'impossibilité|pas en mesure|hors d'état) de (?:vous )?(?:\w+ )?{_GIVE}|sans pouvoir {_GIVE}",
    information=r"informations?|renseignements?|documents?|données|demande|marques?|modèles?|fabricants?|listes?|inventaires?|détails?|éléments?|suite|caractéristiques",
    not_refusal=r"recours|révision|réclamation|voies et délais|si vous|en cas de (?:refus|rejet|silence)|silence|droit de|vous (?:pouvez|disposez)|saisir|refus de vente|ordures",
    absent=(
        r"(?:ne|n') ?(?:détient|détiennent|détenons|dispose|disposons|disposent|possède|possédons|conserve|conservons|existe|avons|a|connaît|connaissons|sait|savons|tient|tenons|ont)(?: \w+){0,2} (?:pas|aucune?|plus|point)(?: \w+){0,4}? (?:documents?|informations?|renseignements?|données|registres?|inventaires?|liste|marques?|modèles?|connaissance|archives?)"
        r"|aucune? (?:document|information|renseignement|donnée|registre|liste)(?: \w+){0,4}? (?:n'|ne )|(?:documents?|informations?|renseignements?)(?: \w+){0,4} (?:n'existe\w*|inexistants?|n'est pas|ne sont pas)(?: \w+){0,3} (?:pas|détenus?|disponibles?|connus?)?|inexistants?|ignor(?:e|ons) (?:la|le|les|quel)|(?:n'|ne )(?:nous )?(?:est|sont|a|ont)(?: \w+){0,2} (?:pas|été) (?:connue?s?|communiquée?s?)"
        r"|sans objet|hors de (?:notre|sa) compétence"
    ),
    elsewhere=(
        rf"(?:propriété|appart\w+|relèv\w+|relev\w+|dépend\w*|ressort\w*|incomb\w*)(?: \w+){{0,3}} (?:à|au|aux|de|du|des|d'|de la)(?! ?(?:{_OWN}))|(?:exploitée?s?|gérée?s?|détenue?s?|installée?s? et (?:gérée?s?|exploitée?s?)|administrée?s?) (?:exclusivement |uniquement |directement )?par (?!{_OWN})\w+"
        r"|(?:gère|exploite|gèrent|exploitent|détient|détiennent) (?:seule?s? )?(?:l'ensemble|les caméras|le système|le dispositif|ces|ce|toutes|la vidéo)|(?:adresser|transmettre|transmise?|transmettons|transmis|réorienter|réorientée?|acheminer|acheminée?|renvoyer|rediriger|orienter|tourner) (?:\w+ ){0,5}(?:à|au|aux|vers)"
        r"|(?:invitons|invite|prions|conseillons|pouvez)(?: \w+){0,3} (?:à vous )?(?:adresser|rapprocher|tourner|contacter|saisir d'une demande)|(?:compétence|responsabilité|ressort) (?:exclusive )?d[eu](?! ?(?:la (?:commune|ville)|nous))|(?:n'|ne )(?:exploite|gère|possède|dispose|détient|a)(?: \w+){0,2} (?:pas|aucune?) (?:de )?(?:vidéo\w+|caméras?|système|dispositif)[^.;]{0,60}(?:relèv|police|gendarmerie|bailleur)"
    ),
    owned_elsewhere=rf"apparti?en\w*(?: \w+){{0,2}} (?:à|au|aux)(?! ?(?:{_OWN}))|(?:est|sont|reste|demeure)(?: \w+){{0,2}} (?:la )?propriété (?:de|du|des|d')(?! ?(?:{_OWN}))",
    stranger=r"(?:locataires?|commerçants?|commerces?|riverains?|voisins?|communes voisines|bailleurs?|prestataires?|sous-traitants?|concessionnaires?|écoles|lycées|particuliers|(?:autres|certaines|plusieurs) (?:communes|services|organismes|entreprises))(?: [^,;.]{1,30}?)? (?:poss|dispos|utilis|exploit|ont|a|déti|install|achèt)\w*|privée?s?|d'un tiers|de tiers|ne (?:nous )?(?:appartien|relèv)\w+ pas",
    helping=r"(?:a|ont|avons|avait) (?:déjà |aussi |également |jamais |pas )?(?:\w+é|reçu|eu|fait|mis|pris|rendu|vu|obtenu|retenu|choisi)",
    received=(
        r"(?:avons|a|ai) bien (?:reçu|été (?:reçue?|enregistrée?))|accus(?:é|ons|e) (?:de )?réception|(?:demande|courrier|courriel|message)(?: \w+){0,6} (?:est|a été) (?:bien )?(?:reçue?|enregistrée?|parvenue?|transmise? au service)|(?:en cours|fera l'objet) d(?:e|'un|'une) (?:traitement|instruction|examen|analyse|réponse)|à l'étude par nos services"
        r"|(?:réponse|décision)(?: \w+){0,3} (?:sera|parviendra|vous sera|interviendra)|(?:vous )?(?:répondr|recontacter|reviendr|tiendr)\w+|délai (?:supplémentaire|additionnel)|prolong\w+|prorog\w+|réponse automatique|message automatique|absent(?:e|s)? du bureau|merci de votre (?:message|courriel|demande|patience)|numéro de (?:dossier|référence)|heures d'ouverture"
    ),
    pending=r"encore|prochainement|dans les meilleurs délais|bientôt|à ce stade|pour l'instant|sous peu|prolong\w+|précis\w+",
    about_request=r"(?:votre|cette|la présente) (?:demande|courrier|question)(?: \w+){0,5} (?:port|concern|vis|relativ|au sujet|tend)\w*|(?:renseignements?|documents?|informations?) (?:visés?|demandés?|sollicités?|que vous)|^objet|suite à votre demande",
    none=r"(?:aucune?|ni|pas une|pas un)\b[^.;?]{0,60} (?:fabricants?|marques?|soci[eé]t[eé]s?|entreprises?|constructeurs?|fournisseurs?)(?: \w+){0,3} (?:cit|mentionn|indiqu|list|nomm|[eé]voqu|vis|[eé]num[eé]r)\w*|(?:aucune?|ni|pas|jamais|ne|n')[^.;?]{0,80}?(?:ces|cette|ce|l'une? (?:ou l'autre )?de|l'une? et l'autre|les deux|lesdites|mentionnée?s?|citée?s?) (?:\w+ )?(?:deux )?(?:sociétés?|marques?|fabricants?|constructeurs?|entreprises?|fournisseurs?)|(?:réponse|état|résultat) (?:est )?(?:néant|négati\w+|nul)|(?:recherche|interrogation)[^.;]{0,60}(?:rien|aucun résultat|infructueuse)|ni l'une? ni l'autre",
    automatic=r"(?:réponse|message) automatique|absence du bureau|absent du bureau",
    former=r"(?:de )?la première(?= *(?:[,.;]|et|marque|$))|du premier|le premier(?= *(?:[,.;]|et|$))|celles? de la première",
    latter=r"(?:de )?la (?:seconde|deuxième|dernière)(?= *(?:[,.;]|marque|$))|du second|le second(?= *(?:[,.;]|$))|ce dernier|cette dernière",
    tried=r"test(?:é|ée|és|ées|s)?|essai|à l'essai|démonstration|évalu(?:é|ée|és|ées|ation)|étudi(?:é|ée|és|ées)|examin(?:é|ée|és|ées)|devis|offre(?:s)?|propos(?:é|ée|és|ées|ition)|soumission(?:s)?|prêt(?:é|ée|és|ées)?|emprunt\w*|lou(?:é|ée|és|ées)|location|écart(?:é|ée|és|ées)|renonc\w+|non retenue?s?|pas (?:été )?retenue?s?|candidat\w*",
    returned=r"renvoy(?:é|ée|és|ées)|retourn(?:é|ée|és|ées)|rendue?s?|restitu(?:é|ée|és|ées)|rembours(?:é|ée|és|ées|ement)|avoir n",
    left=r"(?:il )?(?:en )?reste(?:nt)?(?: donc)?|soit|laissant|de sorte que nous en avons",
    hearsay=r"(?:nous croyons|croyons) (?:savoir|comprendre)|(?:article|information|rumeur|affirmation)s? (?:de presse )?(?:selon|d'après) l[ea]quell?e|la presse|selon (?:la presse|des articles|certains)|contrairement à",
    clarifies=r"(?:pouvez|pourriez|voulez|souhaitez|entendez|désirez)-vous|(?:veuillez|merci de|prière de|prions de|invitons à|demandons de) (?:bien vouloir )?(?:nous )?(?:préciser|indiquer si|clarifier|reformuler|faire savoir)|(?:demande|elle) (?:est |n'est |trop |pas |insuffisamment )+(?:imprécise|vague|précise|générale|claire)|délai (?:est )?(?:suspendu|interrompu)|(?:dans l'attente|en attente) de (?:votre|vos) (?:réponse|précisions?)|demande de précisions?",
    closed=r"(?:ne|n') ?(?:\w+ ){0,3}(?:pas|point) (?:être )?(?:\w+ )?(?:communiqu\w+|répond\w+|commun\w+|divulgu\w+|comment\w+)|pas (?:de )?(?:commentaire|suite)|disproportionnée?s?",
    cited=r"(?:article|articles|art\.|alinéa|loi)s? (?:n° ?)?[lrd]?\.? ?\d[\w-]*",
    passed_on=r"(?:transm\w+|transfér\w+|achemin\w+|réorient\w+|redirig\w+|renvoy\w+) (?:\w+ ){0,5}(?:à|au|aux|vers)|(?:contacter|vous adresser|écrire) (?:directement )?(?:à|au|aux|la|le|les)|détenue?s? par",
    as_for=r"quant à|s'agissant d[e']|en ce qui concerne|pour ce qui (?:est|concerne)|concernant|pour|:",
    subset=r"dont|parmi (?:elles|lesquelles)|y compris|incluant|d'entre elles|comprenant",
    stands=r"comme (?:indiqué|précisé|déjà|mentionné|annoncé)|(?:reste|demeure)(?:nt)? (?:inchang|exact|valable|d'actualité)\w*|pour rappel",
    bought=r"achet(?:é|ée|és|ées)|acquis(?:e|es)?|fait l'acquisition|livr(?:é|ée|és|ées)|fournie?s?|command(?:é|ée|és|ées)|reçue?s?",
    more=r"autres?|supplémentaires?|en plus|également|aussi|de plus|depuis|encore",
    total=r"(?:sous-)?total(?: général)?|en tout|au total|ensemble|total des sites",
    intended=r"inscri(?:t|te|ts|tes) au budget|crédits?(?: \w+){0,4} pour|(?:somme|enveloppe|provision|montant)(?: \w+){0,5} pour|ou équivalents?|aucune commande|cahier des charges|(?:marché|appel d'offres) (?:n'a|sera|non|est en)",
    sorts=r"(?:marques|modèles|types|fabricants|constructeurs)",
    work=r"livre|roman|film|ouvrage|intitulée?|documentaire|revue",
    gone=r"jetée?s?|vendue?s?|volée?s?|recyclée?s?|au rebut|mises? au rebut|réformée?s?|déposée?s?",
    now=r"désormais|actuellement|aujourd'hui|maintenant|à présent",
    chosen=r"retenue?s? (?:est|était|a été)|attribué|a été retenue?|lauréate?",
    other_things=r"téléphones?|portables|tablettes?|ordinateurs?|routeurs?|modems?|serveurs?|imprimantes?|téléviseurs?",
    fees=r"frais|droits?|redevance|timbre",
    paper=r"facture (?:n°|no|numéro|\d)|bon de (?:commande|livraison)(?: n| \d)|avoir n°|note de crédit",
    reversals=("annulation", "extourne", "avoir", "remboursement"),
    remarks=r"remarques?|observations?|commentaires?|notes?",
    rest_is=r"(?:le reste|les autres|tout le reste)(?: (?:est|sont|provien\w+|proviennent))?(?: tout(?:es)?| tous)?(?: de(?: marque)?)?",
)
