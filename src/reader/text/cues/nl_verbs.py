"""Dutch verbs of saying, in the forms that Dutch and Flemish papers use."""

from __future__ import annotations

from reader.text.cues.inflection import forms

VERBS = " ".join(
    (
        forms(
            "verklaar vertel voorspel herhaal mopper brom jubel fluister mompel stamel bulder schamper foeter sputter sneer schater monkel ronk",
            "t de den",
        ),
        "vertellen verklaren melden",
        """
        zei zeiden zegt zeggen gezegd vroeg vroegen vraagt vragen schreef schreven schrijft schrijven
        antwoordt antwoordde antwoordden antwoorden stelt stelde stelden stellen vindt vond vonden vinden
        denkt dacht dachten denken roept riep riepen roepen klinkt klonk klonken klinken luidt luidde luidden
        spreekt sprak spraken weet wist wisten oordeelt oordeelde oordeelden besluit besloot besloten
        bekent bekende bekenden klaagt klaagde klaagden grapt grapte grapten lacht lachte lachten
        zucht zuchtte zuchtten verzucht verzuchtte moppert foetert briest brieste snuift sneert
        hoopt hoopte hoopten vreest vreesde vreesden verwacht verwachtte verwachtten eist eiste eisten
        belooft beloofde beloofden beloven dreigt dreigde pleit pleitte pleitten pleiten wijst wees wezen
        erkent erkende erkenden beaamt beaamde beaamden nuanceert nuanceerde relativeert relativeerde
        preciseert preciseerde verduidelijkt verduidelijkte verduidelijkten bevestigt bevestigde bevestigden
        ontkent ontkende ontkenden reageert reageerde reageerden repliceert repliceerde repliceren counterde
        countert benadrukt benadrukte benadrukten onderstreept onderstreepte verzekert verzekerde
        waarschuwt waarschuwde waarschuwden concludeert concludeerde concludeerden constateert constateerde
        suggereert suggereerde adviseert adviseerde beklemtoont beklemtoonde beklemtoonden betoogt betoogde betogen
        beweert beweerde beweerden meent meende meenden vervolgt vervolgde vervolgden herinnert herinnerde
        twittert twitterde tweet tweette post postte kondigde kondigt meldt meldde meldden melden
        laat_weten laten_weten liet_weten lieten_weten laat_optekenen liet_optekenen liet_doorschemeren
        laat_doorschemeren laat_horen geeft_toe gaf_toe gaven_toe geeft_aan gaf_aan gaven_aan
        legt_uit legde_uit legden_uit voegt_toe voegde_toe voegt_eraan_toe voegde_eraan_toe licht_toe lichtte_toe
        stelt_vast stelde_vast merkt_op merkte_op vult_aan vulde_aan roept_uit riep_uit haalt_uit haalde_uit
        spreekt_tegen sprak_tegen houdt_vol hield_vol wuift_weg steekt_van_wal vat_samen vatte_samen
        klinkt_het klonk_het luidt_het luidde_het heet_het blikt_terug blikte_terug
        jubelt jubelde glundert glunderde grijnst grijnsde grinnikt grinnikte schampert tiert tierde
        verdedigt verdedigde klaagt_aan kapittelt fulmineert fulmineerde fulmineerden hekelt hekelde mijmert mijmerde
        filosofeert filosofeerde vraagt_zich_af vroeg_zich_af analyseert analyseerde relativeren verzekeren verduidelijken
        biecht_op besluiten stipt_aan stipte_aan haakt_in haakte_in pareert pareerde riposteert riposteerde
        """,
    )
)
"""Verbs that attribute wherever they stand in a quotation’s sentence."""

MANNERS = """
    geeft gaf gaven legt legde legden voegt voegde voegden houdt hield hielden valt viel vielen vult vulde
    merkt merkte merkten haalt haalde wuift wuifde licht lichtte knikt knikte glimlacht glimlachte schokschoudert
    vat vatte besluit sluit sloot begint begon gaat_verder ging_verder doet deed uit uitte laat liet lieten
    reageren schudt schudde
"""
"""Verbs that attribute only right beside a quotation, many with half of them at its end."""

DESCRIBING = """
    omschreef omschreven omschrijft omschrijven beschreef beschrijft bestempelde bestempelt bestempelden betitelde
    betitelt had_het_over heeft_het_over hadden_het_over hebben_het_over noemt noemde noemden noemen
    spreekt_van sprak_van spraken_van spreken_van sprak spreekt spraken spreken prijst prees prezen looft loofde roemt roemde
    vindt vond vonden vinden hekelt hekelde hekelden laakt laakte verwijt verweet verweten eist eiste eisen
    ziet zag zagen zien belooft beloofde reageert reageerde reageren toont toonde betreurt betreurde betreuren
    vergelijkt vergeleek typeert typeerde karakteriseert karakteriseerde bejubelt bejubelde beschouwt beschouwde
    hoopt hoopte vreest vreesde bekritiseert bekritiseerde veroordeelt veroordeelde schreef schrijft sluit sloot achtte
"""
"""Verbs whose object or complement may be a quoted fragment."""
