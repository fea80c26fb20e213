"""Given names that tell whether “she” or “he” may be meant.

A name that is given to both stands in neither list.
"""

from __future__ import annotations

from reader.text.cues.table import words_of

WOMEN = words_of(
    """
    abeer abigail ada adaeze adele adriana agnes agnieszka aiko ailsa ainhoa aisha akiko alba alessandra
    alexandra alice alicia alison amaka amanda amara amber amelia amina aminata amira amy amélia ana anabel
    andrea angela angelika anita anja anjali anke ann anna anne annegret anneke anneliese annemarie annette
    annika anouk antje antonella antonia aoife arantxa astrid audrey aurélie ayşe barbara beate beatrice beatrix
    beatriz becky begoña bella berta beth bethany bettina betty birgit birgitta birte bridget brigitta brigitte
    britta bronwen bénédicte camila camille carla carlota carmen carol carole carolina caroline carys catarina
    catherine catriona cecilia celia chantal charlotte chiamaka chiara chioma chloe chloë christa christel
    christina christine ciara claire clara claudia cláudia clémence colette conceição concepción concha consuelo
    cordelia corinne cornelia corrie cristina célia dagmar daisy dalal daniela deborah deepa delia delphine
    denise diana diane dilek dina divya dolores donatella donna dora dorien doris dorothea dorothy dulce dörte
    edeltraud edith edna eileen eilidh eleanor elena elfriede elif elisa elisabeth elise eliza elizabeth elke
    ella ellen els elsa elspeth elvira emanuela emilia emily emine emma enid erica erika esperanza esther ethel
    eva eve evelyn ewa farah fatima fatma fatou federica femke fernanda ffion fiona florence folake frances
    francesca franziska françoise frauke freda freya frieda fátima gabriela gabriele gemma georgia georgie
    georgina gerlinde gertrude ghada ghislaine gina giorgia gisela giulia gladys glenys gloria grace greta
    gudrun gwen gülsen hana hanan hanna hannah hanneke hannelore harriet hayley heather hedwig heidi heike helen
    helena helene helga hester hilary hilda hildegard hind huda hülya ida ilaria ilse imke imogen ines inga
    ingeborg ingrid inés inês irene irina iris irma irmgard isabel isabella isabelle isaura isla itziar ivone
    ivy jacqueline jana jane janet janice jasmine jean jemima jennifer jenny jessica joan joana joanna joanne
    jocelyn jodie johanna josephine joyce juana judith jule julia juliana julie juliet june jutta karen karin
    karla katarzyna kate katharina katherine kathleen kathryn katie katja kavita kayleigh keiko kelly kerstin
    khadija kirsten kirstie kirsty laila lakshmi larissa latifa laura laure layla lea leah leanne leila lena
    leonie leonor leonora lerato leticia leyla liesbeth lily lina linda lisa liselotte liz lorna lorraine lotte
    louise lourdes lucia lucie lucy ludmila luisa lurdes luísa lydia lynn lynne lídia maaike mabel madeleine
    maeve magdalena maggie mairead maite maja manon manuela mara marcia mareike maren margaret margarida
    margarita margot margriet marguerite maria mariam mariana marianne marie marijke marion marjorie marlene
    marloes marta martha martina martine mary maryam mathilde matilda matilde maud maude maureen mavis maysa
    maëlle małgorzata mechthild meera megan melanie melek melissa meredith mia michela michelle mieke mildred
    mina minnie mireille miriam moira molly monica monika monique montserrat morag muriel myra myrtle máire
    mónica nadia nadine nadège naima nancy naoko naomi natalia natalie natasha nathalie neha nell nerys ngozi
    nia niamh nicola nicole nina nkechi noelia nomsa noor nora noémia nuria océane odette oksana olena olga
    olive olivia opal orla paige pamela paola parvin patricia patrizia patrícia paula pauline pearl penelope
    penny petra philippa phoebe phyllis pilar pippa polly pooja priya queenie rachel raffaella rania raquel
    rebeca rebecca regina renate rhian rhoda ria rima rita roberta rocío rosa rosalind rosalyn rosamund rosanna
    rose rosemary roswitha roxanne rute ruth sabine sabrina sakura sally salma samantha samia samira sandra
    sandrine sanne saoirse sara sarah saskia selina selma serena sevim shannon sharon sheila shelley shirin
    shirley shreya sian sigrid silke silvia simona simone sinead sinéad siobhan siobhán siân sofia solveig
    solène sonia sonja sonya sophia sophie soraya souad stacey stefania stefanie steffi stella stephanie sue
    sunita susan susana susanne suzan suzanne svenja svetlana svitlana sybil sylvia sylvie ségolène sónia
    tabitha tamara tanja tanya tatiana teresa teresinha tessa thandi thelma theresa tina tracey tracy trijntje
    trudy truus ulrike uma una ursula ute valentina valeria valerie valérie vanessa vera verena verity veronica
    veronika verónica victoria viktoria viola violet virginia virginie vivien vivienne vânia véronique wafa
    waltraud wanda wendy wiebke wilma winifred ximena yasmin yasmine yoko yolanda yuki yvette yvonne zainab
    zanele zara zeynep zoe zofia zoë zulmira ângela élodie émilie
    """
)
MEN = words_of(
    """
    aaron abdallah abdul abdullah abraham achim adam adel adnan adriaan adrian afonso agustín ahmed ahmet aidan
    alain alan alasdair albert alberto albrecht alec alejandro alessandro alexander alexei alfons alfonso alfred
    ali alistair allan alonso alun alvaro amir anders andreas andrew andrzej andré andrés angelo angus anil
    anthony antoine anton antonio aníbal archie arie arjen arjun armando arne arnold arthur arturo ashok augusto
    axel babatunde barnaby barry bart bas bashar basil bassam ben benedict benjamin benoît bernard bernardo
    bernd bernhard bernie bert bertie bertrand bilal bill björn bob bodo boris brad bram brendan brett brian
    bruce bruno bryan bryn burak burkhard byron caio callum calum carl carlo carlos carsten cecil cedric cem
    charles chester chidi christian christoph christophe christopher chukwuma ciaran ciarán claude claudio
    clemens clement clifford clint clive colin connor conrad cormac craig crispin cristóbal curtis cuthbert
    cyril cédric césar daan dafydd dale damian damien dan daniel dario darren darryl davi david davide davy dean
    declan denis dennis derek desmond detlef dexter didier diego dieter dietmar dimitri diogo dirk dmitri
    domenico dominic dominick dominik donald douglas duane duarte duncan dwayne dylan eamon eberhard eckhard ed
    eddie edgar edmond edmund edoardo edson eduardo edward edwin egon ekkehard eli elias elliot elmer emeka emil
    emilio emmanuel emre emyr enrico enrique enzo eoin erdal eric erich erik ernest ernie ernst erwin esteban
    ethan ettore euan eugene eustace evan ewald ewan fabian fabio fabián fabrice fadi faisal falk federico
    felipe felix femi ferdinand fergus fermín fernando filippo finbarr finn florian flávio fouad francesco
    francis francisco franco frank frank-walter frans franz françois fraser fred frederick friedhelm friedrich
    fritz frédéric fábio gabriel gareth gary gavin gebhard geert geoff geoffrey georg george geraint gerald
    gerard gerardo gerd gerhard germán gernot gerrit gerry giacomo giancarlo gianluca gianni gilbert gilberto
    giles gilles giorgio giovanni giuseppe glenn godfrey gonzalo gonçalo gordon graham greg gregor gregory
    grégoire guido guillaume guillermo gunnar gunther gus gustav guy gérard götz günter günther hakan hamid
    hamish hamza hani hans hans-georg hans-jürgen hans-peter harald harm harold harry hartmut hassan haytham
    heiko heiner heinrich heinz helge helmut hendrik henk henning henri henrik henrique henry herbert hermann
    hernán hervé hinrich hiroshi hisham holger horace horst howard hubert hubertus hugh hugo humphrey hussein
    huw håkan héctor iain ian ibrahim ieuan ignacio igor ike imran ingo irving isaac ismail issam ivan iván
    iñigo jaap jack jacob jacques jaime jair jakob jamal james jamie jan jarvis jason javier jean-claude
    jean-françois jean-luc jean-marc jean-michel jean-pierre jean-yves jed jeff jeffrey jelle jens jeremy jeroen
    jerome jerry jesus jesús jethro jim joachim joaquim joaquín jochen joe joel johan johann johannes john jonah
    jonas jonathan joop joost jordi jorge joris joschka jose josef joseph josh joshua jost josé joão juan julian
    julien julio julius julián jérôme jörg jörn jürgen kai kamal karim karl karl-heinz karl-josef karl-theodor
    karsten kazuo kees keir keith kelvin ken kenji kenneth kevin khalid khalil kieran kirk klaas klaus
    klaus-peter kofi kojo konrad krzysztof kurt kwabena kwame lance lars laurence laurent laurie lawrence
    leandro leen leo leon leonard leonardo leonel leroy lester lewis liam lionel lorcan lorenz lorenzo lothar
    louis loïc luc luca lucas luciano ludwig luigi luis lukas luke lula luther lutz lyle maarten magnus mahmoud
    majid malcolm malte manfred manoel manuel marc marcel marcello marcelo marco marcus marek mariano mario mark
    markus marlon marten martin martín marvin marwan massimo mateo mathias mathieu matt matteo matthew matthias
    maurice mauricio maurizio mauro max maxime maximilian maximiliano mazen mehmet meinhard mervyn michael
    michel miguel mike mirco mirko mitch mohamed mohammed monty moritz mort moses muhammad munir murat murdo
    musa mustafa myles márcio mário nabil naji nasser ned neil niall nicholas nick nicolas nicolás niels nigel
    niklas nikolai nikolaus noah norbert norm norman nuno obinna oisin okan olaf oleg oliver olivier oluwaseun
    omar orville osama osbert oscar oskar oswald ottmar otto otávio owen pablo padraig paolo pascal patrice
    patrick pau paul paulo pavel pedro per perry peter phil philip philipp philippe pierluigi pierre piet
    pieter pietro pim piotr pádraig quentin rafa rafael raffaele rahul raimund rainer rajesh ralf ralph ramesh
    rami ramiro ramon ramsay randall randolph raphaël rashid ravi raymond raúl reggie reginald reiner reinhard
    reinhold renato rex rhodri rhys riad ricardo riccardo richard rik rob robert roberto rocco rod roderick
    rodney rodrigo roel roger rohan roland rolf romain roman ronald ronan ronnie ronny rory roscoe ross roy
    royston ruairi rubén rudolf rufus rui rupert russell ruud rémi rüdiger salvatore samer sami sammy samuel
    sander sandro sanjay satoshi scott seamus sean sebastian sebastián segun sergei sergey sergio seth sidney
    siebe siegfried siegmar sigmar silas silvio simon sipho sjaak sjoerd stan stefan stefano steffen stephan
    stephen steve steven stewart stijn stuart stéphane sunil suresh sven sylvain sylvester séamus sébastien
    sérgio sönke tadhg taha takashi takeshi tarek tarik tariq tarquin ted teddy terence terry teun thabo theo
    theodor thiago thierry thijs thilo thomas thorsten tiago tim timothy tjeerd tobias toby tom tomas
    tomasz tommaso tommy tomás tony torben torsten travis trent trevor tristan tunde tyrone udo ugo ulf uli
    ulrich umberto uwe valerio vasco veit vicente victor vikram viktor vincent vincenzo vladimir volker volkmar
    víctor vítor wael waldemar walid wally walter warren warwick wayne wei wendell werner wesley wieland wilbur
    wilfried wilhelm will willem william wim winfried winston wojciech wolfgang wolfram wouter xabier xavier
    yann yasser youssef yuri yusuf yves zachary ziad álvaro ángel éric étienne óscar
    """
)
