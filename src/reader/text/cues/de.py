"""German."""

from __future__ import annotations

from reader.text.cues.table import Cues

CUES = Cues(
    language="de",
    verbs="""
        zugesichert bekanntgegeben bekannt_gegeben angekündigt vorgeworfen ausgesprochen beschrieben versprochen
        geäußert zugegeben geschrieben gesprochen gefordert
        sagte sagt sagten sagen gesagt erklärte erklärt erklärten erklären betonte betont betonten betonen meinte meint
        meinten meinen äußerte äußert äußerten sprach spricht teilte teilt teilten mitteilte mitgeteilt schrieb
        schreibt schrieben schreiben berichtete berichtet berichteten berichten fragte fragt fragten antwortete
        antwortet antworteten ergänzte ergänzt ergänzten fügte fügt fügten forderte fordert forderten kritisierte
        kritisiert kritisierten warnte warnt warnten begründete begründet begründeten behauptete behauptet
        behaupteten bestätigte bestätigt bestätigten verkündete verkündet kündigte kündigt ankündigte versicherte
        versichert unterstrich unterstreicht hieß heißt glaubt glaubte hofft hoffte nannte nennt nannten nennen
        bezeichnete bezeichnet bezeichneten urteilte urteilt kommentierte kommentiert kommentierten zitiert
        zitierte wörtlich rief ruft riefen skandierten skandierte schilderte schildert räumte räumt einräumte
        führte ausführte wies hinwies verwies verweist bekräftigte bekräftigt wertete wertet würdigte würdigt
        begrüßte begrüßt bedauerte bedauert dementierte beklagte beklagt befürchtet befürchtete appellierte appelliert
        mahnte mahnt lobte lobt verurteilte verurteilt entgegnete konterte versprach verspricht stellte
        klar_stellte sicherte zeigte_sich resümierte bilanzierte erläuterte erläutert erinnerte feststellte lautete lautet
        lauteten argumentierte argumentiert wirft warf vorwarf beschrieb beschreibt bestritt bestreitet prognostizierte
        meldete meldet flüsterte murmelte schrie brüllte seufzte twitterte postete veröffentlichte
        charakterisierte bewertete bewertet meldete_sich_zu_Wort gab_bekannt gaben_bekannt betitelte hob
        plädierte plädiert drohte droht kritisch_anmerkte anmerkte merkte bezweifelt bezweifelte vermutet vermutete
        geheißen ausdrückte ausdrückt ausdrückten formulierte formuliert formulierten umschrieb umschreibt orakelte stöhnte besagt besagte resümiert resümierten bilanziert konstatierte konstatiert konstatierten feststellte feststellt festgestellt
        befand befindet_man empfahl empfiehlt empfahlen rät riet rieten verlangte verlangt verlangten beteuerte beteuert beteuerten
        gestand gesteht gestanden offenbarte offenbart enthüllte präzisierte präzisiert entgegnet entgegneten erwiderte erwidert
        erwiderten wandte_ein einwandte hält_fest hielt_fest festhielt festgehalten verkünden verkündeten garantierte garantiert
        beschwerte_sich beschwert_sich freute_sich freut_sich ärgerte_sich zeigt_sich zeigten_sich zeigte gibt_sich gab_sich
        spottete spottet scherzte scherzt witzelte schimpfte schimpft wetterte wettert polterte monierte moniert bemängelte
        bemängelt bemängelten rügte rügt rügten tadelte prangerte prangert beanstandete beteuern widersprach widerspricht
        widersprachen bemerkte bemerkt bemerkten betonten_sie hervorhob hervorgehoben ließ_verlauten verlauten_ließ verlauten
        verlautete mutmaßte mutmaßt spekulierte spekuliert sinnierte erinnert erzählte erzählt erzählten berichtend erklärend
        referierte referiert zusammenfasste fasste_zusammen bestätigen bestreiten beschuldigte beschuldigt beschuldigten
        unterstellte unterstellt angab gab_an gaben_an gibt_an angegeben hinwies hingewiesen aufmerksam_machte machte_klar
        machte_deutlich macht_deutlich macht_klar stellte_klar klarstellte stellte_fest stellten_fest stellt_fest plädierten
        warb wirbt warben appellierten gelobte gelobt prophezeite prophezeit verspricht_sich verteidigt verteidigte_sich
        jubelte jubelt klagte klagt klagten lästerte frohlockte schwärmte schwärmt schwärmten staunte philosophierte bekannte
        bekennt bekräftigten beruhigte gratuliert dankt bedankte_sich bedankt_sich schloss schließt_daraus folgerte folgert
        schlussfolgerte begründen lautet_es titelte titelt titelten notierte notiert vermeldete vermeldet vermelden
        verlas zitierten zitierend fügten_hinzu fügt_hinzu informierte informiert informierten mitteilten mitteilt bekanntgab
        bekannt_gab bekanntgaben bekannt_gaben durchblicken erläuterten schilderten skandieren unterstrichen rechtfertigt
        rechtfertigten einschätzte einschätzt urteilten vorwarfen warfen_vor ausführten ausgeführt ausführt führten
        hinzufügte hinzufügt hinzugefügt erklärte_sich sagten_sie einräumen eingeräumt einräumt einräumten
        schätzte_ein schätzt_ein räumten zitieren appellieren beschwor rechtfertigte
    """,
    manners="steht stand stehen standen sieht sehen hält hielt stuft stufte lachte lächelte grinste nickte fuhr_fort begann",
    continuing="ergänzte ergänzt fügte fügt fuhr",
    describing="""
        nannte nennt nannten nennen bezeichnete bezeichnet bezeichneten wertete wertet warnte warnt warnten warf wirft warfen
        sprach_von spricht_von sprachen_von stufte stuft würdigte charakterisierte bewertete kritisierte kritisierten sprachen
        gratulierte dankte verteidigte bat wollte sprach_von eingestuft gewertet gelobt
        lehnte ablehnte erwartet erwartete rechnet rechnete fordern kritisieren warnen
    """,
    sources="""
        laut gemäß Zitat_von Zitat in_den_Augen aus_Sicht_von aus_Sicht nach_Worten
        nach_Angaben_von nach_Angaben nach_Angabe_von nach_Angabe nach_Ansicht_von nach_Ansicht nach_Ansichten_von
        nach_Ansichten nach_Meinung_von nach_Meinung nach_Auffassung_von nach_Auffassung nach_Aussage_von nach_Aussage
        nach_Aussagen_von nach_Aussagen nach_Einschätzung_von nach_Einschätzung nach_den_Worten_von nach_den_Worten
        nach_Worten_von nach_Worten nach_Darstellung_von nach_Darstellung nach_Darstellungen_von nach_Darstellungen
        nach_Überzeugung_von nach_Überzeugung nach_Bewertung_von nach_Bewertung nach_Berichten_von nach_Berichten
        nach_Informationen_von nach_Informationen nach_Erkenntnissen_von nach_Erkenntnissen nach_Schilderung_von
        nach_Schilderung nach_Schilderungen_von nach_Schilderungen nach_Ankündigung_von nach_Ankündigung
        nach_Bekunden_von nach_Bekunden nach_Urteil_von nach_Urteil nach_Lesart_von nach_Lesart
    """,
    sources_after="zufolge",
    sources_beside="so heißt_es_in heißt_es_im heißt_es_aus heißt_es_auf heißt_es_bei hieß_es_in hieß_es_im hieß_es_aus hieß_es_auf hieß_es_bei",
    impersonal="geheißen verlautet verlautete heißt hieß steht stand stehen standen",
    passives="""
        zitiert zitiert_wird gesagt mitgeteilt geschrieben gesprochen zugesichert bekanntgegeben bekannt_gegeben
        angekündigt vorgeworfen hingewiesen ausgesprochen beschrieben versprochen gefordert geäußert zugegeben
    """,
    auxiliaries="wird wurde werden wurden hat hatte haben hatten habe",
    oblique="""
        den dem des einem einen seinem seinen ihrem ihren diesem diesen meinem meinen unserem unseren allen beiden
        jedem jeden keinem keinen eines
    """,
    determiners="""
        der die das den dem des ein eine einen einem einer eines sein seine seiner seinem seinen ihr ihre ihrer jeder jede jedes
        ihrem ihren dieser diese dieses diesem mein meine unser unsere kein keine mehrere viele einige alle beide
        zwei drei vier fünf weitere andere jener jene
    """,
    articles="der die das den dem des ein eine einen einem eines sein seine ihre",
    prepositions="""
        in im ins an am ans auf bei beim mit nach vor zu zum zur für durch gegen ohne um über unter seit während wegen trotz
        aus von vom gegenüber laut anlässlich angesichts aufgrund bezüglich hinsichtlich infolge innerhalb außerhalb mithilfe
        mittels neben seitens ungeachtet statt anstelle zwischen hinter entgegen binnen dank per pro bis ab rund_um gemäß als wie
        nahe samt nebst zwecks zugunsten
    """,
    reporting="""
        sei seien habe werde müsse könne solle wolle dürfe gebe stehe komme bleibe gehe wisse brauche liege halte zeige bedeute
        führe stelle handle handele
    """,
    subordinating="""
        dass daß ob weil wenn obwohl nachdem bevor damit während da als wie indem sodass wobei wodurch womit woraufhin weshalb
        falls ehe sobald solange seitdem wonach woran worauf wo warum obgleich sofern
    """,
    nominatives="er sie wir ich",
    done_to="""
        bezeichnet beschrieben gewertet bewertet eingestuft genannt gelobt kritisiert verurteilt gefordert gewürdigt begrüßt
        charakterisiert verteidigt betitelt
    """,
    passive_auxiliaries="wird werden wurde wurden worden",
    quoting="zitiert zitierte zitierten zitieren",
    finite="muss müssen musste mussten kann können konnte konnten will wollen wollte wollten soll sollen sollte sollten darf durfte ließ lässt hat hatte haben hatten ist war wurde wird würde werde sei",
    feminine_endings="ung heit keit schaft tion sion tät ei in ik ur enz anz macht presse behörde gruppe agentur union bank kirche liga dpa afp cdu csu spd fdp afd eu uno kammer justiz zeitung post",
    linking="von vom aus des der für im in bei beim zum zur eines einer an am gegen mit auf",
    opening="""
        in im an am auf bei beim mit nach vor zu zum zur für durch gegen ohne um über unter seit während wegen trotz
        als wenn weil da dass daß ob obwohl nachdem bevor damit und oder aber doch denn sondern so dazu dabei dafür dagegen darauf
        daraufhin deshalb daher dennoch jedoch zudem außerdem auch weiter weiterhin ferner laut gegenüber aus
        dort hier heute gestern morgen jetzt nun dann anschließend schließlich zuvor später bereits allerdings
        bisher noch wie was wer wo warum hierzu darüber hinaus insgesamt zugleich gleichzeitig
        anlässlich angesichts aufgrund bezüglich hinsichtlich infolge innerhalb außerhalb mithilfe mittels neben seitens
        ungeachtet statt anstelle zwischen hinter entgegen binnen dank obgleich sowie sobald solange falls ehe indem
        sodass wobei wodurch womit woraufhin weshalb somit demnach danach davor darin davon darum deswegen ebenso
        mittlerweile inzwischen unterdessen derzeit momentan neulich offenbar vielmehr zwar sogar lediglich insbesondere
        derweil seither seitdem nämlich ursprünglich wörtlich abschließend zuletzt ebenfalls ähnlich höhnisch sinngemäß demgegenüber hingegen entsprechend
    """,
    fillers="""
        hat hatte haben hatten ist war wurde wird würde werde sei auch noch jedoch allerdings aber dann dazu sich
        zudem außerdem ferner weiter weiterhin heute gestern bereits zuvor später am montag dienstag mittwoch
        donnerstag freitag samstag sonntag ebenfalls unterdessen nun schon daraufhin darauf dabei indirekt deutlich
        hierzu erneut wiederum selbst damals zunächst es wie_folgt nur kürzlich
    """,
    relatives="der die das welcher welche welches deren dessen wer was denen",
    he="er ihm ihn dieser",
    she="sie ihr",
    they="sie ihnen wir",
    first_person="ich wir",
    adverb_ending="end",
    titles_of_men="herr herrn könig prinz papst kaiser graf baron bruder",
    titles_of_women="frau königin prinzessin kaiserin gräfin schwester fräulein",
    titles="dr. dr prof. prof professor professorin general oberst major hauptmann pfarrer bischof kardinal",
    men="mann sprecher präsident minister junge vater sohn bruder vorsitzender vorsitzende_r bürgermeister kanzler direktor",
    women="frau sprecherin präsidentin ministerin mädchen mutter tochter schwester bürgermeisterin kanzlerin direktorin",
    roles="""
        coach coaches kreise kreisen betroffene betroffener betroffenen vorsitzende vorsitzender leiter leiterin chef chefin anwalt anwältin richter richterin experte expertin
        experten forscher wissenschaftler polizei staatsanwaltschaft augenzeugen zeugen demonstranten kritiker
        anwohner beobachter seiten gericht opposition vertreter geschäftsführer trainer autor autorin verteidiger
        ärzte arzt ärztin behörden behörde nachrichtenagentur zeitung website
        sprecher sprecherin sprechers sprechern vorsitzenden abgeordneter abgeordnete abgeordneten beauftragter beauftragte
        beauftragten kandidat kandidatin kandidaten kanzler kanzlerin senator senatorin sekretär sekretärin staatsanwalt
        staatsanwältin kommissar kommissarin kommandant kommandeur offizier soldat soldaten beamter beamte beamten polizist
        polizistin polizisten feuerwehr rektor rektorin dekan dekanin lehrer lehrerin lehrkräfte eltern schüler schülerin
        schülerinnen studenten studentin student studierende astronom astronomin astronomen meteorologe meteorologen
        biologe biologin physiker physikerin historiker historikerin ökonom ökonomin ökonomen analyst analysten analystin
        politiker politikerin politikers politikern minister ministerin ministers präsident präsidentin präsidenten
        regisseur regisseurin schauspieler schauspielerin sänger sängerin musiker musikerin künstler künstlerin
        schriftsteller schriftstellerin journalist journalistin journalisten korrespondent korrespondentin reporter reporterin
        redakteur redakteurin moderator moderatorin kollege kollegin kollegen nachbar nachbarin nachbarn bewohner
        bürger bürgerin bürgermeister landrat landrätin händler besitzer besitzerin betreiber betreiberin gründer gründerin
        erfinder entwickler veranstalter organisator organisatoren teilnehmer teilnehmerin unterstützer gegner gegnerin
        befürworter anhänger mitglied mitglieder mitarbeiter mitarbeiterin arbeitgeber arbeitnehmer unternehmer unternehmerin
        manager managerin vorstand aufsichtsrat betriebsrat stadtrat gemeinderat spieler spielerin kapitän torwart stürmer
        trainerin bundestrainer fahrer fahrerin pilot pilotin fischer landwirt landwirtin bauer bauern bäuerin winzer
        opfer täter angeklagter angeklagte angeklagten verdächtiger kläger klägerin ermittler fahnder gutachter sachverständiger
        papst bischof kardinal priester pfarrer pfarrerin rabbiner imam könig königin prinz prinzessin
        botschafter botschafterin diplomat diplomaten general delegierte delegierter unterhändler augenzeuge augenzeugin zeuge
        zeugin überlebende überlebender passant passanten touristen besucher fans fan kunden kundin kunde patienten
        chefin vize stellvertreter stellvertreterin nachfolger nachfolgerin vorgänger vorgängerin referent referentin
        pfleger pflegerin arbeiter arbeiterin ingenieur ingenieurin architekt architektin professorin professor
        forscherin wissenschaftlerin fachleute leute menschen kinder frauen männer
    """,
    groups="""
        partei regierung firma unternehmen konzern verband verein stiftung gewerkschaft ministerium behörde universität
        organisation gesellschaft gericht kommission rat agentur polizei bund fraktion staatsanwaltschaft bundesregierung
        vereinigung initiative bündnis koalition kirche kammer senat parlament vorstand amt stadt gemeinde verwaltung institut
        hochschule klinik krankenhaus museum theater sender magazin blatt zeitung medien bank konzerns hersteller betreiber
        gremium ausschuss team mannschaft klub club genossenschaft dienst zentrale werk hilfswerk armee militär marine
        bundeswehr feuerwehr botschaft jury studio verlag airline fluggesellschaft reederei börse
    """,
    officials="behörde amt ministerium verwaltung agentur",
    companies="unternehmen konzern firma hersteller betreiber fluggesellschaft airline verlag sender bank reederei",
    societies="verband verein organisation vereinigung gewerkschaft stiftung partei initiative gruppe bündnis",
    callings="""
        coach schütze schützin keeper neuzugang rückkehrer routinier oldie rocker rapper autor autorin mime star altmeister
        rentner rentnerin witwe witwer unternehmer künstler jurist juristin mediziner medizinerin landeschef ressortchef
    """,
    documents="""
        studie studien bericht berichte brief schreiben erklärung mitteilung pressemitteilung stellungnahme gutachten urteil papier
        resolution antrag meldung umfrage sprichwort transparent transparente transparenten plakat plakate plakaten aufruf
        manifest petition beschluss vertrag artikel kommentar analyse protokoll begründung verfassung gesetz homepage
        website internetseite webseite text nachricht einladung tagebuch aushang flugblatt leitartikel interview
    """,
    words_of="beispiel worten worte satz sätze sätzen parolen sprüche aussage frage antwort ausruf forderungen forderung",
    times="montag dienstag mittwoch donnerstag freitag samstag sonntag tag woche monat jahr abend morgen nacht zeit mittag",
    works="""
        lied lieder album albums film filme films filmen buch buches bücher roman romans stück stücke titel titels serie zeitung zeitschrift magazin
        magazins wort worte begriff begriffe begriffs name namen namens motto mottos genannt genannte genannten genannter sogenannte sogenannten
        sogenannter sogenanntes aufschrift song single oper projekt projekts typ typs typen schiff schiffs flugzeug
        zeitschriften fachzeitschrift fachzeitschriften nachrichtenmagazin nachrichtenmagazins tageszeitung website software browser marke
        programm programms mission sonde raumsonde satellit bar hotel restaurant verlag sender firma partei
        gruppe organisation initiative verein vereins stiftung band kurzfilm computerspiel spiel sendung internetseite
        internetdienst onlinedienst rakete trägerrakete taifun hurrikan tropensturm codename spitznamen
        grundsatz grundsatzes prinzip prinzips stamm stamms stammes formel schlagwort schlagworte kampagne slogans
        überschrift überschriften untertitel losung slogan devise leitspruch
        medikament preis kategorie wettbewerb stadion klasse internetdienstes hieß
    """,
    named_after="hieß hießen heißt heißen genannt getauft benannt betitelt",
    not_names="""
        der die das den dem des ein eine einen einem einer eines er sie es wir ich ihr und oder aber doch denn in im
        an am auf bei beim mit nach vor zu zum zur für durch gegen ohne um über unter seit während wegen trotz als wenn weil
        da dass ob obwohl nachdem bevor damit so dazu dabei dafür dagegen darauf daraufhin deshalb daher dennoch
        jedoch zudem außerdem auch weiter weiterhin ferner laut gegenüber aus dort hier heute gestern
        jetzt nun dann anschließend schließlich zuvor später bereits allerdings bisher noch wie was wer wo warum
        hierzu sein seine seiner ihre ihrer dieser diese dieses diesem mehrere viele einige alle beide montag
        dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september
        oktober november dezember nicht kein keine man ja nein vom insgesamt zugleich gleichzeitig ebenfalls
        milliarden milliarde millionen million euro dollar prozent kilometer meter uhr
        dies folgendes beides dasselbe jenes etwas nichts alles alle manche letzteres ersteres zwar etwa wohl
        zitat sagte erklärte darüber damals nur sehr selbst ihm ihn uns
    """,
    particles="von vom zu zum zur van der den de da di del la le el al bin ibn und_zu",
    nouns_are_capitalised=True,
    has_compounds=True,
    verb_second=True,
)
