"""Italian."""

from __future__ import annotations

from reader.text.cues.table import Cues

CUES = Cues(
    language="it",
    verbs="""
        ha_ripetuto ripete ha_promesso ha_rivelato rivela ha_chiarito chiarisce ironizza scherza ha_scherzato
        chiosa sbotta taglia_corto confida ha_confidato ammonisce ha_ammonito protesta ha_protestato ha_gridato
        hanno_gridato ha_proseguito ha_continuato ha_lamentato ha_attaccato ha_denunciato ha_annunciato
        ha_ringraziato ringrazia ha_insistito ha_rimarcato rimarca ha_ammesso hanno_spiegato hanno_denunciato
        hanno_sottolineato spiegava raccontava diceva ripeteva ha_fatto_sapere fa_sapere ha_riconosciuto
        riconosce ha_criticato critica ha_reagito reagisce ha_esultato esulta
        disse dissero dice dicono diceva ha_detto hanno_detto aveva_detto dichiarò dichiara dichiarano ha_dichiarato hanno_dichiarato affermò afferma
        affermano ha_affermato hanno_affermato spiegò spiega spiegano ha_spiegato hanno_spiegato aggiunse aggiunge ha_aggiunto hanno_aggiunto sottolinea ha_sottolineato
        sottolineò precisa ha_precisato precisò assicura ha_assicurato racconta ha_raccontato raccontò risponde rispose ha_risposto chiede chiese
        ha_chiesto domandò domanda annuncia ha_annunciato avverte ha_avvertito ricorda ha_ricordato ammette ha_ammesso denuncia ha_denunciato
        commenta ha_commentato scrive scrisse ha_scritto conferma ha_confermato osserva ha_osservato sostiene ha_sostenuto insiste conclude
        ha_concluso promette ribadisce ha_ribadito esclamò esclama gridò sussurrò mormorò replicò replica ha_replicato dichiarato
        rileva evidenzia ha_evidenziato prosegue continua riferisce ha_riferito attacca auspica lamenta ha_lamentato si_legge
    """,
    describing="definì definisce ha_definito ha_parlato parla descrive ha_descritto chiamò chiama ha_chiamato accusa ha_accusato",
    sources="secondo per a_detta_di a_giudizio_di stando_a",
    determiners="""
        il lo la i gli le l un uno una un' suo sua suoi sue loro questo questa questi queste quel quella mio nostro alcuni alcune molti
        due tre quattro cinque altro altra altri altre tutti tutte diversi
    """,
    linking="di del della dello dei degli delle dell per in nel nella al alla a da dal",
    opening="""
        in nel nella nello nei negli nelle a al alla allo ai agli alle di per con senza su sul sulla sotto da dal dalla dopo prima durante
        secondo come se quando mentre anche e o ma però dunque quindi poi ieri oggi domani inoltre contro tra fra perché che dove
        interpellato interpellata così
    """,
    fillers="""
        stesso stessa
        ha hanno aveva avevano è si gli le anche inoltre ieri oggi lunedì martedì mercoledì giovedì venerdì sabato domenica poi
        ancora già non ci mi ne sempre recentemente infine dopo prima
    """,
    relatives="che cui quale chi dove",
    he="lui egli",
    she="lei ella",
    they="loro essi esse noi",
    first_person="io noi",
    titles_of_men="signor sig. don padre re principe fratello",
    titles_of_women="signora sig.ra suor madre regina principessa",
    titles="dott. dott dott.ssa dottor dottoressa prof. prof professor professoressa presidente generale colonnello capitano ministro ministra avv.",
    men="uomo portavoce padre figlio fratello marito direttore sindaco ministro",
    women="donna madre figlia sorella moglie direttrice sindaca ministra",
    roles="""
        vicino vicina preside professoressa titolare neurologo operaio operaia studente studentessa studenti
        genitori imputato imputata vittima tecnico capitano attaccante cantante attore attrice scrittore
        scrittrice proprietario proprietaria
        sindaco sindaca ministro ministra presidente direttore direttrice portavoce avvocato avvocata giudice procuratore capo responsabile
        residenti testimoni ricercatori ricercatrice ricercatore medico segretario segretaria deputato deputata senatore senatrice
        polizia autore autrice esperti esperto allenatore assessore assessora leader rettore
    """,
    groups="""
        opposizione procura questura tifosi curia stampa maggioranza lega club squadra banca autorità prefettura
        regione provincia
        comune azienda società gruppo associazione sindacato ministero governo partito università polizia agenzia istituto
        organizzazione federazione fondazione tribunale commissione consiglio comitato
    """,
    works="""
        film libro romanzo canzone album disco titolo serie opera articolo giornale rivista parola termine espressione intitolato
        intitolata chiamato chiamata detto detta denominato soprannominato programma motto campagna quotidiano
    """,
    continuing="aggiunge ha_aggiunto aggiunse prosegue ha_proseguito continua conclude ha_concluso",
    articles="il lo la i gli le l un uno una suo sua",
    articles_of_men="il lo un",
    articles_of_women="la una",
    callings="cantante attore attrice scrittore scrittrice musicista artista attaccante portiere veterano poeta regista calciatore campione campionessa giocatore giocatrice",
    not_names="""
        il lo la i gli le l un uno una lui lei loro noi io e o ma in nel nella nei nelle a al alla ai alle di del della dei delle per
        con senza su sul sulla sotto da dal dalla dopo prima durante secondo come se quando mentre anche però dunque quindi poi ieri
        oggi domani inoltre contro tra fra perché che dove suo sua questo questa quel quella alcuni molti gennaio febbraio marzo
        aprile maggio giugno luglio agosto settembre ottobre novembre dicembre non sì così interpellato interpellata
    """,
    particles="di de del della da dal lo la van von",
    verb_second=True,
)
