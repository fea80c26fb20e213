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
        schätzte_ein schätzt_ein räumten zitieren appellieren beschwor rechtfertigte
    """,
    manners="sieht sehen hält hielt stuft stufte lachte lächelte grinste nickte fuhr_fort begann",
    continuing="ergänzte ergänzt fügte fügt fuhr",
    describing="""
        nannte nennt nannten nennen bezeichnete bezeichnet bezeichneten wertete wertet warnte warnt warnten warf wirft warfen
        sprach_von spricht_von sprachen_von stufte stuft würdigte charakterisierte bewertete kritisierte kritisierten sprachen
        gratulierte dankte verteidigte bat wollte sprach_von ist_von war_von
        lehnte ablehnte erwartet erwartete rechnet rechnete fordern kritisieren warnen
    """,
    sources="""
        laut nach_Angaben_von nach_Angaben nach_Angabe_von nach_Angabe nach_Ansicht_von nach_Ansicht nach_Meinung_von nach_Meinung
        nach_Auffassung_von nach_Auffassung nach_Aussage_von nach_Aussage nach_Aussagen_von nach_Aussagen nach_Einschätzung_von
        nach_Einschätzung nach_den_Worten_von nach_den_Worten nach_Worten gemäß nach_Überzeugung nach_Darstellung Zitat_von Zitat
        in_den_Augen aus_Sicht
    """,
    sources_after="zufolge",
    sources_beside="so heißt_es_in heißt_es_im heißt_es_aus heißt_es_auf heißt_es_bei hieß_es_in hieß_es_im hieß_es_aus hieß_es_auf hieß_es_bei",
    impersonal="heißt hieß stand steht",
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
        der die das den dem des ein eine einen einem einer eines sein seine seiner seinem seinen ihr ihre ihrer
        ihrem ihren dieser diese dieses diesem mein meine unser unsere kein keine mehrere viele einige alle beide
        zwei drei vier fünf weitere andere jener jene
    """,
    articles="der die das den dem des ein eine einen einem eines sein seine ihre",
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
        vorsitzende vorsitzender leiter leiterin chef chefin anwalt anwältin richter richterin experte expertin
        experten forscher wissenschaftler polizei staatsanwaltschaft augenzeugen zeugen demonstranten kritiker
        anwohner beobachter gericht opposition vertreter geschäftsführer trainer autor autorin verteidiger
        ärzte arzt ärztin behörden behörde nachrichtenagentur zeitung website
    """,
    groups="""
        partei regierung firma unternehmen konzern verband verein stiftung gewerkschaft ministerium behörde universität
        organisation gesellschaft gericht kommission rat agentur polizei bund fraktion staatsanwaltschaft bundesregierung
    """,
    words_of="worten worte satz sätze sätzen parolen sprüche aussage frage antwort ausruf forderungen forderung",
    times="montag dienstag mittwoch donnerstag freitag samstag sonntag tag woche monat jahr abend morgen nacht zeit mittag",
    works="""
        lied lieder album albums film filme films filmen buch buches bücher roman romans stück stücke titel titels serie zeitung zeitschrift magazin
        magazins wort worte begriff begriffe begriffs name namen namens motto mottos genannt genannte genannten genannter sogenannte sogenannten
        sogenannter sogenanntes aufschrift song single oper projekt projekts typ typs typen schiff schiffs flugzeug
        zeitschriften fachzeitschrift fachzeitschriften nachrichtenmagazin nachrichtenmagazins tageszeitung website software browser marke
        programm programms mission sonde raumsonde satellit bar hotel restaurant verlag sender firma partei
        gruppe organisation initiative verein vereins stiftung band kurzfilm computerspiel spiel sendung internetseite
        internetdienst onlinedienst rakete trägerrakete taifun hurrikan tropensturm codename spitznamen
        medikament preis kategorie wettbewerb stadion klasse internetdienstes hieß
    """,
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
        zitat sagte erklärte darüber damals nur sehr selbst ihm ihn uns
    """,
    particles="von vom zu zum zur van der den de da di del la le el al bin ibn und_zu",
    nouns_are_capitalised=True,
    verb_second=True,
)
