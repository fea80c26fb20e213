"""Given names that tell whether “she” or “he” may be meant.

A name that is given to both stands in neither list.
"""

from __future__ import annotations

from reader.text.cues.table import words_of

WOMEN = words_of(
    """
    abigail ada adele adriana agnes aisha alba alexandra alice alicia alison amanda amara amber amelia amina amy ana
    anabel andrea angela angelika anita anja ann anna anne anneliese annette annika antonia audrey barbara beatrice
    beatriz becky bella berta bettina beth betty birgit bridget brigitte britta camila camille carla carmen carol carole
    carolina caroline catarina catherine cecilia celia charlotte chiara chloe christa christel christina christine
    claire clara claudia colette concha cristina daisy daniela deborah denise diana diane dolores donna dora doris
    dorothea dorothy edith eileen elena eleanor elif elisa elisabeth elise eliza elizabeth elke ella ellen elsa emilia
    emily emma erica erika esther eva eve evelyn fatima fiona florence frances francesca franziska freya frieda gabriela
    gabriele georgia georgina gertrude gina giorgia gisela giulia gloria grace greta hanna hannah heather heidi heike
    helen helena helene helga hilary hilda ilaria ilse ines inga ingrid irene iris irma isabel isabella jacqueline jana
    jane janet janice jasmine jean jennifer jenny jessica joan joanna joanne johanna josephine joyce juana judith julia
    juliana julie juliet karen karin karla kate katharina katherine kathleen kathryn katie katja kerstin kirsten laila
    laura layla lea leah leila lena leonie leonora leticia lily linda lisa liz lorna louise lucia lucie lucy luisa lydia
    mabel madeleine magdalena maggie manuela mara margaret margarita margot maria mariam mariana marie marina marion
    marta martha martina mary maryam matilda maureen megan melanie melissa meredith mia michelle mina miriam moira molly
    monica monika myra nadia nadine nancy naomi natalia natalie natasha nicola nicole nina noor nora olga olive olivia
    pamela patricia paula pauline penelope petra phoebe pilar polly priya rachel rebecca regina renate rita rosa
    rosalind rose rosemary ruth sabine sabrina sally samantha sandra sara sarah selina shannon sharon sheila shirley
    silke silvia simone sofia sonia sonja sophia sophie stefanie stella stephanie sue susan susanne suzanne svenja
    sylvia tamara tanja tanya teresa tessa theresa tina ulrike una ursula ute valentina valeria valerie vanessa vera
    verena veronica veronika victoria viktoria viola virginia wendy yasmin yolanda yvette yvonne zara zoe
    """
)
MEN = words_of(
    """
    aaron abdul abraham adam adrian ahmed alan albert alberto alejandro alexander alfred ali allan alonso alvaro amir
    anders andreas andrew andré angus antoine anthony antonio anton arnold arthur axel barry bart ben benedict benjamin
    bernard bernd bernhard bill björn bob boris brad brendan brian bruce bruno bryan carl carlo carlos cedric charles
    christian christoph christopher claude clemens colin connor craig cyril damian dan daniel dario david dean denis
    dennis derek detlef diego dieter dietmar dimitri dirk dmitri dominic dominik donald douglas duncan eamon ed eddie
    edgar edmund eduardo edward edwin elias elliot emil emilio emmanuel enrique eric erich erik ernest ernst esteban
    ethan eugene evan fabian federico felipe felix ferdinand fernando finn florian francesco francis francisco franco
    frank franz fred frederick friedrich fritz gareth gary gavin geoff geoffrey georg george gerald gerard gerd gerhard
    gianni gilbert giorgio giovanni giuseppe glenn gonzalo gordon graham greg gregor gregory guido guillaume guillermo
    gunther gus gustav günter günther hamid hans harald harold harry hassan heiko heiner heinrich heinz helmut henri
    henrik henry herbert hermann holger horst howard hubert hugh hugo ian ibrahim ignacio igor isaac ivan jack jacob
    jacques jaime jakob james jamie jan jason javier jean-luc jean-pierre jeff jeffrey jens jeremy jerome jerry jesus
    jim joachim joe joel johann johannes john jonas jonathan jorge jose josef joseph joshua josé juan julian julio jörg
    jürgen kai karl karl-heinz karsten keith kenneth kevin klaus konrad kurt kwame lars laurence laurent lawrence leo
    leon leonard leonardo lewis liam lionel lorenz lorenzo louis luca lucas ludwig luigi luis lukas luke malcolm manfred
    manuel marc marcel marco marcus mario mark markus martin mateo matt matteo matthew matthias maurice max maximilian
    mehmet michael michel miguel mike mohamed mohammed moritz moses muhammad neil nicholas nick nicolas nigel niklas
    nikolaus noah norbert norman oliver olivier omar oscar otto owen pablo paolo pascal patrick paul pedro per peter
    phil philip philipp philippe pierre piet pietro rafael raimund ralf ralph ramon raymond reinhard reinhold ricardo
    richard rob robert roberto rodrigo roger roland rolf roman ronald rory ross roy rudolf rupert russell salvatore
    samuel scott sean sebastian sergei sergio seth siegfried simon stanley stefan stephan stephen steve steven stewart
    stuart sven tariq ted terence terry theo theodor thomas thorsten tim timothy tobias tom tomas tommy tony torsten
    trevor udo ulf ulrich uwe victor viktor vincent vladimir volker walter warren wayne werner wilfried wilhelm will
    william winfried wolfgang xavier yusuf
    """
)
