"""Given names that tell whether “she” or “he” may be meant.

A name that is given to both stands in neither list.
"""

from __future__ import annotations

from reader.text.cues.table import words_of

WOMEN = words_of(
    """
    abeer abigail ada adaeze adele adelina adriana adélia agathe agnes agnieszka agustina aicha aiko ailsa aimée
    aina ainara ainhoa aisha akiko alba albane aldina alejandra alessandra alessia alexandra alexandrine
    alfonsina alice alicia alicja alina aline alison amaia amaka amalia amanda amandine amara amber amelia amina
    aminata amira amparo amy amália amélia ana anabel anabela anaëlle anaïs andrea andrée angela angelika anita
    anja anjali anke ann anna annabelle anne annegret anneke annelies anneliese annemarie annemie annette annick
    annika anouk antje antonella antonia antonietta antónia aoife aparecida apolline apolonia araceli arancha
    arantxa ariane arlete armelle arminda assia assunta astrid audrey augusta aurelia aurora aurore aurélie
    axelle aya ayşe azucena aïcha barbara beate beatrice beatrix beatriz becky begonya begoña bella belén
    benedetta benedita benita bernadette berta berthe beth bethany betina bettina betty bia bianca birgit
    birgitta birte blanca blandine bridget brigida brigitta brigitte britta bronwen bruna brunella bárbara
    bénédicte bérengère camila camille candela candelaria capucine carina carla carlota carmela carmelina carmen
    carminho carol carole carolien carolina caroline carys cassandra catalina catarina caterina catherine
    catriona cecilia cecília celia celina chantal charlotte charlène charo chayenne chelo chiamaka chiara chioma
    chloe chloë christa christel christina christine chus ciara cinzia claire clara clarice clarisse claudette
    claudia claudine clotilde cláudia clémence cléo colette conceição concepción conceta concha conchita
    consolata constanza consuelo cora coralie cordelia corina corinne cornelia corrie cosima costanza cristiana
    cristina cynthia cármen cássia célestine célia céline dafne dagmar daiana daisy dalal dalila dalva damiana
    daniela daniella danielle danila danièle daphné deborah deepa deisy delfina delia delphine denisa denise
    deolinda desirée diana diane dilek dina divya dolores dominga donata donatella donna dora doriana dorien
    doris dorothea dorothy dulce dulcinea dália débora désirée dörte edeltraud edith edna edwige eileen eilidh
    elaine eleanor elena eleni eleonora elfriede eliana eliane elif elisa elisabete elisabeth elisabetta elise
    eliza elizabeth elke ella ellen eloísa els elsa elspeth elvira elvire emanuela emilia emiliana emily emine
    emma emmanuela emmanuelle emília encarna enid enora enrica erica erika erminia ernesta ernestina esmeralda
    esperanza estefanía estela estelle ester esther etelvina ethel eugenia eugénie eulalia eulalie eulàlia
    eulália eunice eva evangelina eve evelien evelyn ewa fabiana fabienne fabiola fabrizia fabíola fanny farah
    fatiha fatima fatma fatou federica felicia felícia femke fenna fernanda fernande ffion filipa filomena fiona
    fiorella fiorenza flavia flaviana fleur flora florence florencia floriane florinda folake franca frances
    francesca franciane francine francisca franziska françoise frauke freda freya frieda fátima gabriela
    gabriele gabriella garazi gaëlle geertje gemma geneviève genoveva georgette georgia georgie georgina
    gerlinde germaine gertrude gertrudes ghada ghislaine giada gilda gina ginette ginevra gioia giorgia giovanna
    gisela gisèle giuditta giulia giuliana giuseppa giuseppina gladys glenys gloria glória goedele grace
    graciela grazia graziella graça greet greta griet gudrun guilhermina guillemette guiomar gwen gwenaëlle
    gülsen hafida hana hanan hanna hannah hanneke hannelore harriet hasna haydée hayley heather hedwig hedwige
    heidi heike heleen helen helena helene helga heloisa heloísa hennie henriette hermínia hester hilary hilda
    hilde hildegard hind honorine hortensia huda huguette héloise héloïse hélène hülya iara iasmin ida ignacia
    ikram ilaria ilda ilenia ilse imane imke immacolata imogen inaya ineke ines inga ingeborg ingrid inma
    inmaculada inès inés inês iolanda iracema iracy irati irene irina iris irma irmgard irène isabel isabella
    isabelle isadora isaura isidora isla ismène isolina itziar ivana ivete ivette ivone ivonne ivy jacinta
    jacqueline jamila jana janaína jandira jandyra jane janet janice janneke jaqueline jasmine jean jeanne
    jeannine jemima jennifer jenny jessica jessika jimena joan joana joanna joanne jocelyn jocelyne jodie
    johanna jolanda jolien josefa josefien josefina josephine josette josiane joséphine jovita joyce joëlle
    juana judite judith jule julia juliana julie julienne juliet julieta juliette june jussara justina justine
    jutta jéssica júlia karen karima karin karla karlijn katarzyna kate katharina katherine kathleen kathryn
    katia katie katja katrien kauane kavita kayleigh keiko kelly kerstin khadija kirsten kirstie kirsty klaartje
    laetitia laia laila lakshmi lara larissa latifa laura laure laurette lauriane layla laís lea leah leanne
    leda leila leire lena leocádia leonie leonilda leonor leonora lerato leticia letizia letícia leyla leïla
    liana lidia lidiane lieke lies liesbet liesbeth lieve ligia lilia liliana liliane lily lina linda lisa
    lisandra liselotte livia liz loes lola loredana lorella lorena lorenza lorna lorraine lotte louisa louise
    louna lourdes luana luce lucette lucia luciana lucie luciene lucinda lucrezia lucy lucía ludivine ludmila
    luisa luiza lurdes luzia luísa lydia lydie lygia lynn lynne lætitia léa lídia lívia maaike maartje mabel
    macarena madeleine madelon maeve mafalda magali magda magdalena magdeleine maggie maialen mairead maite maja
    malena malika manon manuela mara marcela marcella marcelle marcia mareike maren margaret margarida margarita
    margaux margherita margot margriet marguerite mari maria mariagrazia mariam mariana mariane marianne
    mariarosa maribel maricarmen maricel marie marie-christine marie-claude marie-france marie-hélène
    marie-laure marie-pierre marieke mariella mariette marijke marilena marilene marilia marilù marina marinella
    marinette marion maripaz marisa marisela marisol maristella mariza marjan marjolein marjorie marleen marlene
    marloes marlène marlúcia marta martha martina martine maruja mary maryam maryse maría marília mathilde
    matilda matilde maud maude maura maureen maurizia mavis maximina maysa maëlle maëlys maëva maïté maïwenn
    małgorzata mechthild meera megan melania melanie melek melinda melissa merce merche mercè mercé mercédès
    meredith merel mia micaela michela micheline michelle mieke miguelina milagros mildred milena milène mina
    minnie miranda mireia mireille mirella miren miriam mirjam mirna mirta moema moira molly monica monika
    monique monserrat montserrat morag morgane muriel myra myriam myrtle máire mélanie mélissa mónica nadia
    nadine nadège naima najat nancy naoko naomi natalia natalie natasha nathalia nathalie natividad natércia
    nazaret naïma neha neide nekane nele nell nerea nerys neus neusa ngozi nia niamh nicola nicole nicoletta
    nienke nieves nina nkechi noelia nolwenn nomsa noor nora norberta norma noélie noémia noémie noëlle nuria
    nívia núria océane odalys odete odette odile ofelia oksana olena olga olimpia olive olivia olívia ona ondina
    opal oriana orla ornela ornella otilia otília paige palmira paloma pamela paola paquita parvin pascale
    patricia patrizia patrícia paula paulette paulina pauline pearl penelope penny pepa perla perpetua perrine
    petra petronila philippa phoebe phyllis piedad piedade piera pietra pilar pippa polly pooja priscila priya
    prudência puri pía queenie queralt quitéria rachel rachida rafaela raffaella raimunda ramona rania raphaëlle
    raquel raymonde rayssa rebeca rebecca regiane regina remedios remei renata renate renske renée rhian rhoda
    ria rianne ricarda rima rina rita roberta rocio rocío roos rosa rosalba rosalind rosalyn rosalía rosamund
    rosana rosangela rosanna rosaria rose roseli rosella roselyne rosemary roser rosetta rosina rosine rosita
    rossana rossella roswitha rosália rosária rosângela roxane roxanne rute ruth régine saar sabela sabina
    sabine sabrina sakura sally salma salomé samantha samia samira sandra sandrine sanne saoirse sara sarah
    saskia selina selma serena severina sevim shannon sharon sheila shelley shirin shirley shreya sian sidonie
    sigrid silke silvana silvia simona simone simonetta sinead sinéad siobhan siobhán sira siân socorro sofia
    sofie sofía soledad solenn solveig solène soléne sonia sonja sonya sophia sophie soraya souad stacey
    stefania stefanie steffi stella stephanie stéphanie sue suely sunita susan susana susanne suzan suzana
    suzanna suzanne suzette suzy svenja svetlana svitlana sybil sylvaine sylvia sylviane sylvie ségolène sílvia
    sónia tabitha tainara tainá tamara tanja tanya tarsila tatiana taís telma teodolinda teodora tere teresa
    teresinha teresita tessa thandi thaynara thaís thelma theresa thérèse tina tineke tinne tiziana tomasa
    touria toñi tracey tracy trijntje trini trudy truus tânia térèse ulrike uma una ursula ute uxue valentina
    valeria valerie valéria valérie vanda vanessa veerle vera verena verity veronica veronika verónica verônica
    vicenta vicentina vicky victoria viktoria vilma viola violaine violet violeta violette viqui virginia
    virginie visi vittoria viviana viviane vivien vivienne vânia véra véronique wafa waltraud wanda wendela
    wendy wiebke willemijn wilma winifred ximena xiomara xènia yamila yamina yanina yara yasmim yasmin yasmina
    yasmine yesenia ymke yoko yolanda yolande yuki yvette yvonne zahra zainab zaira zanele zara zefa zelda
    zeynep zilda zita zoe zofia zohra zoé zoë zulema zulmira zélia ágata ágnes águeda ángela ángeles ánxela
    ângela édith élia éliane élisa élisabeth élise élodie éloïse éléonore émilie éva évelyne úrsula
    """
)
MEN = words_of(
    """
    aaron abdallah abdelkader abdou abdul abdullah abel abraham abílio achille achim adalberto adam adama adel
    adelino ademar ademir adilson adnan adolfo adriaan adrian adriano adrián adão afonso agostinho agostino
    agustín ahmed ahmet aidan aimé aitor alain alan alasdair alban albano albert alberto albrecht alceu alcide
    alcides aldo alec aleix alejandro alejo alessandro alexander alexandre alexandro alexei alexis alfio alfons
    alfonso alfred alfredo ali aliou alistair allan almir alonso aloysio aloísio aloïs alun alvaro amadeo amadou
    amaro amaury ambrogio amine amir amâncio américo anatole anders anderson andoni andreas andrew andrzej andré
    andré-marie andrés angelo angus anil anselme anselmo antenor anthony antoine anton antoni antonin antonio
    antónio antônio aníbal apolinário arcadio archie arie ariel aristide arjen arjun arlindo armand armando
    armindo arnaldo arnaud arne arno arnold aron arsène arthur artur arturo ashok asier atilio augustin augusto
    aurelien aurelio aurélien avelino axel aymeric ayoub aziz aécio babatunde badr baldo baldomero baltasar
    baltazar baptiste barend barnaby barry bart barthélemy bartolomeo bas bashar basil basile bassam bastiaan
    bastien batista bautista beltrán ben benedict benedito benigno benito benja benjamin benjamín benoit benoît
    bento bernabé bernard bernardino bernardo bernat bernd bernhard bernie bert bertie bertrand beto beñat
    biagio bilal bill björn blaise blas bob bodo boris borja boubacar brad brahim bram brendan breno brett brian
    brice bruce bruno bryan bryn bráulio burak burkhard byron caio callum calum camillo carl carles carlinho
    carlo carlos carmelino carmelo carmine carsten casimiro cassiano cauã cayetano cecil cedric celestino celso
    cem cesare cesc cesário charles cheikh chema chester chidi christian christoph christophe christopher chucho
    chukwuma ciaran ciarán cirillo cirilo ciro claude claudino claudio cleber clemens clement clifford clint
    clive clodomiro cláudio clément coen colin connor conrad corentin cormac cornelio corrado cosimo cosme craig
    crescencio crispin cristian cristiano cristino cristovão cristóbal curro curtis custódio cuthbert cyril
    cédric célestin célio césar cícero daan dafydd dagoberto dale dalmacio damaso damian damiano damien damião
    dan daniel danilo danny dante dany dario darren darryl darío davi david davide davy dean declan delfim delio
    demetrio denis dennis denílson derek desmond detlef dexter didier diederik diego dieter dietmar dimitri
    diniz dino diogo dirceu dirk djamel dmitri domenico domingos dominic dominick dominik donald donatien donato
    donny douglas dries duane duarte duncan dwayne dylan désiré dídac eamon eberhard eckhard ed eddie edelmiro
    eder edgar edgardo edilson edmond edmund edmundo edoardo edson eduard eduardo edward edwin edílson efraín
    egberto egidio egon ekkehard eladio eli elias elio eliseo eliseu elliot elmer eloi eloy elpidio elói emanuel
    emanuele emeka emil emiliano emilien emilio emmanuel emre emyr eneko enric enrico enrique enzo eoin erasmo
    ercole erdal eric erich erik ermanno ernest ernesto ernie ernst erwan erwin estanislao esteban estebán
    estêvão ethan etienne ettore euan eugene eugeni eugenio eugène eusebio eustace evan evandro evaristo
    everaldo evert ewald ewan ewen ezequiel ezio fabian fabiano fabio fabián fabrice fabricio fabrício facu
    facundo fadi faisal falk farid faust faustino fausto febo federico federigo felice feliciano felipe feliu
    felix femi ferdinand fergus fermín fernando fernão ferran fidel filip filipe filippo finbarr finn fiorenzo
    firmin firmino flaviano flavio florencio florent florentin florentino florian floris flávio fortunato fouad
    francesc francesco francis francisco francisque franck franco frank frank-walter frans franz françois fraser
    fred frederick freek friedhelm friedrich fritz froilán frédéric fulgencio fulvio fábio félix gabino gabriel
    gaetano gaizka galo gareth gary gaspar gaston gastão gastón gaudencio gavin gaël gebhard geert gelson genaro
    gennaro genésio geoff geoffrey geoffroy georg george geraint gerald geraldo gerard gerardo geraud gerd
    gerhard germain germano germán gernot gerrit gerry gerson gert getúlio giacinto giacomo giancarlo gianfranco
    gianluca gianluigi gianmarco gianmaria gianni gianpaolo gijs gilbert gilberto giles gilles gilmar gilson
    gines gino giordano giorgio giosuè giovanni girolamo giuliano giulio giuseppe glenn godfrey godofredo gonza
    gonzalo gonçalo gordon gorka goulven graciano graham greg gregor gregori gregorio gregory gregório grégoire
    gualtiero guglielmo guido guilherme guillaume guillem guillermo gumersindo gunnar gunther gus gustav gustave
    gustavo guy gérald gérard götz günter günther hacène hakan hakim hamid hamilton hamish hamza hani hans
    hans-georg hans-jürgen hans-peter harald harm harold harry hartmut hassan haytham hector heiko hein heiner
    heinrich heinz heitor helder helge helmut hendrik henk henning henri henrik henrique henry herbert heriberto
    hermann herminio hermínio hernando hernán hervé hessel hidde hilario hilton hilário hinrich hiroshi hisham
    holger honorato honoré horace horacio horst howard hubert hubertus hugh hugo hugues humberto humphrey
    hussein huw hyacinthe hylke håkan héctor hélder hélio iago iain ian iban ibrahim ibrahima ieuan ignace
    ignacio ignazio igor ike iker ilario ildefonso ilias ilyes imran indalecio ingo inácio irving isaac isaías
    isidoro isidre isidro ismael ismail issam italo ivair ivan ivano ivo iván iñaki iñigo jaap jacco jacinto
    jack jacob jacopo jacques jaime jair jairo jakob jamal james jamie jan jarno jarvis jason jasper jaume javi
    javier jean-baptiste jean-bernard jean-charles jean-christophe jean-claude jean-françois jean-jacques
    jean-louis jean-luc jean-marc jean-michel jean-noël jean-paul jean-philippe jean-pierre jean-rené
    jean-robert jean-yves jed jef jeferson jeff jefferson jeffrey jelle jenaro jens jeremy jeroen jerome jerry
    jerónimo jesse jesus jesús jethro jim joachim joaco joaquim joaquín jochen joe joel joep joffrey jofre johan
    johann johannes john jokin jon jonah jonas jonatan jonathan jonathas joop joost jordi jorge joris jos
    joschka jose josef josep joseph josh joshua jost josu josué josé jovino joão juan juancho juanjo judicaël
    julen jules julian juliano julien julio julius julián juninho jurriaan justin justino justo jérémie jérémy
    jérôme jörg jörn júlio jürgen kai kamal kamel karim karl karl-heinz karl-josef karl-theodor karsten kasper
    kauã kazuo kees keir keith kelvin ken kenji kenneth kepa kevin khalid khalil kieran kirk klaas klaus
    klaus-peter kleber kléber koen kofi kojo koldo konrad kris krzysztof kurt kwabena kwame kylian kévin
    ladislas lamberto lamine lance lars laureano laurence laurens laurent laurie lautaro lawrence lazare laércio
    leandro leen leo leocadio leon leonard leonardo leonel leopoldo leroy lester lewis lex leônidas liam liborio
    lieven lino lionel lisandro livio lorcan lorenz lorenzo lorenço lothaire lothar louis lourenço loïc loïg luc
    luca lucas luciano lucien lucio ludovic ludwig luigi luigino luis luiz lukas luke lula luther lutz luís lyle
    lázaro léo léon lúcio maarten macario macário magnus mahmoud majid malcolm malik malte mamadou manel manfred
    manoel manolo manu manuel marc marc-antoine marcel marcelin marcelino marcello marcelo marcial marco marcos
    marcus marcílio marek mariano marin marino marinus mario marius mark markus marlon marten martial martijn
    martim martin martín marvin marwan marçal massimiliano massimo mateo mateus matheus mathias mathieu mathis
    mathurin mathéo matt matteo matthew matthias matthijs matías maurice mauricio maurilio maurizio mauro
    maurício max maxence maxime maximilian maximiliano maximino maximo mazen mees mehdi mehmet meinhard melchior
    melchor melle menno merijn mervyn michael michel michiel mickaël miguel mikaël mike mikel milton mimoun
    miquel mirco mirko misael mitch moacir modestino modesto mohamed mohammed moisés monir monty moritz mort
    moses mourad moussa moïse muhammad munir murat murdo murilo musa mustafa myles márcio mário máximo nabil
    nabor nacho nahuel naji nando napoleón narciso nasser natale nazario ned neil nelinho nelson nereo nestor
    niall nicanor niccolò nicholas nick nico nicolas nicolau nicolás nicolò niels nigel niklas nikolai nikolaus
    nilo nilton nivaldo noah norbert norberto nordin norm norman noud noé nuno nélson néstor obinna octave
    octavio octávio odair odilon oisin okan olaf olavo oleg olegario olindo oliver olivier oliviero oluwaseun
    omar omero onofre onésimo oreste oriol orlando orville osama osbert oscar oskar osmar osvaldo oswald otelo
    othmane ottmar otto otávio ousmane ovidio owen pablo paco padraig pancho paolino paolo pascal pascoal
    pascual pasquale pasqualino patrice patricio patrick patrizio pau paul paulin paulino paulo pavel pedro peer
    pepe pepijn peppe per perceval percival perfecto perry peter phil philip philipp philippe pier piergiorgio
    pierluigi piero pierre pierre-alain pierre-yves piet pieter pietro pim piotr plácido pompeo porfirio
    primitivo prosper prudencio pádraig quentin quico quim quinten quintino quique quirino rachid radamés rafa
    rafael raffaele rahul raimon raimondo raimund raimundo rainer rainier rajesh ralf ralph ramesh rami ramiro
    ramon ramsay ramón randall randolph raoul raphaël rashid raul ravi raymond raúl reggie reginald reginaldo
    reinaldo reiner reinhard reinhold reinier remco remko renato renaud renzo rené rex reynaldo rhodri rhys riad
    ricard ricardo riccardo richard rigoberto rik rinaldo rob robbert robert roberto robinson robson rocco roch
    rod roderick rodney rodolfo rodolphe rodolpho rodrigo roel roelof rogelio roger rogério rohan roland rolando
    rolf romain roman romeo romeu romualdo román romário ron ronald ronaldo ronan ronnie ronny roque rory roscoe
    rosendo ross roy royston ruairi ruben rubens rubén rudolf rufino rufus ruggero ruggiero rui rupert ruperto
    russell rutger ruud régis rémi rémy rómulo rüdiger sabino salvatore samer sami sammy samuel sancho sander
    sandro sanjay santino satoshi saturnino sauveur saverio saïd scott seamus sean sebastian sebastián sebastião
    secundino segismundo segun serafín serge sergei sergey sergi sergio seth severiano severino severo sidney
    siebe siegfried siegmar sietse sigifredo sigmar silas silvain silvano silvestre silvio silvère simeón simon
    simão siméon simón sipho sisto sixto sjaak sjoerd sofiane sotero soufiane stan stanislas steeve stef stefan
    stefano steffen stelio stephan stephen steve steven stewart stijn stuart stéphane sunil suresh sven sybren
    sylvain sylvester séamus sébastien sérgio sócrates sönke tadeu tadhg taha takashi takeshi tancredi tanguy
    tarcísio tarek tarik tariq tarquin ted teddy telesforo telmo teobaldo teodoro terence terry teun teófilo
    thabo theo theodor thiago thibaud thibault thibaut thierry thijs thilo thomas thomás thorsten théo théodore
    théophane théophile tiago tibor tijmen tim timoteo timothy timothée timéo tincho titouan tiziano tião tjeerd
    tjerk tobia tobias toby tom tomas tomasz tommaso tommy tomàs tomás toni tonino tonio tony torben toribio
    torquato torsten toño travis trent trevor tristan tristão tulio tullio tunde twan txema tyrone túlio ubaldo
    ubiratan udo ugo ulderico ulf uli ulises ulisses ulrich umberto unai urbain urbano uriel uwe valdemar valdir
    valentim valentin valentino valentí valentín valerio valter valère valério vanderlei vasco veit venancio
    vicent vicente vicenç victor victorien victorino vikram viktor vincent vincenzo vinicio vinicius vinício
    vinícius virgile virgilio virgínio vito vittorio vladimir volker volkmar víctor vítor wael waldemar walder
    waldir walid wallace wally walmir walter wanderley wanderson ward warren warwick wayne wei welington
    wellington wendell werner wesley wessel wibo wieland wilbur wilfredo wilfried wilhelm will willem
    willem-alexander william wim winfried winston wisse wojciech wolfgang wolfram wouter xabi xabier xacobe
    xander xavi xavier xosé xoán yago yanis yann yannick yasser yassin yassine yoann yohann yon younes youssef
    yuri yusuf yvan yves yvon zacarias zacarías zachary zeferino zenón ziad zinedine zé álvaro ángel ático
    édouard élio éloi émeric émile éric étienne éverton ícaro íker íñigo óscar
    """
)
