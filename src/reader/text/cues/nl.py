"""Dutch."""

from __future__ import annotations

from reader.text.cues.nl_verbs import DESCRIBING, MANNERS, VERBS
from reader.text.cues.table import Cues

CUES = Cues(
    language="nl",
    verbs=f"{VERBS} juicht zeiden_ze vertelt_ze uit schreeuwde aldus",
    manners=MANNERS,
    describing=DESCRIBING,
    sources="volgens aldus naar_zeggen_van in_de_woorden_van",
    determiners="""
        de het een zijn haar hun deze dit die dat mijn ons onze enkele veel sommige alle beide twee drie vier vijf andere meerdere geen
    """,
    linking="van voor bij in uit op aan",
    opening="""
        in op aan bij met na naar voor door tegen zonder om over onder sinds tijdens wegens ondanks als toen wanneer omdat dat
        of hoewel nadat voordat en maar want dus daarna daarop ook verder gisteren vandaag morgen nu later eerder volgens toch
        echter bovendien daarom hier daar hoe wat waarom zo gevraagd geconfronteerd desgevraagd vergezeld zichtbaar
        gisterenavond geboren
    """,
    fillers="""
        zelf heeft hebben had hadden is was werd wordt ook nog echter dan toen zich bovendien verder vandaag gisteren eerder
        later maandag dinsdag woensdag donderdag vrijdag zaterdag zondag al weer nu eens er het daarop uren dagen weken
    """,
    relatives="die dat wie welke wiens waar",
    he="hij hem",
    she="zij ze haar",
    they="zij ze hen wij we",
    first_person="ik wij we",
    titles_of_men="meneer heer dhr. koning prins broer pater",
    titles_of_women="mevrouw mevr. mw. koningin prinses zus zuster",
    titles="dr. dr prof. prof professor drs. ir. mr. generaal kolonel kapitein minister burgemeester wethouder president premier",
    men="""
        man vader zoon broer woordvoerder directeur buurman opa grootvader neef oom echtgenoot vriend weduwnaar jongen
        raadsman doelman brandweerman vakbondsman topman kroonprins barman
    """,
    women="""
        vrouw moeder dochter zus woordvoerster directrice buurvrouw oma grootmoeder nicht tante echtgenote vriendin weduwe
        meisje raadsvrouw advocate schrijfster zangeres actrice doelvrouw aanvoerster speelster ploeggenote lerares studente
        docente juf eigenaresse eigenares uitbaatster bewoonster boerin activiste regisseuse redactrice journaliste
        presentatrice danseres violiste pianiste kunstenares fotografe topvrouw oprichtster voorzitster zaakvoerster historica
        atlete renster wielrenster zwemster muzikante uitgeefster filmmaakster psychologe
    """,
    roles="""
        dijkgraaf bioloog onderzoeker gedragsonderzoeker eigenaar eigenares bewoner bewoonster ondernemer boer boerin leraar
        lerares student studenten ouders moeder vader agent coach bondscoach speler speelster verdachte slachtoffer zanger
        zangeres acteur schrijfster burgemeester minister premier president directeur woordvoerder woordvoerster advocaat
        rechter officier hoofd leider voorzitter wethouder bewoners getuigen onderzoekers arts secretaris kamerlid politie
        schrijver expert deskundigen trainer justitie agenten omwonenden buurtbewoner buurtbewoners buurman buurvrouw buren
        omwonende inwoner inwoners verpleegkundige verpleegkundigen artsen huisarts patiënt patiënten dokter apotheker
        psycholoog psychiater viroloog ecoloog econoom historicus historica socioloog politicoloog hoogleraar docent docente
        wetenschapper wetenschappers woordvoerders raadslid gemeenteraadslid fractievoorzitter fractieleider lijsttrekker
        partijleider staatssecretaris commissaris gouverneur gedeputeerde schepen schepenen senator parlementslid
        volksvertegenwoordiger minister-president eurocommissaris bestuurder bestuurslid bestuursvoorzitter vakbondsman
        vakbondsbestuurder ondernemers winkelier winkeliers eigenaresse uitbater uitbaatster baas bakker slager kok chef ober
        barman chauffeur buschauffeur machinist conducteur reiziger reizigers passagier passagiers toerist toeristen klant
        klanten bezoeker bezoekers vrijwilliger vrijwilligers actievoerder actievoerders demonstrant demonstranten betoger
        betogers activist activiste brandweerman brandweercommandant brandweerlieden politiecommissaris politiechef korpschef
        rechercheur officier_van_justitie aanklager raadsman raadsvrouw advocate cliënt getuige dader slachtoffers nabestaande
        nabestaanden gewonde overlevende oma opa grootmoeder grootvader neef nicht oom tante echtgenoot echtgenote partner
        vriend vriendin vrienden collega collega's weduwe weduwnaar jongen meisje jongeren gepensioneerde studente leerling
        leerlingen juf meester scholier scholieren docenten hoofdtrainer oefenmeester keeper doelman doelvrouw aanvoerder
        aanvoerster spits verdediger middenvelder middenveldster ploeggenoot ploeggenote supporter supporters fans renner
        renster wielrenner wielrenster atlete atleet zwemmer zwemster schaatser schaatsster auteur uitgever uitgeefster
        redacteur redactrice regisseur regisseuse filmmaker filmmaakster actrice muzikant muzikante componist dirigent violist
        violiste pianist pianiste kunstenaar kunstenares fotograaf fotografe curator conservator recensent criticus journalist
        journaliste presentator presentatrice danser danseres choreograaf intendant museumdirecteur zaakvoerder zaakvoerster
        analist analisten topman topvrouw oprichter oprichtster voorzitster penningmeester bisschop pastoor dominee imam paus
        koningin koning iemand mensen vrouw man teamleider projectleider manager schipper antiquair
    """,
    groups="""
        waterschap ondernemersvereniging vereniging bond ministerie provincie college oppositie bestuur fractie
        openbaar_ministerie krant omroep bank gemeente bedrijf groep vakbond regering partij universiteit politie instituut
        organisatie stichting rechtbank commissie raad kabinet club concern coalitie jury reizigersvereniging bewonersgroep
        wijkraad dorpsraad buurtcomité actiegroep belangenvereniging brancheorganisatie koepel federatie unie werkgevers
        werkgeversorganisatie vakbonden ziekenhuis school zorginstelling veiligheidsregio parket hof raad_van_state brandweer
        rijkswaterstaat prorail ns nmbs kamer senaat parlement schepencollege stadsbestuur gemeentebestuur stad
        coalitiepartijen directie uitgeverij weekblad dagblad zender museum theater festival orkest ploeg team elftal selectie
        fabrikant exploitant vervoerder winkelketen keten maatschappij luchtvaartmaatschappij bouwer ontwikkelaar verzekeraar
        startup familie omwonenden buurt pers kerk bisdom fnv cnv acv vvd cda pvda sp d66 groenlinks n-va open_vld vooruit
        critici experts personeel
    """,
    works="""
        film boek roman lied nummer album titel serie stuk artikel krant tijdschrift blad woord term uitdrukking genaamd
        genoemd getiteld zogenaamde zogenoemde bijnaam programma motto debuut dichtbundel bundel verhaal musical toneelstuk
        voorstelling opera documentaire langspeelfilm kortfilm soap hit single plaat cd tentoonstelling expo schilderij
        project operatie plan wet actie campagne podcast game rubriek column thriller kinderboek prentenboek strip essay
        stripreeks
    """,
    continuing="vervolgt vervolgde voegt voegde",
    articles="de het een zijn haar hun",
    callings="""
        zanger zangeres acteur actrice schrijver schrijfster muzikant kunstenaar spits doelman veteraan dichter regisseur
        voetballer kampioen speler speelster bestuurder politicus politica liberaal socialist sociaaldemocraat bewindsman
        bewindsvrouw bewindspersoon raadsman raadsvrouw advocaat advocate jurist hoogleraar wetenschapper onderzoeker
        onderzoekster expert deskundige historicus historica econoom auteur romancier essayist toneelschrijver regisseuse
        cineast filmmaker rapper muzikante componist dirigent violist violiste pianist pianiste danseres choreograaf
        kunstenares schilder fotograaf fotografe journalist journaliste presentator presentatrice ondernemer onderneemster
        topman topvrouw zakenman zakenvrouw kok chef coach trainer oefenmeester hoofdtrainer keuzeheer bondscoach aanvoerder
        aanvoerster keeper goalie verdediger middenvelder aanvaller aanvalster wielrenner wielrenster renner renster atleet
        atlete zwemmer zwemster schaatser schaatsster tennisser tennisster turnster landgenoot landgenote boekhouder verdachte
        gepensioneerde zestiger zeventiger tachtiger vijftiger veertiger dertiger twintiger tiener weduwe boer boerin activist
        activiste vakbondsman vakbondsvrouw voorman voorvrouw gentenaar antwerpenaar brusselaar limburger brabander
        amsterdammer rotterdammer hagenaar utrechter groninger fries zeeuw belg vlaming waal nederlander nederlandse
        commissaris brandweerman officier parlementariër kamerlid senator winnaar winnares laureaat laureate kampioene
        medaillewinnaar schipper fransman duitser duitse engelsman brit britse spanjaard spaanse italiaan italiaanse
        portugees portugese amerikaan amerikaanse marokkaan turk pool deen deense zweed zweedse noor noorse zwitser
        oostenrijker kroaat serviër argentijn braziliaan bruggeling leuvenaar mechelaar oostendenaar hasselaar kortrijkzaan
        drent gelderlander eindhovenaar tilburger haarlemmer leidenaar
    """,
    not_names="""
        de het een hij zij ze wij we ik en of maar in op aan bij met na naar voor door tegen zonder om over onder sinds tijdens wegens
        ondanks als toen wanneer omdat dat hoewel nadat voordat want dus daarna daarop ook verder gisteren vandaag morgen nu later eerder
        volgens toch echter bovendien daarom hier daar zijn haar hun deze dit die enkele veel maandag dinsdag woensdag donderdag
        vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober november december niet geen ja nee
        hoe wat waarom zo aldus zei
    """,
    documents="""
        brief verklaring rapport nota bericht mail e-mail persbericht vonnis arrest advies studie onderzoek spandoek bord
        pamflet oproep petitie tweet post artikel motie
    """,
    offices=(
        "burgemeester burgervader burgermoeder eerste_burger",
        "wethouder bestuurder schepen",
        "minister-president premier regeringsleider eerste_minister",
        "minister bewindsman bewindsvrouw bewindspersoon",
        "staatssecretaris bewindsman bewindsvrouw bewindspersoon",
        "trainer coach oefenmeester hoofdtrainer bondscoach",
        "advocaat advocate raadsman raadsvrouw",
        "officier_van_justitie aanklager officier openbaar_aanklager",
        "keeper doelman doelvrouw goalie sluitpost",
    ),
    remarks="""
        reactie antwoord commentaar conclusie oproep verweer klacht woorden boodschap waarschuwing zin uitspraak
    """,
    copulas="is was zijn waren wordt werd zou zal blijft bleef lijkt blijkt bleek",
    predicating="""
        noemt noemde noemden noemen vindt vond vonden vinden achtte omschreef omschrijft bestempelde bestempelt betitelde
        beschouwt beschouwde typeert typeerde beschrijft beschreef toont toonde
    """,
    officials="""
        gemeente ministerie provincie waterschap college rechtbank politie parket inspectie dienst autoriteit kabinet
        veiligheidsregio
    """,
    companies="""
        bedrijf concern groep firma bank keten maatschappij fabrikant exploitant vervoerder verzekeraar onderneming uitgeverij
        ontwikkelaar
    """,
    societies="""
        vereniging vakbond organisatie stichting bond federatie club partij beweging comité actiegroep koepel unie
    """,
    somebody="ander",
    nouns_too="besluit post tweet vat deed weet lach zucht uit sloot dacht bekend",
    particles="van de der den ten ter het 't in_'t von la le el al",
    verb_second=True,
)
