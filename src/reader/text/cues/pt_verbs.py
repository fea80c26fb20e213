"""Portuguese verbs of saying, in the forms that Portuguese and Brazilian papers use."""

from __future__ import annotations

from reader.text.cues.inflection import forms

_AR = """
    afirm declar explic acrescent destac ressalt salient sublinh cont relat pergunt anunci alert avis lembr
    record critic denunci lament coment confirm inform indic reforç reiter complet observ enfatiz fris adiant
    avali assegur sustent ponder atir desabaf remat ironiz comemor celebr confess confidenci revel apont assinal
    brinc protest retruc detalh justific cobr dispar elogi desej reclam opin argument aleg exclam grit sussurr
    murmur consider continu tuit public post pontu emend arremat jur question constat
    desconvers desafi acus cogit sentenci apel clam vaticin estim acredit esper contest profetiz
    sintetiz conden relembr rememor anot gargalh suspir resmung gracej cit especul ratific
    enumer precis minimiz analis filosof teoriz pormenoriz desdramatiz
"""
_IRREGULAR = """
    disse disseram diz dizem dizia diziam dirá dizendo
    defende defendem defendeu defenderam defendia responde respondem respondeu responderam respondia
    reconhece reconhecem reconheceu reconheceram reconhecia admite admitem admitiu admitiram admitia
    insiste insistem insistiu insistiram conclui concluem concluiu concluíram promete prometem prometeu prometeram
    escreve escrevem escreveu escreveram escrevia esclarece esclarecem esclareceu esclareceram
    exige exigem exigiu exigiram pede pedem pediu pediram pedia prossegue prosseguem prosseguiu
    rebate rebatem rebateu rebateram desmente desmentem desmentiu refere referem referiu referiram referia
    garante garantem garantiu garantiram garantia adverte advertem advertiu advertiram sugere sugerem sugeriu
    propõe propõem propôs propuseram expõe expôs contrapõe contrapôs assume assumem assumiu assumiram
    resume resumem resumiu resumiram agradece agradecem agradeceu agradeceram repete repetem repetiu repetiam
    discorda discordam discordou concorda concordam concordou acha acham achou achava
    prevê preveem previu intervém interveio repreende repreendeu
    devolve devolveu devolveram limita-se_a_dizer limitou-se_a_dizer limitou-se_a_responder
    se_limitou_a_dizer queixava-se queixavam-se lamentava-se chama-lhe chamou-lhe
    vai_mais_longe foi_mais_longe vai_além foi_além dá_conta deu_conta faz_questão fez_questão fez_saber faz_saber
    deixa_claro deixou_claro deixou_o_aviso deixou_o_recado lê-se pode_ler-se podia_ler-se
    queixa-se queixam-se queixou-se queixaram-se congratula-se congratulou-se defende-se defendeu-se
    justifica-se justificou-se pergunta-se perguntou-se indigna-se indignou-se desculpa-se desculpou-se
    insurge-se insurgiu-se mostrou-se afirmou-se orgulha-se recorda-se recordou-se ri-se riu-se
    se_queixa se_queixou se_defende se_defendeu se_justifica se_justificou se_emociona se_pergunta
"""
_PARTICIPLES = """
    dito defendido respondido reconhecido admitido insistido concluído prometido escrito esclarecido exigido
    pedido prosseguido rebatido desmentido referido garantido advertido sugerido proposto assumido resumido
"""

VERBS = f"""
    {_IRREGULAR} realça realçou realçaram reforça reforçou reforçaram avança avançou avançaram lança lançou
"""
"""Verbs that attribute wherever they stand in a quotation’s sentence."""

VERB_FORMS = (
    ("tinha tinham havia haviam já", "_", _AR, "ado"),
    ("tinha tinham havia haviam já", "_", _PARTICIPLES),
    (_AR, "a am ou aram ava avam ará ando"),
)
"""The same, by auxiliary, stem and ending."""

DESCRIBING = " ".join(
    (
        forms(
            "classific qualific cham apelid acus critic denunci lament conden elogi recomend rotul compar tach consider apont rejeit",
            "a am ou aram ava ando",
        ),
        "descreve descrevem descreveu descreveram define definem definiu definiram fala falam falou falaram falava",
        "vê veem viu pede pedem pediu pediram exige exigem exigiu promete prometem prometeu prometeram",
        "diz-se disse-se mostrou-se mostra-se mostraram-se confessou-se declarou-se declara-se",
        "se_disse se_diz se_mostrou se_declarou trata tratou teme temem receia receiam reconhece reconheceu",
        "deseja desejou rejeita rejeitou repudia repudiou atribui atribuiu garante garantiu nega negou negaram",
        "acha achou referiu-se refere-se chama-lhe chamou-lhe chamam-lhe acolhe acolheu recebe recebeu",
    )
)
"""Verbs whose object or complement may be a quoted fragment."""
