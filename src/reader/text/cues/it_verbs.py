"""Italian verbs of saying, in the forms that papers use."""

from __future__ import annotations

from reader.text.cues.inflection import behind, forms

_ARE = """
    afferm dichiar raccont comment conferm denunci annunci assicur sottoline osserv ricord domand precis attacc
    auspic lament rivel rilev evidenzi ironizz scherz protest grid mormor sussurr replic esclam chios confid
    sbott incalz puntualizz rimarc ringrazi critic esult argoment ipotizz polemizz contest specific rivendic
    tuon sospir minacci azzard avanz motiv preannunci sintetizz spieg
    url brontol borbott mugugn esort invoc stigmatizz pronostic ammicc neg
    conferm twitt post minimizz giur teorizz sdrammatizz profetizz borbott bocci rinfacci sentenzi testimoni prefigur testimoni cit rassicur
"""
_IRREGULAR = """
    dice dicono disse dissero diceva dicevano dirà dicendo spiega spiegano spiegò spiegarono spiegava spiegando
    aggiunge aggiungono aggiunse aggiunsero aggiungeva aggiungendo risponde rispondono rispose risposero rispondeva
    chiede chiedono chiese chiesero chiedeva scrive scrivono scrisse scrissero scriveva
    sostiene sostengono sostenne sostennero sosteneva insiste insistono insistette insisteva
    conclude concludono concluse conclusero promette promettono promise promisero
    ammette ammettono ammise ammisero ammetteva ribadisce ribadiscono ribadì ribadirono ribadiva
    riconosce riconoscono riconobbe avverte avvertono avvertì avvertirono avvertiva
    riferisce riferiscono riferì riferirono chiarisce chiariscono chiarì chiarirono ammonisce ammoniscono ammonì
    ripete ripetono ripeté ripeteva prosegue proseguono proseguì continua continuano continuò
    reagisce reagiscono reagì ribatte ribattono ribatté ribattevano obietta obiettano obiettò
    suggerisce suggeriscono suggerì intima smentisce smentiscono smentì garantisce garantiscono garantì
    ripercorre riassume riassumono riassunse esordisce esordì confessa confessano confessò confessava
    sentenzia commenta interviene intervengono intervenne esplode riprende riprese
    taglia_corto tagliano_corto tagliò_corto rincara rincara_la_dose rincarano_la_dose
    fa_sapere fanno_sapere fece_sapere fa_notare fanno_notare fece_notare fa_presente fa_eco fanno_eco fece_eco
    gli_fa_eco le_fa_eco mette_in_guardia mettono_in_guardia mette_in_chiaro mette_le_mani_avanti
    tiene_a_precisare si_legge si_legge_nella_nota dà_manforte va_giù_duro getta_acqua_sul_fuoco
    ci_pensa chiude_la_porta alza_la_voce non_usa_mezzi_termini
    si_dispera si_disperano si_commuove si_chiede si_chiedono si_chiese si_sfoga si_sfogano si_è_sfogato si_è_sfogata si_difende si_difendono
    si_è_difeso si_è_difesa si_lamenta si_lamentano si_giustifica si_augura si_augurano si_rallegra
    si_rammarica si_domanda si_indigna si_scusa si_congratula si_limita_a_dire si_è_limitato_a_dire si_è_limitata_a_dire allarga_le_braccia rincara_la_dose ha_rincarato_la_dose
    hanno_rincarato_la_dose si_schermisce si_vanta
    si_è_chiesto si_è_chiesta
"""
_PARTICIPLES = """
    detto spiegato aggiunto risposto chiesto scritto sostenuto insistito concluso promesso ammesso ribadito
    riconosciuto avvertito riferito chiarito ammonito ripetuto proseguito continuato reagito ribattuto obiettato
    suggerito smentito garantito riassunto esordito confessato tagliato_corto fatto_sapere fatto_notare
    fatto_presente ripreso ringraziato replicato voluto_precisare tenuto_a_precisare messo_in_guardia rincarato
"""
_HAVE = "ha hanno aveva avevano"

VERBS = _IRREGULAR
"""Verbs that attribute wherever they stand in a quotation’s sentence."""

VERB_FORMS = (
    (_HAVE, "_", _ARE, "ato"),
    (_HAVE, "_", _PARTICIPLES),
    (_ARE, "a ano ò arono ava avano ando"),
)
"""The same, by auxiliary, stem and ending."""

DESCRIBING = " ".join(
    (
        forms(
            "bocci boll accus critic denunci lament apostrof giudic lod elogi",
            "a ano ò ava ando",
        ),
        behind(
            _HAVE,
            forms(
                "bocci boll accus critic denunci lament apostrof giudic lod elogi chiam parl invoc",
                "ato",
            ),
        ),
        "definisce definiscono definì definirono definiva ha_definito hanno_definito aveva_definito",
        "parla parlano parlò parlava parlando descrive descrivono descrisse ha_descritto hanno_descritto",
        "chiama chiamano chiamò chiede chiedono chiese ha_chiesto hanno_chiesto invoca invocano invita invitano ha_invitato",
        "promette promettono ha_promesso hanno_promesso esprime esprimono ha_espresso hanno_espresso accoglie accolgono ha_accolto hanno_accolto accolse offre ha_offerto preferisce preferiscono teme temono vede vedono ci_vede esclude escludono",
        "si_dice si_dicono si_è_detto si_è_detta si_sono_detti si_sono_dette si_dichiara si_è_dichiarato si_è_dichiarata",
        "liquida ha_liquidato respinge respingono ha_respinto rifiuta bacchetta attacca attaccano ha_attaccato ritiene ritengono considera considerano",
        "ringrazia ha_ringraziato si_mostra si_è_mostrato si_è_mostrata auspica auspicano ha_auspicato paragona",
    )
)
"""Verbs whose object or complement may be a quoted fragment."""
