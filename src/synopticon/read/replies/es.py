"""How replies in Spanish speak of the request."""

# ruff: noqa: E501  # alternatives of one pattern stand together

from __future__ import annotations

from synopticon.read.reply_words import ReplyWords

_GIVE = r"(?:facilit\w+|proporcion\w+|entreg\w+|divulg\w+|revel\w+|comunic\w+|conced\w+|acced\w+|inform(?!aci)\w+|confirm\w+|public\w+|dar|suministr\w+|atend\w+|respond\w+|contest\w+|difund\w+|remit\w+|ofrec\w+)"
_OWN = r"(?:este|esta|nuestr[ao]|nosotros|ayuntamiento|municipio|el ayuntamiento|propio|propia)"

REPLY = ReplyWords(
    language="es",
    refusal=(
        r"no (?:es|somos|est[aá]|estamos|son) (?:\w+ )?(?:sujet[oa]s?|obligad[oa]s?|un (?:ente|organismo|sujeto) (?:p[uú]blico|obligado)|una (?:entidad|autoridad) p[uú]blica)|deneg\w+|denieg\w+|desestim\w+|inadmit\w+|inadmisi\w+|rechaz(?:a|ado|ada|amos|ó|ar)|no ha lugar|no procede|(?:límites?|limitaci\w+|restricci\w+|excepci\w+) (?:previst\w+|establecid\w+|contemplad\w+|del artículo|al derecho|de acceso|que|recogid\w+)|supon(?:dría|er|e|ga) un (?:perjuicio|riesgo|menoscabo)|perjuicio (?:para|a)|(?:perjudic|compromet|pondría en (?:riesgo|peligro)|menoscab|vulner|afectaría)\w* [^.;]{0,50}(?:segur|interes|orden|defens|investig|prevenc)\w*"
        r"|(?:seguridad pública|seguridad nacional|seguridad del estado|secreto (?:profesional|industrial|comercial)|secretos? oficial(?:es)?)|confidencial(?:es|idad)?|reservad[ao]s?|clasificad[ao]s?|ni (?:se )?(?:confirma|confirmar|afirmar|confirmamos)(?: \w+)? ni (?:se )?(?:desmiente|desmentir|negar|niega|desmentimos|negamos)|(?:confirmar|afirmar) (?:ni|o) (?:desmentir|negar)|abusiv[ao]|reelaboración|desproporcionad[ao]"
    ),
    refusal_of=rf"no (?:\w+ ){{0,5}}{_GIVE}|(?:imposible|imposibilidad de|impide\w*) (?:\w+ )?{_GIVE}",
    information=r"información|datos|documentación|documentos?|solicitud|petición|marcas?|modelos?|fabricantes?|detalles?|acceso|listados?|inventarios?|lo solicitado|respuesta",
    not_refusal=r"recurso\w*|reclamación|contencioso|si no está conforme|en caso de|silencio|derecho a|residuos",
    absent=(
        r"no (?:\w+ )?(?:dispon\w+|const\w+|obr\w+|pose\w+|exist\w+|tien\w+|tenemos|conserv\w+|custodi\w+|consta|figura|hay)(?: \w+){0,6}? (?:información|datos|documentación|documentos?|registros?|inventario|antecedentes|expedientes?|conocimiento|constancia|archivos?)|(?:información|datos|documentación|documentos?)(?: \w+){0,6} (?:no (?:obra|existe|consta|se encuentra|está|figura|están|obran|existen)\w*|inexistentes?)|inexistencia de|se desconoce\w*|desconocemos|no (?:nos )?(?:consta|conocemos|se conoce)"
        r"|no es (?:competencia|titularidad)|fuera de (?:nuestra|su) competencia"
    ),
    elsewhere=(
        rf"(?:propiedad|titularidad|competencia|responsabilidad) (?:exclusiva )?(?:de la|del|de los|de las|de) (?!{_OWN})\w+|(?:pertenec\w+|correspond\w+|compete\w*|depend\w+) (?:a la|al|a los|de la|del|de) (?!{_OWN})\w+|(?:gestionad|operad|explotad|administrad|controlad)[ao]s? (?:\w+ )?por (?!{_OWN})(?:la |el |los )?\w+"
        r"|(?:dirigirse|diríjase|dirija|dirigir su|remitir su|remita su|solicitar\w*|acudir|puede consultar)(?: \w+){0,5} (?:a|ante|al) |(?:remitid[ao]|trasladad[ao]|remite|traslada|remitimos|trasladamos|remitirá|derivad[ao]|derivamos)(?: \w+){0,6} (?:a|al|a la) \w+|(?:órgano|administración|organismo|entidad) competente|no (?:gestiona|opera|posee|dispone|tiene)(?: \w+){0,3} (?:cámaras|videovigilancia|sistema)[^.;]{0,60}(?:policía|guardia|gestion|propiedad|competencia)"
    ),
    owned_elsewhere=rf"(?:pertenec\w+) (?:a la|al|a los|a) (?!{_OWN})\w+|(?:son|es) (?:de )?(?:propiedad|titularidad) (?:de la|del|de) (?!{_OWN})\w+",
    stranger=r"(?:inquilin\w+|arrendatari\w+|comerci\w+|vecin\w+|contratistas?|concesionari\w+|colegios|escuelas|particulares|empresas? adjudicataria|(?:otros|otras|algunos|algunas|varios|varias) \w+)(?: [^,;.]{1,30}?)? (?:tiene|tienen|utiliza|utilizan|usa|usan|dispone|disponen|posee|poseen|opera|operan|instal\w+)|privad[ao]s?|de terceros|no (?:nos )?pertenecen",
    helping=r"(?:ha|han|hemos|había) (?:también |ya |nunca |no )?(?:\w+ado|\w+ido|visto|hecho|puesto)",
    received=(
        r"acus(?:amos|e|o) (?:de )?recibo|(?:hemos|ha|se ha|fue) (?:sido )?(?:recibid[ao]|recibido|registrad[ao])|(?:solicitud|escrito|mensaje|correo)(?: \w+){0,6} (?:recibid[ao]|registrad[ao]|en trámite|en tramitación|tuvo entrada|se está|está siendo|ha tenido entrada)|(?:será|se le|le) (?:\w+ )?(?:contestad|respond|contest|notific|inform)\w+(?= (?:en|a la|cuando|dentro|próximamente|lo antes))|(?:ampliación|ampliar|amplía|prórroga|prorrog\w+|ampliado)(?: \w+){0,4} plazo|plazo (?:\w+ ){0,4}(?:ampl|prorrog|prórrog)\w+|respuesta automática|mensaje automático|fuera de la oficina|horario de atención|gracias por (?:su|contactar)|número de (?:expediente|registro)"
    ),
    pending=r"aún|todavía|próximamente|en breve|a la mayor brevedad|por el momento|ampl\w+|prórroga",
    about_request=r"(?:su|la|esta|dicha) (?:solicitud|petición|pregunta|escrito)(?: \w+){0,5} (?:sobre|relativ\w+|referid\w+|acerca|refer\w+|relacionad\w+)|(?:información|datos|documentos?|documentación) (?:solicitad[ao]s?|requerid[ao]s?|que (?:usted )?(?:solicita|pide))|^asunto|^ref",
    none=r"(?:ning[uú]n[oa]?|ninguna|ninguno|no)\b[^.;?]{0,60} (?:fabricantes?|marcas?|empresas?|compañ[ií]as?)(?: \w+){0,3} (?:menciona|cita|indica|señala|nombra|lista|enumera|refiere|consulta)\w*|(?:no|ningun[ao]|ningún|ni|nunca)\b[^.;?]{0,80}?(?:est[ao]s|es[ao]s|dich[ao]s|ambas|ambos|las dos|los dos|mencionad[ao]s|citad[ao]s|indicad[ao]s) (?:dos )?(?:empresas|marcas|firmas|compañías|fabricantes)?|(?:búsqueda|consulta)[^.;]{0,60}(?:sin resultados|no arroj\w+|ningún resultado|infructuosa|cero)|ni una ni otra",
    automatic=r"respuesta automática|mensaje automático|fuera de la oficina",
    former=r"(?:de |del )(?:la |el )?primer[ao](?! (?:planta|vez|fase|parte|pregunta|cuesti))|(?:la|el) primer[ao]?(?= *(?:[,.;]|y|marca|empresa|$))|aquéll?[ao]s?|aquell[ao]s?",
    latter=r"(?:de |del )(?:la |el )?segund[ao](?! (?:planta|vez|fase|parte|pregunta|cuesti))|(?:la|el) segund[ao](?= *(?:[,.;]|marca|empresa|$))|est[ae] últim[ao]",
    tried=r"prob(?:ó|ado|ada|aron|amos)|prueba(?:s)?|a prueba|demostración|evalu(?:ó|ado|ada|aron|ación)|estudi(?:ó|ado|ada|aron)|oferta(?:s|ba|ron)?|presupuesto de|licitador\w*|préstamo|prestad(?:o|a|os|as)|alquil\w+|descart\w+|no (?:fue|fueron|resultó|se) (?:seleccionad|elegid|adjudicatari|escogi)\w*|se optó por|muestra(?:s)?|valor(?:ó|aron|ado)",
    returned=r"devuelt(?:o|a|os|as)|devolv\w+|devolución|reintegr\w+|abono n|nota de crédito|reembols\w+",
    left=r"quedan?(?:ndo)?|restan?|por lo que (?:\w+ ){0,3}(?=\d)",
    hearsay=r"(?:según|de acuerdo con) (?:la prensa|noticias|publicaciones|medios)|tenemos entendido|la (?:noticia|afirmación|información) de que|contrariamente a",
    clarifies=r"(?:podría|puede|desea|quiere|se refiere|necesita)(?: usted)?(?: a| que| aclarar| precisar| indicar| saber| concretar| especificar)|(?:requerimos|se le requiere|rogamos|le rogamos|solicitamos|le solicitamos)(?: \w+){0,5} (?:aclar\w+|concret\w+|precis\w+|especifi\w+|subsan\w+|indique)|(?:solicitud|petición)(?: \w+){0,4} (?:imprecisa|genérica|ambigua|poco clara|no identifica|insuficiente)|(?:suspend\w+|interrump\w+|queda en suspenso)(?: \w+){0,4} plazo|plazo (?:\w+ ){0,3}(?:suspend|interrump)\w+|se le tendrá por desistid[ao]",
    closed=r"no (?:\w+ ){0,4}(?:facilit\w+|informa\w*|coment\w+|responder\w*|divulg\w+|difund\w+|hacer pública|hace pública)",
    cited=r"(?:artículos?|art\.|ley|apartado) ?\d+\w*",
    passed_on=r"(?:remit|traslad|deriv)\w+ (?:\w+ ){0,6}(?:a la|al|a los) \w+|(?:dirigirse|diríjase|contactar) ",
    as_for=r"en cuanto a|respecto (?:a|de|al)|con respecto a|por lo que (?:se refiere|respecta) a|en relación con|para|sobre|:",
    subset=r"de las cuales|de los cuales|de ellas|de ellos|entre ellas|incluyendo|incluidas?|de las que",
    stands=r"como (?:ya )?(?:se )?(?:indic|inform|señal|comunic|expus)\w+|(?:sigue|siguen|continúa) (?:siendo )?(?:vigente|válid|igual|así)\w*|se mantiene",
    bought=r"compr(?:ó|ado|aron|amos|adas)|adquiri(?:ó|do|das|eron|mos)|suministr(?:ó|ado|adas)|entreg(?:ó|adas)|recibi(?:ó|das|mos)",
    more=r"otr[ao]s|adicionales|más|además|también|asimismo",
    total=r"(?:sub)?total(?: general)?|en total|suma|conjunto",
    intended=r"presupuest\w+|(?:partida|crédito|fondos|importe)(?: \w+){0,5} para|o equivalentes?|o similar(?:es)?|pliego\w*|ningún pedido|no se ha (?:licitado|adjudicado|comprado)",
    sorts=r"(?:marcas|modelos|tipos|fabricantes)",
    work=r"libro|novela|película|titulad[ao]|documental|revista",
    gone=r"vendid[ao]s?|robad[ao]s?|tirad[ao]s?|de baja|desguazad[ao]s?|desechad[ao]s?|baja",
    now=r"ahora|actualmente|hoy|en la actualidad|a día de hoy",
    chosen=r"resultó adjudicatari[ao]|fue adjudicad[ao]|seleccionad[ao]",
    other_things=r"teléfonos?|móviles|tabletas?|portátiles|ordenadores|routers?|módems?|servidores|impresoras|televisores",
    fees=r"tasas?|gastos de (?:copia|reproducción|envío)",
    paper=r"factura (?:n[º°o.]|núm|número|\d)|albarán|nota de (?:crédito|abono)|orden de compra (?:n|\d)",
    reversals=("anulación", "reintegro", "abono", "devolución"),
    remarks=r"observaciones|comentarios?|notas?",
    rest_is=r"(?:el resto|los dem[aá]s|las dem[aá]s|las otras)(?: (?:es|son|proviene\w*))?(?: tod[oa]s)?(?: de(?: la marca)?)?",
)
