"""Dutch."""

from __future__ import annotations

from reader.text.cues.table import Cues

CUES = Cues(
    language="nl",
    verbs="""
        moppert moppert grapt grapte verzucht verzuchtte besluit lacht lachte oordeelt oordeelde voorspelt
        voorspelde zucht bekent bekende klaagt klaagde laat_weten liet_weten geeft_toe gaf_toe stelt schampert
        bromt jubelt jubelde juicht waarschuwden zeiden_ze vertelt_ze benadrukte weet erkent roemt prijst looft
        belooft dreigt eist eiste pleit pleitte verwijt verweet verwacht verwachtte wijst wees vreest vreesde
        zei zeiden zegt zeggen gezegd verklaarde verklaart verklaarden vertelde vertelt vertelden vertellen meldde meldt melden
        schreef schrijft schreven vroeg vraagt vroegen antwoordde antwoordt antwoordden liet laat stelde stelt stelden benadrukte benadrukt
        voegde voegt waarschuwde waarschuwt bevestigde bevestigt erkende erkent vindt vond vinden noemde noemt noemden
        noemen meende meent denkt dacht riep roept riepen legde legt uit reageerde reageert beloofde belooft betoogde betoogt
        concludeerde concludeert twitterde kondigde kondigt herhaalde herhaalt fluisterde mompelde schreeuwde luidde luidt aldus
        klinkt klonk stelde_vast gaf_aan geeft_aan licht_toe lichtte_toe vervolgde vervolgt benadrukken hoopt hoopte sprak spreekt
    """,
    describing="omschreef omschrijft beschreef beschrijft bestempelde betitelde had_het_over",
    sources="volgens aldus naar_zeggen_van in_de_woorden_van",
    determiners="""
        de het een zijn haar hun deze dit die dat mijn ons onze enkele veel sommige alle beide twee drie vier vijf andere meerdere geen
    """,
    linking="van voor bij in uit op aan",
    opening="""
        in op aan bij met na naar voor door tegen zonder om over onder sinds tijdens wegens ondanks als toen wanneer omdat dat of hoewel
        nadat voordat en maar want dus daarna daarop ook verder gisteren vandaag morgen nu later eerder volgens toch echter
        bovendien daarom hier daar hoe wat waarom zo
    """,
    fillers="""
        zelf
        heeft hebben had hadden is was werd wordt ook nog echter dan toen zich bovendien verder vandaag gisteren eerder later maandag
        dinsdag woensdag donderdag vrijdag zaterdag zondag al weer nu eens er het daarop
    """,
    relatives="die dat wie welke wiens waar",
    he="hij hem",
    she="zij ze haar",
    they="zij ze hen wij we",
    first_person="ik wij we",
    titles_of_men="meneer heer dhr. koning prins broer pater",
    titles_of_women="mevrouw mevr. mw. koningin prinses zus zuster",
    titles="dr. dr prof. prof professor drs. ir. mr. generaal kolonel kapitein minister burgemeester wethouder president premier",
    men="man vader zoon broer woordvoerder directeur",
    women="vrouw moeder dochter zus woordvoerster directrice",
    roles="""
        dijkgraaf bioloog onderzoeker gedragsonderzoeker eigenaar eigenares bewoner bewoonster ondernemer boer
        boerin leraar lerares student studenten ouders moeder vader agent coach bondscoach speler speelster
        verdachte slachtoffer zanger zangeres acteur schrijfster
        burgemeester minister premier president directeur woordvoerder woordvoerster advocaat rechter officier hoofd leider
        voorzitter wethouder bewoners getuigen onderzoekers onderzoeker arts secretaris kamerlid politie schrijver expert
        deskundigen trainer justitie agenten omwonenden
    """,
    groups="""
        waterschap ondernemersvereniging vereniging bond ministerie provincie college oppositie bestuur fractie
        openbaar_ministerie krant omroep bank
        gemeente bedrijf groep vereniging vakbond ministerie regering partij universiteit politie instituut organisatie stichting
        rechtbank commissie raad kabinet club concern
    """,
    works="""
        film boek roman lied nummer album titel serie stuk artikel krant tijdschrift blad woord term uitdrukking genaamd genoemd
        getiteld zogenaamde zogenoemde bijnaam programma motto
    """,
    continuing="vervolgt vervolgde voegt voegde",
    articles="de het een zijn haar hun",
    callings="zanger zangeres acteur actrice schrijver schrijfster muzikant kunstenaar spits doelman veteraan dichter regisseur voetballer kampioen speler speelster",
    not_names="""
        de het een hij zij ze wij we ik en of maar in op aan bij met na naar voor door tegen zonder om over onder sinds tijdens wegens
        ondanks als toen wanneer omdat dat hoewel nadat voordat want dus daarna daarop ook verder gisteren vandaag morgen nu later eerder
        volgens toch echter bovendien daarom hier daar zijn haar hun deze dit die enkele veel maandag dinsdag woensdag donderdag
        vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober november december niet geen ja nee
        hoe wat waarom zo aldus zei
    """,
    particles="van de der den ten ter het 't in_'t von la le el al",
    verb_second=True,
)
