"""French verbs of saying, in the forms that papers use."""

from __future__ import annotations

from reader.text.cues.inflection import behind, forms

_REGULAR = """
    affirm ajout expliqu assur souhait estim soulign indiqu racont demand insist not constat regrett critiqu
    murmur cri lâch soupir plaisant ironis pest tonn fustig martel témoign comment confirm résum plaid déplor confi
    avou remarqu pest glos tacl clam proclam rétorqu répliqu object interrog argument détaill sermonn
    jubil sanglot hurl chuchot souffl siffl grinc gromm bougonn grommel râl enrag rassur assum analys
    décrypt observ mentionn signal rapport relat expos expriment expos invoqu justifi certifi ratifi
    tweet post publi dict compt lanc protest tranch nuanc
    assen contr-attaqu balay claironn concéd confess évalu imagin ironis insinu dénonc salu clarifi
    tempêt supput raill moqu vant titr opin bredouill balbuti bafouill ronchonn fanfaronn philosoph minimis
    dédramatis temporis théoris pronostiqu certifi réclam accus abond entonn insist soupçonn badin pavois
    relat rappel déclar présent expos
"""
_PRESENT = """
    précis répèt espèr tempèr réitèr suggèr considèr concèd relèv révèl martèl rappell renouvell promèn
    annonc lanc dénonc avanc balanc énonc grinc jug exig encourag souffl gliss conseill soulèv protèg
    certifi renchér cèd objurgu assèn achèv interpell complèt compl
"""
_PAST = """
    précis répét espér tempér réitér suggér considér concéd relev révél martel rappel renouvel gliss conseill
    soulev assén achev interpell complét
"""
_SOFT_PAST = "annonç lanç dénonç avanç énonç grinç nuanç juge exige encourage"
_SOFT_PARTICIPLES = (
    "annoncé lancé dénoncé avancé énoncé grincé nuancé jugé exigé encouragé"
)
_IRREGULAR = """
    dit disent disait disaient dirent redit redisent
    répond répondent répondait répondaient répondit répondirent
    écrit écrivent écrivait écrivit reconnaît reconnait reconnaissent reconnaissait reconnut
    admet admettent admettait admit promet promettent promettait promit
    prévient préviennent prévenait prévint soutient soutiennent soutenait soutint
    convient conviennent convenait convint maintient maintiennent maintenait maintint
    avertit avertissent avertissait poursuit poursuivent poursuivait poursuivit
    conclut concluent concluait reprend reprennent reprenait reprit
    défend défendent défendait défendit prétend prétendent prétendait
    renchérit renchérissent renchérissait réagit réagissent réagissait dément démentent démentait démentit
    garantit garantissent garantissait brandit applaudit applaudissent applaudissait
    rugit gémit vitupère
    veut_croire veulent_croire voulait_croire fait_valoir font_valoir faisait_valoir fit_valoir
    fait_savoir font_savoir faisait_savoir fit_savoir fait_remarquer font_remarquer faisait_remarquer
    fait_observer font_observer met_en_garde mettent_en_garde mettait_en_garde a_mis_en_garde ont_mis_en_garde
    tient_à_préciser laisse_entendre laissait_entendre a_laissé_entendre s'en_prend enfonce_le_clou
    enfonce_encore_le_clou botte_en_touche se_contente_de_dire s'est_contenté_de_dire
    s'est_contentée_de_dire se_borne_à_dire s'est_borné_à_dire va_plus_loin tire_à_boulets_rouges
"""
_PARTICIPLES = """
    dit répondu écrit reconnu admis promis prévenu soutenu convenu maintenu averti poursuivi conclu repris
    défendu prétendu renchéri réagi démenti garanti applaudi fait_valoir fait_savoir fait_remarquer fait_observer
    redit
"""
_OF_ONESELF = """
    s'agac s'amus s'étonn s'insurg s'emport s'enthousiasm s'indign s'exclam s'écri s'inquièt s'inquiét s'alarm
    s'interrog s'impatient s'émerveill s'attrist s'offusqu s'énerv s'irrit s'époumon s'esclaff s'excus
    s'expliqu s'en_félicit se_désol se_félicit se_demand se_rappel se_lament se_moqu se_vant se_rassur
    se_remémor s'agaç s'insurge
"""
_OF_ONESELF_TOO = """
    se_réjouit se_réjouissent se_réjouissait se_souvient se_souviennent se_souvenait se_plaint se_plaignent
    se_plaignait se_défend se_défendent se_défendait s'émeut s'émeuvent s'attendrit se_dit se_disent se_disait
    s'enorgueillit se_justifie se_justifiait s'étrangle
"""
_HAVING_ONESELF = """
    agacé amusé étonné insurgé emporté enthousiasmé indigné exclamé écrié inquiété alarmé interrogé
    impatienté émerveillé attristé offusqué énervé irrité esclaffé excusé expliqué désolé félicité demandé
    rappelé lamenté moqué vanté rassuré remémoré réjoui souvenu plaint défendu ému dit justifié étranglé
"""
_HAVE = """
    a ont avait avaient a-t-il a-t-elle a-t-on ont-ils ont-elles avait-il avait-elle avaient-ils
"""
_HAVE_ONESELF = """
    s'est s'était se_sont s'étaient s'est-il s'est-elle s'était-il s'était-elle
"""

VERBS = f"""
    {_IRREGULAR} {_OF_ONESELF_TOO}
    disant répondant rappelant promettant reconnaissant admettant concluant regrettant dénonçant annonçant
"""
"""Verbs that attribute wherever they stand in a quotation’s sentence."""

VERB_FORMS = (
    (_HAVE, "_", f"{_REGULAR} {_PAST}", "é"),
    (_HAVE, "_", f"{_SOFT_PARTICIPLES} {_PARTICIPLES}"),
    (_HAVE_ONESELF, "_", _HAVING_ONESELF, "- e s es"),
    (_REGULAR, "e ent ait aient a èrent"),
    (_PRESENT, "e ent"),
    (_PAST, "ait aient a èrent"),
    (_SOFT_PAST, "ait aient a"),
    (_OF_ONESELF, "e ent ait aient a"),
    ("ajout précis affirm assur soulign expliqu estim indiqu insist", "ant"),
)
"""The same, by auxiliary, stem and ending."""

DESCRIBING = " ".join(
    (
        "qualifie qualifient qualifiait qualifiant a_qualifié ont_qualifié avait_qualifié",
        "évoque évoquent évoquait évoquant a_évoqué ont_évoqué parle parlent parlait parlant a_parlé ont_parlé",
        "appelle appellent a_appelé juge jugent jugeait jugeant a_jugé ont_jugé considère considèrent considérait",
        "y_voit y_voient y_voyait y_a_vu n'y_voit n'y_voient n'y_voyait voit voient dit_voir dit_craindre dit_attendre",
        forms(
            "salu accueill déplor regrett critiqu fustig point réclam souhait redout moqu raill reproch accus vant brocard épingl lou loue décri",
            "e ent ait aient ant",
        ),
        behind(
            "a ont avait avaient",
            "salué déploré regretté critiqué fustigé pointé réclamé souhaité redouté raillé reproché accusé vanté brocardé épinglé loué décrit dénoncé exigé craint jugé décelé vu promis défendu démenti refusé rejeté",
        ),
        "dénonce dénoncent dénonçait exige exigent exigeait craint craignent craignait décrit décrivent décrivait",
        "défend défendent défendait promet promettent rejette rejettent refuse refusent récuse récusent",
        "se_dit se_disent se_disait s'est_dit s'est_dite se_sont_dits se_sont_dites s'est_montré s'est_montrée",
        "s'est_déclaré s'est_déclarée se_déclare se_montre trouve trouvent a_trouvé compare comparent plaide_pour",
        "tacle taclé a_taclé balaie balaient a_balayé fait_état font_état a_fait_état",
    )
)
"""Verbs whose object or complement may be a quoted fragment."""
