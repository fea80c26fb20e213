"""French."""

from __future__ import annotations

from reader.text.cues.fr_verbs import DESCRIBING, VERB_FORMS, VERBS
from reader.text.cues.table import Cues

CUES = Cues(
    language="fr",
    verbs=f"{VERBS} déclaré affirmé tweeté fit peut-on_lire lit-on abonde fit-il fit-elle a-t-on_appris",
    verb_forms=VERB_FORMS,
    manners="""
        sourit sourient souriait rit rient riait rigole rigolent rigolait frémit hausse_les_épaules hoche_la_tête secoue_la_tête
    """,
    describing=DESCRIBING,
    sources="selon d'après pour à_en_croire aux_yeux_de de_l'avis_de",
    determiners="""
        le la les l un une des du son sa ses leur leurs ce cette ces cet mon ma notre nos plusieurs certains certaines deux trois
        quatre cinq d'autres quelques tous toutes
    """,
    linking="de du des d à au aux en pour chez sur",
    opening="""
        à au aux en dans sur sous par pour avec sans chez vers depuis pendant avant après lors selon comme si quand lorsque
        alors que qui et ou mais donc or ni car puis ensuite enfin hier aujourd'hui demain interrogé interrogée interrogés dès
        malgré contre entre parmi face devant invité invitée d'après accompagné accompagnée accompagnés entouré entourée
        questionné questionnée sollicité sollicitée joint jointe contacté contactée flanqué flanquée visiblement relancé
        relancée côté né née nés
    """,
    fillers="""
        lui-même elle-même eux-mêmes a ont avait avaient est sont était aussi également encore toutefois cependant alors
        ensuite hier lundi mardi mercredi jeudi vendredi samedi dimanche se s' lui leur y en ne pas plus même déjà ainsi donc
        notamment récemment vient de matin soir seulement simplement aussitôt quant heures minutes jours semaines mois peu
        tard
    """,
    relatives="qui que dont où lequel laquelle lesquels lesquelles quel",
    he="il lui",
    she="elle",
    they="ils elles eux nous on",
    first_person="je nous",
    titles_of_men="m. m monsieur père frère roi prince maître",
    titles_of_women="mme mme. mlle madame mademoiselle sœur reine princesse",
    titles="dr dr. pr pr. docteur professeur me président présidente général colonel capitaine ministre",
    men="""
        homme porte-parole père fils frère mari président directeur garçon édile romancier boulanger infirmier réalisateur
        comédien conseiller adjoint député sénateur avocat magistrat élu dirigeant retraité éleveur agriculteur grand-père
        neveu oncle veuf époux
    """,
    women="""
        femme mère fille sœur épouse présidente directrice grand-mère nièce tante veuve compagne avocate procureure magistrate
        élue députée sénatrice conseillère adjointe préfète échevine syndique chercheuse historienne romancière autrice
        auteure écrivaine réalisatrice comédienne actrice chanteuse danseuse musicienne productrice éditrice infirmière
        enseignante institutrice boulangère retraitée militante dirigeante patronne gérante agricultrice éleveuse joueuse
        championne voisine étudiante cliente habitante cheffe première_adjointe experte maraîchère vigneronne bergère paysanne
        serveuse restauratrice gardienne navigatrice lycéenne adolescente soignante déléguée fondatrice vice-présidente
    """,
    roles="""
        proviseur pompier pompière élève élèves lycéen lycéens mère agriculteur agricultrice éleveur commerçant commerçante
        voisin voisine ouvrier ouvrière étudiant étudiants patron patronne gérant gérante prévenu prévenue accusé accusée
        victime victimes chanteur chanteuse acteur actrice écrivain sélectionneur trésorier trésorière maire ministre
        président présidente directeur directrice porte-parole avocat avocate juge procureur procureure chef responsable
        responsables habitants riverains témoins chercheurs chercheuse chercheur médecin syndicat auteur secrétaire député
        députée sénateur sénatrice préfet préfète police élus élu élue policiers entraîneur capitaine parquet autorités
        experts habitant habitante riverain riveraine conseiller conseillère adjoint adjointe édile premier_ministre magistrat
        magistrate commissaire colonel lieutenant lieutenant-colonel adjudant brigadier commandant gendarme gendarmes pompiers
        secouriste secouristes infirmier infirmière infirmiers soignant soignante soignants enseignant enseignante enseignants
        instituteur institutrice proviseure principal parents parent père frère sœur fils fille épouse époux mari femme
        compagnon compagne veuve veuf grand-père grand-mère neveu nièce cousin cousine oncle tante mamie papi retraité
        retraitée retraités serveur serveuse restaurateur restauratrice boulanger boulangère cafetier libraire vigneron
        vigneronne viticulteur maraîcher maraîchère paysan paysanne exploitant exploitante berger bergère pêcheur pêcheurs
        usager usagers usagère automobiliste automobilistes conducteur conductrice cheminot cheminots éboueur éboueurs salarié
        salariée salariés employé employée ouvriers ouvrières délégué déléguée syndicaliste militant militante militants
        manifestant manifestante manifestants opposant opposante leader dirigeant dirigeante dirigeants pdg fondateur
        fondatrice coach technicien entraîneuse attaquant défenseur gardien milieu buteur joueur joueuse joueurs supporter
        supporters fan fans spectateur spectateurs spectatrice historien historienne sociologue économiste politologue
        climatologue géologue biologiste épidémiologiste astronome archéologue psychologue philosophe linguiste spécialiste
        spécialistes expert experte analyste éditeur éditrice romancier romancière autrice auteure écrivaine poète poétesse
        réalisateur réalisatrice cinéaste metteur metteuse comédien comédienne comédiens scénariste producteur productrice
        danseur danseuse chorégraphe musicien musicienne pianiste violoniste cheffe compositeur compositrice rappeur rappeuse
        peintre sculpteur photographe plasticien plasticienne galeriste conservateur conservatrice journaliste journalistes
        chroniqueur chroniqueuse animateur animatrice critique premier_adjoint première_adjointe eurodéputé eurodéputée
        parlementaire parlementaires candidat candidate candidats rapporteur rapporteure président-directeur rescapé rescapée
        rescapés survivant survivante blessé suspect suspecte mis_en_cause plaignant plaignante partie témoin gamin gamine
        adolescent adolescente ado jeune jeunes collègue collègues ami amie amis amies proche proches source sources entourage
        conjoint client cliente clients passager passagère passagers touriste touristes bénévole bénévoles président-délégué
        archevêque évêque prêtre curé pasteur imam rabbin roi reine prince princesse pape cardinal bourgmestre échevin
        échevine conseillère_d'état conseiller_d'état syndic syndique municipal municipale vice-président vice-présidente
        vétérinaire psychiatre urgentiste généraliste pédiatre pilote hôtesse marin skipper navigateur navigatrice cycliste
        coureur coureuse nageur nageuse judokate tennisman tenniswoman numéro_un numéro_deux homme garçon
    """,
    groups="""
        parquet opposition direction mairie région département rectorat intersyndicale presse banque club comité ligue police
        conseil entreprise société groupe association syndicat ministère gouvernement parti université agence institut
        collectif fédération fondation tribunal commission organisation compagnie préfecture cour sénat assemblée chambre
        majorité exécutif gauche droite camp état-major hôpital chu observatoire office ordre coordination cgt cfdt fo medef
        ong onu ue fabricant constructeur opérateur enseigne chaîne quotidien hebdomadaire journal magazine académie
        gendarmerie pompiers procureur-général défense accusation jury public festival théâtre musée orchestre équipe filière
        profession patronat plateforme start-up marque éditeur critique collectivité intercommunalité métropole
        conseil_départemental élysée matignon chancellerie kremlin maison-blanche syndicats oppositions organisations
        associations habitants enquêteurs avocats
    """,
    works="""
        film films livre roman chanson album titre série pièce article journal magazine mot terme expression intitulé
        intitulée nommé nommée surnommé surnommée appelé appelée revue émission opération slogan baptisé baptisée éditions
        spectacle documentaire long-métrage court-métrage comédie tragédie opéra feuilleton saga tube single ep exposition
        expo toile tableau ouvrage essai récit recueil bande-dessinée bd nouvelle conte podcast jeu programme projet
        dispositif plan loi collection rubrique dossier enquête
    """,
    continuing="ajoute a_ajouté ajoutait poursuit a_poursuivi reprend conclut a_conclu complète",
    articles="le la les l un une du son sa ses leur leurs",
    articles_of_men="le un",
    articles_of_women="la une",
    callings="""
        chanteur chanteuse acteur actrice comédien comédienne écrivain romancier romancière musicien artiste attaquant gardien
        milieu vétéran cinéaste joueur joueuse footballeur champion championne prévenu prévenue élu élue magistrat magistrate
        parlementaire responsable dirigeant dirigeante autrice auteur auteure écrivaine historien historienne sociologue
        économiste chercheur chercheuse universitaire scientifique spécialiste expert experte politologue avocat avocate
        juriste pénaliste conseil praticien praticienne infirmier infirmière éleveur éleveuse agriculteur agricultrice
        exploitant exploitante paysan paysanne vigneron vigneronne maraîcher maraîchère commerçant commerçante restaurateur
        restauratrice boulanger boulangère retraité retraitée septuagénaire octogénaire sexagénaire quinquagénaire
        quadragénaire trentenaire vingtenaire nonagénaire centenaire adolescent adolescente lycéen lycéenne étudiant étudiante
        syndicaliste militant militante leader patron patronne technicien technicienne coach entraîneur entraîneuse
        sélectionneur buteur buteuse capitaine tricolore international internationale latéral ailier défenseur défenseure
        portier réalisateur réalisatrice metteur metteuse interprète compositeur compositrice rappeur rappeuse chorégraphe
        danseur danseuse peintre photographe plasticien plasticienne dessinateur dessinatrice producteur productrice éditeur
        éditrice journaliste animateur animatrice humoriste mannequin entrepreneur entrepreneuse homme_d'affaires industriel
        milliardaire fondateur fondatrice gendarme policier policière officier gradé militaire colonel lieutenant-colonel
        commandant commissaire enquêteur enquêtrice pompier pompière sapeur-pompier secouriste suspect suspecte accusé accusée
        plaignant plaignante rescapé rescapée survivant survivante riverain riveraine habitant habitante automobiliste
        conducteur conductrice quinqua quadra élu_local parisien parisienne breton bretonne belge genevois genevoise vaudois
        vaudoise marseillais marseillaise lyonnais lyonnaise normand normande basque corse bruxellois bruxelloise liégeois
        liégeoise québécois québécoise catalan catalane italien italienne espagnol espagnole allemand allemande américain
        américaine anglais anglaise suisse socialiste écologiste centriste communiste frontiste insoumis insoumise conseiller
        conseillère démocrate républicain républicaine maître cavalière cavalier pilote skipper navigateur navigatrice
        cycliste coureur coureuse nageur nageuse judokate pianiste violoniste guitariste institutrice instituteur enseignant
        enseignante lauréat lauréate médaillé médaillée -agente portugais portugaise français française algérien algérienne
        marocain marocaine tunisien tunisienne sénégalais sénégalaise ivoirien ivoirienne camerounais malien malienne argentin
        argentine brésilien brésilienne croate serbe polonais polonaise russe ukrainien ukrainienne néerlandais néerlandaise
        danois danoise suédois suédoise norvégien norvégienne autrichien autrichienne grec grecque turc turque japonais
        japonaise chinois chinoise canadien canadienne britannique irlandais irlandaise écossais australien australienne
        luxembourgeois roumain roumaine hongrois colombien colombienne mexicain mexicaine toulousain toulousaine bordelais
        bordelaise nantais nantaise lillois lilloise niçois niçoise strasbourgeois montpelliérain rennais rennaise grenoblois
        stéphanois girondin alsacien alsacienne picard bourguignon auvergnat savoyard savoyarde ardéchois montréalais
        montréalaise fribourgeois fribourgeoise valaisan valaisanne jurassien neuchâtelois bernois zurichois namurois carolo
        hennuyer flamand flamande wallon wallonne
    """,
    not_names="""
        le la les l un une des du il elle ils elles on nous vous je et ou mais donc or ni car à au aux en dans sur sous par pour avec
        sans chez vers depuis pendant avant après lors selon comme si quand lorsque alors puis ensuite enfin hier aujourd'hui demain
        ce cette ces cet son sa ses leur leurs mon ma notre nos plusieurs certains lundi mardi mercredi jeudi vendredi samedi dimanche
        janvier février mars avril mai juin juillet août septembre octobre novembre décembre interrogé interrogée dès malgré c
        d'après pourtant cependant toutefois ainsi non oui ne qui que
    """,
    documents="""
        communiqué lettre rapport tribune message courrier note texte arrêt jugement avis étude tract pancarte banderole
        affiche panneau document appel pétition motion résolution
    """,
    nouns_too="""
        note demande critique annonce lance juge regrette réplique remarque peste plainte cri tranche souffle charge balance
        compte poste post présente conteste confirme relate plaide signale salue voit trouve conseil expose dit défend sourit
        rit
    """,
    inside="""
        aussitôt ensuite également aussi encore toutefois notamment déjà par_ailleurs pourtant cependant alors enfin ainsi
        immédiatement récemment même d'abord depuis longtemps tout_de_même vivement vertement sobrement simplement finalement
        longuement à_nouveau de_nouveau bien d'ailleurs plutôt d'emblée quant_à_lui quant_à_elle
    """,
    offices=(
        "maire édile bourgmestre premier_magistrat premier_édile premier_élu syndic",
        "premier_ministre première_ministre chef_du_gouvernement cheffe_du_gouvernement chef_de_l'exécutif locataire_de_matignon",
        "président_de_la_république chef_de_l'état président chef_de_l'etat locataire_de_l'élysée",
        "conseillère_d'etat conseillère_d'état conseiller_d'etat conseiller_d'état conseillère_fédérale conseiller_fédéral ministre",
        "secrétaire_d'état secrétaire_d'etat ministre",
        "entraîneur entraîneuse coach technicien sélectionneur",
        "procureur procureure magistrat magistrate parquetier",
        "préfet préfète représentant_de_l'état représentante_de_l'état",
        "avocat avocate conseil pénaliste défenseur",
    ),
    feminine_endings="trice euse ière ienne",
    remarks="""
        réponse réaction commentaire riposte réplique constat aveu confidence promesse mise_en_garde appel conclusion
        explication mot mots argument verdict phrase formule hommage souvenir
    """,
    copulas="""
        est était sont étaient serait seraient soit fut furent sera seront être reste restait paraît semblait semble devient
    """,
    predicating="""
        qualifie qualifient qualifiait a_qualifié ont_qualifié avait_qualifié juge jugent jugeait a_jugé ont_jugé considère
        considèrent considérait trouve trouvent a_trouvé estime estimait a_estimé dit_voir se_dit s'est_dit s'est_dite
        se_sont_dits se_sont_dites s'est_montré s'est_montrée s'est_déclaré s'est_déclarée décrit décrivent appelle a_appelé
        croit pense
    """,
    participle_ending="ant",
    officials="""
        préfecture mairie ministère agence administration service autorité commission office rectorat département région ville
        municipalité chancellerie parquet exécutif métropole tribunal cour
    """,
    companies="""
        entreprise société groupe compagnie firme constructeur opérateur exploitant enseigne fabricant marque banque géant
        start-up chaîne éditeur
    """,
    societies="""
        association collectif organisation syndicat fédération fondation club parti mouvement comité coordination ligue
        intersyndicale ong formation
    """,
    somebody="autre autres",
    anybody="on",
    particles="de du des de_la le la van von der ben el al d",
    verb_second=True,
    adjectives_follow=True,
    has_incises=True,
)
