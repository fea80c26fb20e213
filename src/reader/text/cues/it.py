"""Italian."""

from __future__ import annotations

from reader.text.cues.it_verbs import DESCRIBING, VERB_FORMS, VERBS
from reader.text.cues.table import Cues

CUES = Cues(
    language="it",
    verbs=f"{VERBS} dichiarato",
    verb_forms=VERB_FORMS,
    manners="""
        sorride sorridono sorrise ride ridono rise annuisce annuiscono annuì scuote_la_testa allarga_le_braccia alza_le_spalle
    """,
    describing=DESCRIBING,
    sources="secondo per a_detta_di a_giudizio_di stando_a",
    determiners="""
        il lo la i gli le l un uno una un' suo sua suoi sue loro questo questa questi queste quel quella mio nostro alcuni alcune molti
        due tre quattro cinque altro altra altri altre tutti tutte diversi
    """,
    linking="di del della dello dei degli delle dell per in nel nella al alla a da dal",
    opening="""
        in nel nella nello nei negli nelle a al alla allo ai agli alle di per con senza su sul sulla sotto da dal dalla dopo
        prima durante secondo come se quando mentre anche e o ma però dunque quindi poi ieri oggi domani inoltre contro tra
        fra perché che dove interpellato interpellata così accompagnato accompagnata affiancato affiancata intervistato
        intervistata raggiunto raggiunta interrogato interrogata contattato contattata visibilmente dai dalle dallo nato nata
    """,
    fillers="""
        stesso stessa ha hanno aveva avevano è si gli le anche inoltre ieri oggi lunedì martedì mercoledì giovedì venerdì
        sabato domenica poi ancora già non ci mi ne sempre recentemente infine dopo prima solo soltanto semplemente subito ore
        minuti giorni settimane mesi poco
    """,
    relatives="che cui quale chi dove quali",
    he="lui egli",
    she="lei ella",
    they="loro essi esse noi",
    first_person="io noi",
    titles_of_men="signor sig. don padre re principe fratello",
    titles_of_women="signora sig.ra suor madre regina principessa",
    titles="dott. dott dott.ssa dottor dottoressa prof. prof professor professoressa presidente generale colonnello capitano ministro ministra avv.",
    men="""
        uomo portavoce padre figlio fratello marito direttore sindaco ministro nonno zio cugino compagno fidanzato amico
        pensionato governatore assessore consigliere senatore deputato attore scrittore allenatore professore avvocato
        magistrato medico parroco
    """,
    women="""
        donna madre figlia sorella moglie direttrice sindaca ministra mamma nonna zia cugina fidanzata compagna amica vedova
        pensionata governatrice assessora consigliera senatrice deputata attrice scrittrice autrice allenatrice professoressa
        avvocata magistrata dottoressa vicesindaca sottosegretaria viceministra candidata imprenditrice fondatrice
        ricercatrice scienziata storica sociologa biologa psicologa infermiera maestra ragazza ballerina pittrice curatrice
        conduttrice produttrice campionessa giocatrice
    """,
    roles="""
        vicino vicina preside professoressa titolare neurologo operaio operaia studente studentessa studenti genitori imputato
        imputata vittima tecnico capitano attaccante cantante attore attrice scrittore scrittrice proprietario proprietaria
        sindaco sindaca ministro ministra presidente direttore direttrice portavoce avvocato avvocata giudice procuratore capo
        responsabile residenti testimoni ricercatori ricercatrice ricercatore medico segretario segretaria deputato deputata
        senatore senatrice polizia autore autrice esperti esperto allenatore assessore assessora leader rettore abitante
        abitanti cittadini cittadino cittadina commerciante commercianti negoziante bidello bidella maestra maestro insegnante
        insegnanti docente docenti alunno alunni ragazzo ragazza ragazzi giovane mamma papà padre madre figlio figlia nonno
        nonna zio zia nipote cugino cugina moglie marito compagno compagna fidanzato fidanzata vedova vedovo sorella fratello
        amico amica amici collega colleghi pensionato pensionata vicesindaco vicesindaca governatore governatrice premier
        presidentessa vicepresidente sottosegretario sottosegretaria viceministro viceministra assessori consigliere
        consigliera capogruppo esponente parlamentare parlamentari onorevole eurodeputato eurodeputata candidato candidata
        segretari sindacalista sindacalisti delegato delegata funzionario funzionaria dirigente prefetto questore comandante
        commissario commissaria ispettore ispettrice maresciallo carabiniere carabinieri agente agenti vigile poliziotto
        poliziotta poliziotti pompiere pompieri soccorritore soccorritori pm gip magistrato magistrata legale avvocati
        difensore testimone superstite sopravvissuto sopravvissuta indagato indagata arrestato vittime passeggero passeggera
        passeggeri turista turisti cliente clienti automobilista tassista autista barista ristoratore ristoratrice albergatore
        imprenditore imprenditrice fondatore fondatrice amministratore manager patron allenatrice mister ct portiere bomber
        centrocampista giocatore giocatrice tifoso tifosa campione regista attori interprete sceneggiatore sceneggiatrice
        produttore produttrice cantautore cantautrice musicista pianista ballerino ballerina coreografo coreografa pittore
        pittrice scultore fotografo fotografa curatore curatrice critico giornalista giornalisti conduttore conduttrice
        editore storico storica sociologo sociologa economista politologo geologo geologa geologi biologo biologa virologo
        virologa infettivologo epidemiologo climatologo climatologa psicologo psicologa psichiatra pediatra primario
        infermiere infermiera infermieri medici scienziato scienziata scienziati studioso studiosa architetto ingegnere
        agricoltore agricoltrice allevatore allevatrice pescatore contadino contadina fornaio vescovo arcivescovo parroco
        sacerdote prete suora papa cardinale re regina residente promotore promotrice attivista attivisti volontario
        volontaria volontari manifestante manifestanti persona fonte fonti procuratrice professore
    """,
    groups="""
        opposizione procura questura tifosi curia stampa maggioranza lega club squadra banca autorità prefettura regione
        provincia comune azienda società gruppo associazione sindacato ministero governo partito università polizia agenzia
        istituto organizzazione federazione fondazione tribunale commissione consiglio comitato giunta esecutivo opposizioni
        senato camera parlamento quirinale vaticano confindustria cgil cisl uil coldiretti asl ospedale difesa accusa
        cassazione tar corte associazioni sindacati categoria coordinamento fondo impresa imprese ditta catena compagnia casa
        quotidiano giornale settimanale testata rai rete museo teatro festival orchestra nazionale dirigenza proprietà
        famiglia residenti pro_loco diocesi protezione_civile carabinieri guardia_di_finanza ong onu ue bce fmi movimento
        centrodestra centrosinistra immobiliare multinazionale finanziaria casa_editrice
    """,
    works="""
        film libro romanzo canzone album disco titolo serie opera articolo giornale rivista parola termine espressione
        intitolato intitolata chiamato chiamata detto detta denominato soprannominato programma motto campagna quotidiano
        commedia tragedia spettacolo documentario cortometraggio lungometraggio pellicola pièce monologo brano singolo
        raccolta saggio racconto mostra quadro dipinto fumetto podcast videogioco progetto operazione piano legge collana
        rubrica inchiesta dossier opera_prima soprannome edizioni
    """,
    continuing="aggiunge ha_aggiunto aggiunse prosegue ha_proseguito continua conclude ha_concluso",
    articles="il lo la i gli le l un uno una suo sua",
    articles_of_men="il lo un",
    articles_of_women="la una",
    callings="""
        cantante attore attrice scrittore scrittrice musicista artista attaccante portiere veterano poeta regista calciatore
        campione campionessa giocatore giocatrice dirigente funzionario politico politica esponente parlamentare onorevole
        deputato deputata senatore senatrice consigliere consigliera assessore assessora amministratore sindacalista leader
        magistrato magistrata legale avvocato avvocata difensore penalista pm inquirente comandante ufficiale militare
        poliziotto esperto esperta specialista studioso studiosa ricercatore ricercatrice scienziato scienziata accademico
        docente professore professoressa storico storica sociologo sociologa economista politologo geologo geologa virologo
        virologa autore autrice romanziere romanziera narratore saggista drammaturgo interprete cineasta sceneggiatore
        sceneggiatrice produttore produttrice cantautore cantautrice rapper pianista violinista direttore ballerino ballerina
        coreografo coreografa pittore pittrice fotografo fotografa giornalista conduttore conduttrice imprenditore
        imprenditrice manager stilista chef cuoco cuoca patron numero_uno tecnico allenatore allenatrice mister ct bomber
        centravanti centrocampista trequartista terzino pilota ciclista nuotatore nuotatrice tennista atleta azzurro azzurra
        imputato imputata indagato indagata accusato superstite sopravvissuto sopravvissuta pensionato pensionata parroco
        sacerdote prelato religioso attivista promotore promotrice allevatore allevatrice agricoltore agricoltrice milanese
        romano romana napoletano napoletana torinese genovese bolognese fiorentino fiorentina siciliano siciliana sardo sarda
        pugliese calabrese veneziano veneziana veneto triestino friulano lombardo ticinese settantenne ottantenne sessantenne
        cinquantenne quarantenne trentenne ventenne quarantaduenne dem leghista grillino forzista pentastellato pentastellata
        meloniano francese spagnolo spagnola tedesco tedesca americano americana inglese vincitore vincitrice premiato
        premiata medaglia titolare
    """,
    not_names="""
        il lo la i gli le l un uno una lui lei loro noi io e o ma in nel nella nei nelle a al alla ai alle di del della dei
        delle per con senza su sul sulla sotto da dal dalla dopo prima durante secondo come se quando mentre anche però dunque
        quindi poi ieri oggi domani inoltre contro tra fra perché che dove suo sua questo questa quel quella alcuni molti
        gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre non sì così interpellato
        interpellata già né
    """,
    documents="""
        nota comunicato lettera rapporto relazione messaggio testo sentenza ordinanza documento post tweet studio striscione
        cartello manifesto editoriale appello circolare mozione interrogazione
    """,
    nouns_too="""
        replica conferma denuncia domanda accusa nota critica minaccia protesta chiosa precisa attacca rivela ricerca loda
        spiega boccia sospira lamenta racconta racconto motiva cita parla rileva
    """,
    inside="""
        anche poi inoltre infine subito già ancora invece quindi comunque però più_volte oggi ieri sempre voluto duramente
    """,
    offices=(
        "sindaco sindaca primo_cittadino prima_cittadina borgomastro podestà",
        "presidente_del_consiglio premier capo_del_governo presidente_del_consiglio_dei_ministri",
        "presidente_della_repubblica capo_dello_stato presidente inquilino_del_quirinale",
        "consigliere_di_stato consigliera_di_stato consigliere_federale consigliera_federale ministro ministra",
        "presidente_della_regione governatore governatrice",
        "allenatore allenatrice tecnico mister ct commissario_tecnico",
        "pm magistrato magistrata procuratore procuratrice pubblico_ministero",
        "giudice magistrato magistrata",
        "avvocato avvocata legale difensore penalista",
        "parroco sacerdote don prete",
        "presidente patron numero_uno",
    ),
    feminine_endings="trice essa",
    remarks="""
        replica risposta commento affondo stoccata rassicurazione appello parole sfogo accusa avvertimento monito spiegazione
        promessa reazione ironia grido denuncia allarme invito frecciata frase battuta ricordo elogio saluto
    """,
    copulas="""
        è era sono erano fu sarà saranno sarebbe sarebbero sia siano resta rimane appare sembra essere
    """,
    predicating="""
        definì definisce ha_definito hanno_definito giudica ha_giudicato ritiene considera ha_considerato bolla bollano
        ha_bollato bollò chiama ha_chiamato si_dice si_è_detto si_è_detta si_sono_detti si_sono_dette si_dichiara
        si_è_dichiarato si_è_dichiarata trova descrive ha_descritto liquida
    """,
    participle_ending="ndo",
    officials="""
        comune ministero agenzia amministrazione autorità commissione regione provincia prefettura questura procura giunta
        tribunale governo esecutivo corte polizia
    """,
    companies="""
        azienda società gruppo compagnia impresa ditta banca catena marchio casa operatore gestore istituto
    """,
    societies="""
        associazione organizzazione sindacato federazione fondazione club partito movimento comitato coordinamento lega ong
    """,
    addressing="""
        avverte avvertono avvertì ha_avvertito ammonisce ha_ammonito ringrazia ringraziano ha_ringraziato attacca ha_attaccato
        avvisa
    """,
    somebody="altro altra",
    own_sources="a_suo_avviso a_suo_dire a_suo_giudizio secondo_lui secondo_lei",
    particles="di de del della da dal lo la van von",
    verb_second=True,
    drops_pronouns=True,
    adjectives_follow=True,
)
