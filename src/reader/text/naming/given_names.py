"""Given names that tell whether “she” or “he” may be meant.

A name that is given to both stands in neither list.
"""

from __future__ import annotations

from reader.text.cues.table import words_of

WOMEN = words_of(
    """
    abigail ada adaeze adele adriana agnes agnieszka aiko ailsa aisha alba alexandra alice alicia alison amaka amanda
    amara amber amelia amina aminata amy ana anabel andrea angela angelika anita anja ann anna anne anneke anneliese
    annette annika antonia aoife astrid audrey ayşe barbara beatrice beatrix beatriz becky bella berta beth bethany
    bettina betty birgit birgitta bridget brigitta brigitte britta bronwen camila camille carla carmen carol carole
    carolina caroline carys catarina catherine catriona cecilia celia charlotte chiamaka chiara chloe chloë christa
    christel christina christine ciara claire clara claudia colette concha cordelia cristina daisy daniela deborah delia
    denise diana diane dolores donna dora doris dorothea dorothy edith edna eileen eilidh eleanor elena elif elisa
    elisabeth elise eliza elizabeth elke ella ellen elsa elspeth emilia emily emma enid erica erika esther ethel eva eve
    evelyn ewa fatima fatou femke ffion fiona florence folake frances francesca franziska freda freya frieda gabriela
    gabriele gemma georgia georgie georgina gertrude gina giorgia gisela giulia gladys glenys gloria grace greta gwen
    hanna hannah harriet hayley heather heidi heike helen helena helene helga hester hilary hilda ida ilaria ilse imogen
    ines inga ingeborg ingrid irene irina iris irma isabel isabella isla ivy jacqueline jana jane janet janice jasmine
    jean jemima jennifer jenny jessica joan joanna joanne jocelyn jodie johanna josephine joyce juana judith julia
    juliana julie juliet june karen karin karla katarzyna kate katharina katherine kathleen kathryn katie katja kayleigh
    kelly kerstin khadija kirsten kirstie kirsty laila laura layla lea leah leanne leila lena leonie leonora leticia
    leyla lily linda lisa liz lorna lorraine louise lucia lucie lucy ludmila luisa lydia lynn lynne maaike mabel
    madeleine maeve magdalena maggie mairead manuela mara marcia mareike margaret margarita margot marguerite maria
    mariam mariana marianne marie marina marion marjorie marta martha martina mary maryam matilda maud maude maureen
    mavis małgorzata megan melanie melissa meredith mia michelle mildred mina minnie miriam moira molly monica monika
    morag muriel myra myrtle máire nadia nadine nancy naomi natalia natalie natasha nell nerys ngozi nia niamh nicola
    nicole nina nkechi noor nora odette oksana olena olga olive olivia opal orla paige pamela patricia paula
    pauline pearl penelope penny petra philippa phoebe phyllis pilar pippa polly priya queenie rachel rebecca
    regina renate rhian rhoda rita roberta rosa rosalind rosalyn rosamund rose rosemary roxanne ruth sabine sabrina
    sakura sally samantha samira sandra saoirse sara sarah saskia selina selma shannon sharon sheila shelley shirley
    sian sigrid silke silvia simone sinead sinéad siobhan siobhán siân sofia solveig sonia sonja sonya sophia sophie
    stacey stefanie stella stephanie sue susan susanne suzanne svenja svetlana sybil sylvia tabitha tamara tanja tanya
    tatiana teresa tessa thelma theresa tina tracey tracy trudy ulrike una ursula ute valentina valeria valerie vanessa
    vera verena verity veronica veronika victoria viktoria viola violet virginia vivien vivienne wanda wendy wilma
    winifred yasmin yoko yolanda yuki yvette yvonne zainab zara zeynep zoe zoë
    """
)
MEN = words_of(
    """
    aaron abdul abraham adam adrian ahmed aidan alan alasdair albert alberto alec alejandro alexander alexei alfred ali
    alistair allan alonso alun alvaro amir anders andreas andrew andrzej andré angus anil anthony antoine anton antonio
    archie arjun arnold arthur ashok axel babatunde barnaby barry bart basil ben benedict benjamin bernard bernd
    bernhard bernie bertie bilal bill björn bob boris brad bram brendan brett brian bruce bruno bryan bryn byron callum
    calum carl carlo carlos cecil cedric charles chester chidi christian christoph christopher chukwuma ciaran ciarán
    claude clement clifford clint clive colin connor conrad cormac craig crispin curtis cuthbert cyril
    dafydd dale damian dan daniel dario darren darryl david davy dean declan denis dennis derek desmond detlef dexter
    diego dieter dietmar dimitri dirk dmitri dominic dominick dominik donald douglas duane duncan dwayne dylan eamon
    ed eddie edgar edmond edmund eduardo edward edwin eli elias elliot elmer emeka emil emilio emmanuel emyr
    enrique eoin eric erich erik ernest ernie ernst esteban ethan euan eugene eustace evan ewan fabian federico felipe
    felix femi ferdinand fergus fernando finbarr finn florian francesco francis francisco franco frank franz
    fraser fred frederick friedrich fritz gareth gary gavin geoff geoffrey georg george geraint gerald gerard
    gerd gerhard gerry gianni gilbert giles giorgio giovanni giuseppe glenn godfrey gonzalo gordon graham greg gregor
    gregory guido guillaume guillermo gunnar gunther gus gustav guy günter günther hamid hamish hans harald harold harry
    hassan heiko heiner heinrich heinz helmut hendrik henri henrik henry herbert hermann hiroshi holger horace
    horst howard hubert hugh hugo humphrey hussein huw håkan iain ian ibrahim ieuan ignacio igor ike imran irving isaac
    ivan jack jacob jacques jaime jakob james jamie jan jarvis jason javier jean-luc jean-pierre jed jeff jeffrey jens
    jeremy jerome jerry jesus jethro jim joachim joe joel johann johannes john jonah jonas jonathan joost jorge jose
    josef joseph josh joshua josé juan julian julio julius jörg jürgen kai karl karl-heinz karsten kazuo keir keith
    kelvin ken kenji kenneth kevin khalid kieran kirk klaus kofi kojo konrad krzysztof kurt kwabena kwame lance lars
    laurence laurent laurie lawrence leo leon leonard leonardo leroy lester lewis liam lionel lorcan lorenz
    lorenzo louis luca lucas ludwig luigi luis lukas luke luther lyle maarten magnus malcolm manfred manuel marc marcel
    marco marcus marek mario mark markus marlon martin marvin mateo matt matteo matthew matthias maurice max maximilian
    mehmet mervyn michael michel miguel mike mitch mohamed mohammed monty moritz mort moses muhammad murdo musa
    myles ned neil niall nicholas nick nicolas nigel niklas nikolai nikolaus noah norbert norm norman
    obinna oisin oleg oliver olivier oluwaseun omar orville osbert oscar oswald otto owen pablo padraig paolo pascal
    patrick paul pavel pedro per perry peter phil philip philipp philippe pierre piet pieter pietro piotr
    pádraig quentin rafael raimund rajesh ralf ralph ramon ramsay randall randolph rashid ravi raymond reggie reginald
    reinhard reinhold rex rhodri rhys ricardo richard rob robert roberto rod roderick rodney rodrigo roger rohan roland
    rolf roman ronald ronan ronnie rory roscoe ross roy royston ruairi rudolf rufus rupert russell salvatore sammy
    samuel sanjay satoshi scott seamus sean sebastian segun sergei sergey sergio seth sidney siegfried silas simon
    stan stefan stephan stephen steve steven stewart stuart sunil sven sylvester séamus tadhg takeshi
    tariq tarquin ted teddy terence terry theo theodor thomas thorsten tim timothy tobias toby tom tomas tomasz tommy
    tony torsten travis trent trevor tristan tunde tyrone udo ulf ulrich uwe victor vikram viktor vincent
    vladimir volker wally walter warren warwick wayne wei wendell werner wesley wilbur wilfried wilhelm will
    willem william winfried winston wojciech wolfgang xavier yuri yusuf zachary
    """
)
