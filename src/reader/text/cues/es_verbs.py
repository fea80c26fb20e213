"""Spanish verbs of saying, in the forms that papers use on both sides of the ocean."""

from __future__ import annotations

from reader.text.cues.inflection import behind, forms

_AR = """
    declar afirm señal explic asegur indic manifest coment expres destac subray recalc remarc anunci apunt relat
    pregunt contest critic denunci lament confirm precis reiter exclam grit susurr murmur opin consider argument
    aleg detall enfatiz puntualiz aclar matiz valor replic zanj espet ironiz brome apostill alert reclam proclam
    narr reproch garantiz adelant celebr protest core ratific avis agreg remat sentenci inform notific
    vaticin augur pronostic aventur sospech especul dese rog implor clam vocifer brind justific argument observ
    acot acus fustig dispar ataj carg desliz susurr barrunt resalt ponder elogi conden record cont
    tuite public afe presum abog inst enumer evalu esper acept reafirm retruc lanz confi
    revel reseñ compar ilustr plante tild celebr machac recrimin titul asever minimiz clarific abund anticip fulmin resopl solloz vocifer teoriz inform
    pregon suspir
"""
_IRREGULAR = """
    dijo dijeron dice dicen decía decían dirá diciendo
    responde responden respondió respondieron respondía respondiendo
    reconoce reconocen reconoció reconocieron reconocía reconociendo
    promete prometen prometió prometieron prometía
    defiende defienden defendió defendieron defendía
    sostiene sostienen sostuvo sostuvieron sostenía mantiene mantienen mantuvo mantuvieron mantenía
    insiste insisten insistió insistieron insistía admite admiten admitió admitieron admitía
    escribe escriben escribió escribieron escribía sugiere sugieren sugirió sugirieron sugería
    advierte advierten advirtió advirtieron advertía advirtiendo pide piden pidió pidieron pedía pedían pidiendo
    exige exigen exigió exigieron exigía concluye concluyen concluyó concluyeron concluía
    resume resumen resumió resumieron resumía coincide coinciden coincidió coincidieron coincidía
    repite repiten repitió repitieron repetía añade añaden añadió añadieron añadía añadían añadiendo
    rebate rebaten rebatió rebatieron prosigue prosiguen prosiguió proseguía
    arguye argumentó aduce adujo adujeron propone proponen propuso propusieron
    expone exponen expuso expusieron reponía repuso objeta objetó
    confiesa confiesan confesó confesaron confesaba cuenta cuentan contó contaron contaba contaban
    recuerda recuerdan recordó recordaron recordaba niega niegan negó negaron
    sabe_mal da_por_hecho dio_por_hecho deja_claro dejó_claro dejaron_claro pone_en_duda quiso_saber
    hizo_hincapié hace_hincapié puso_de_relieve hizo_saber hace_saber se_lee se_podía_leer rezaba reza rezan
    consigna consignó arremete arremetió arremetieron ha_arremetido
    va_más_lejos acertó_a_decir acierta_a_decir fue_más_lejos va_más_allá fue_más_allá
    se_queja se_quejan se_quejó se_quejaron se_quejaba se_quejaban se_ha_quejado
    se_lamenta se_lamentan se_lamentó se_lamentaba se_pregunta se_preguntan se_preguntó se_preguntaba se_ha_preguntado
    se_defiende se_defendió se_sincera se_sinceró se_ríe se_rió se_felicita se_felicitó se_congratula se_congratuló
    se_justifica se_justificó se_disculpa se_disculpó se_indigna se_indignó se_emociona se_sorprende se_ha_defendido se_despacha
    se_despachó se_mofa se_jacta se_jactó se_alegra se_alegró se_desahoga se_desahogó se_reafirma
    la_secunda lo_secunda secunda secundó tercia terció corrobora corroboró
    pone_paños_fríos se_limitó_a_decir se_limita_a_decir se_limitó_a_responder le_salió_al_cruce salió_al_paso
    quita_hierro quitó_hierro
"""
_PARTICIPLES = """
    dicho respondido reconocido prometido defendido sostenido mantenido insistido admitido escrito sugerido
    advertido pedido exigido concluido resumido coincidido repetido añadido rebatido proseguido aducido
    propuesto expuesto confesado contado recordado negado
"""
_HAVE = "ha han había habían"

VERBS = _IRREGULAR
"""Verbs that attribute wherever they stand in a quotation’s sentence."""

VERB_FORMS = (
    (_HAVE, "_", _AR, "ado"),
    (_HAVE, "_", _PARTICIPLES),
    (
        "se_ha se_han",
        "_",
        "quej lament pregunt felicit congratul disculp justific mostr",
        "ado",
    ),
    (_AR, "a an ó aron aba aban ará ando"),
)
"""The same, by auxiliary, stem and ending."""

DESCRIBING = " ".join(
    (
        forms(
            "calific tach tild acus critic denunci lament conden elogi reclam cuestion rechaz valor compar bautiz tild consider alab descalific salud celebr catalog conceptu",
            "a an ó aron aba aban ando",
        ),
        behind(
            _HAVE,
            forms(
                "calific tach tild acus critic denunci lament conden elogi reclam cuestion rechaz valor compar bautiz consider alab salud celebr",
                "ado",
            ),
        ),
        "describe describen describió describieron describía ha_descrito han_descrito define definen definió definieron ha_definido",
        "llama llaman llamó llamaron ha_llamado habla hablan habló hablaron hablaba ha_hablado han_hablado",
        "ve ven vio vieron ha_visto pide piden pidió pidieron ha_pedido exige exigen exigió ha_exigido",
        "apela apelan apeló apelaron ha_apelado apunta apuntan defiende defendió ha_defendido promete prometió ha_prometido",
        "se_mostró se_mostraron se_ha_mostrado se_declaró se_dijo se_dice se_confesó arremetió arremete",
        "recibió ha_recibido reprocha reprochó ha_reprochado niega negó ha_negado advierte advirtió alude aludió atribuye atribuyó",
        "se_refirió se_refiere se_ha_referido ensalzó ensalza denostó tacha instó insta aboga abogó",
        "encuentra encontró halla parece acoge acogió acogieron ha_acogido ha_recibido ofrece ofreció ofrecieron ha_ofrecido prefiere prefirió",
    )
)
"""Verbs whose object or complement may be a quoted fragment."""
