"""French."""

from __future__ import annotations

from reader.text.cues.table import Cues

CUES = Cues(
    language="fr",
    verbs="""
        s'indigne s'amuse s'étonne s'agace s'insurge s'emporte s'enthousiasme se_désole se_réjouit se_souvient
        s'est_réjoui soupire glisse a_glissé plaisante sourit tonne peste lâche a_lâché renchérit tempère espère
        a_espéré fustige a_fustigé s'est_indigné se_défend s'est_défendu complète détaille a_détaillé garantit
        a_garanti martelait rappelait soulignait assurait affirmaient avait_expliqué avait_déclaré a_répété
        répète a_tonné interroge s'interroge a_ironisé a_salué salue
        dit disait disent a_dit ont_dit avait_dit déclare déclaré a_déclaré ont_déclaré avait_déclaré déclarait affirme affirmé
        a_affirmé ont_affirmé affirmait explique a_expliqué ont_expliqué expliquait expliquent ajoute a_ajouté ont_ajouté ajoutait assure a_assuré
        estime a_estimé ont_estimé estimait estiment souligne a_souligné ont_souligné soulignait précise a_précisé ont_précisé
        précisait indique a_indiqué ont_indiqué indiquait raconte a_raconté racontait répond a_répondu répondit répondait demande
        a_demandé demanda demandait annonce a_annoncé ont_annoncé insiste a_insisté rappelle a_rappelé confie a_confié
        note a_noté constate a_constaté regrette a_regretté dénonce a_dénoncé ont_dénoncé critique a_critiqué reconnaît a_reconnu
        écrit a_écrit ont_écrit écrivait tweeté a_tweeté lance a_lancé lança martèle a_martelé conclut a_conclu poursuit a_poursuivi
        reprend reprit s'exclame s'est_exclamé s'exclama s'écria murmura murmure cria crie hurla prévient a_prévenu avertit a_averti
        promet a_promis soutient a_soutenu confirme a_confirmé ont_confirmé témoigne a_témoigné commente a_commenté
        réagit a_réagi résume a_résumé plaide a_plaidé déplore a_déploré se_félicite s'est_félicité s'est_félicitée
        s'inquiète admet a_admis avoue a_avoué prétend remarque fit fait_valoir a_fait_valoir fait_savoir a_fait_savoir
        dit-il dit-elle a-t-il_dit a-t-elle_dit a-t-il_déclaré a-t-elle_déclaré a-t-il_ajouté a-t-elle_ajouté ont-ils_déclaré
        a-t-il_expliqué a-t-elle_expliqué a-t-il_affirmé a-t-elle_affirmé a-t-il_précisé a-t-elle_précisé a-t-il_souligné
        a-t-elle_souligné a-t-il_indiqué a-t-elle_indiqué a-t-il_estimé a-t-elle_estimé a-t-il_assuré a-t-elle_assuré a-t-il_insisté
        a-t-elle_insisté a-t-il_poursuivi a-t-elle_poursuivi a-t-il_conclu a-t-elle_conclu a-t-il_lancé a-t-elle_lancé a-t-il_rappelé a-t-elle_rappelé
        a-t-on_appris explique-t-il explique-t-elle ajoute-t-il ajoute-t-elle estime-t-il estime-t-elle affirme-t-il affirme-t-elle assure-t-il
        assure-t-elle souligne-t-il souligne-t-elle précise-t-il précise-t-elle raconte-t-il raconte-t-elle demande-t-il demande-t-elle
        demanda-t-il demanda-t-elle répondit-il répondit-elle répond-il répond-elle poursuit-il poursuit-elle conclut-il conclut-elle
        confie-t-il confie-t-elle indique-t-il indique-t-elle regrette-t-il regrette-t-elle reprit-il reprit-elle fit-il fit-elle
        peut-on_lire lit-on relève a_relevé rétorque a_rétorqué abonde nuance tranche ironise
    """,
    describing="a_qualifié qualifie qualifié qualifiait évoque a_évoqué parle a_parlé a_appelé appelle a_jugé juge considère",
    sources="selon d'après pour à_en_croire aux_yeux_de de_l'avis_de",
    determiners="""
        le la les l un une des du son sa ses leur leurs ce cette ces cet mon ma notre nos plusieurs certains certaines deux trois
        quatre cinq d'autres quelques tous toutes
    """,
    linking="de du des d à au aux en pour chez sur",
    opening="""
        à au aux en dans sur sous par pour avec sans chez vers depuis pendant avant après lors selon comme si quand lorsque
        alors que qui et ou mais donc or ni car puis ensuite enfin hier aujourd'hui demain interrogé interrogée interrogés dès malgré
        contre entre parmi face devant invité invitée d'après
    """,
    fillers="""
        lui-même elle-même eux-mêmes
        a ont avait avaient est sont était aussi également encore toutefois cependant alors ensuite hier lundi mardi mercredi jeudi
        vendredi samedi dimanche se s' lui leur y en ne pas plus même déjà ainsi donc notamment récemment vient de matin soir
    """,
    relatives="qui que dont où lequel laquelle",
    he="il lui",
    she="elle",
    they="ils elles eux nous on",
    first_person="je nous",
    titles_of_men="m. m monsieur père frère roi prince maître",
    titles_of_women="mme mme. mlle madame mademoiselle sœur reine princesse",
    titles="dr dr. pr pr. docteur professeur me président présidente général colonel capitaine ministre",
    men="homme porte-parole père fils frère mari président directeur garçon",
    women="femme mère fille sœur épouse présidente directrice",
    roles="""
        proviseur pompier pompière élève élèves lycéen lycéens mère agriculteur agricultrice éleveur commerçant
        commerçante voisin voisine ouvrier ouvrière étudiant étudiants patron patronne gérant gérante prévenu
        prévenue accusé accusée victime victimes chanteur chanteuse acteur actrice écrivain sélectionneur
        trésorier trésorière
        maire ministre président présidente directeur directrice porte-parole avocat avocate juge procureur procureure chef
        responsable responsables habitants riverains témoins chercheurs chercheuse chercheur médecin syndicat auteur secrétaire
        député députée sénateur sénatrice préfet préfète police élus élu élue policiers entraîneur capitaine
        parquet autorités experts
    """,
    groups="""
        parquet opposition direction mairie région département rectorat intersyndicale presse banque club comité
        ligue police
        conseil entreprise société groupe association syndicat ministère gouvernement parti université police agence institut
        collectif mairie fédération fondation tribunal commission organisation compagnie préfecture
    """,
    works="""
        film films livre roman chanson album titre série pièce article journal magazine mot terme expression intitulé intitulée nommé
        nommée surnommé surnommée appelé appelée dit revue émission opération slogan baptisé baptisée
    """,
    continuing="ajoute a_ajouté ajoutait poursuit a_poursuivi reprend conclut a_conclu complète",
    articles="le la les l un une du son sa ses leur leurs",
    articles_of_men="le un",
    articles_of_women="la une",
    callings="chanteur chanteuse acteur actrice comédien comédienne écrivain romancier romancière musicien artiste attaquant gardien milieu vétéran cinéaste joueur joueuse footballeur champion championne prévenu prévenue",
    not_names="""
        le la les l un une des du il elle ils elles on nous vous je et ou mais donc or ni car à au aux en dans sur sous par pour avec
        sans chez vers depuis pendant avant après lors selon comme si quand lorsque alors puis ensuite enfin hier aujourd'hui demain
        ce cette ces cet son sa ses leur leurs mon ma notre nos plusieurs certains lundi mardi mercredi jeudi vendredi samedi dimanche
        janvier février mars avril mai juin juillet août septembre octobre novembre décembre interrogé interrogée dès malgré c
        d'après pourtant cependant toutefois ainsi non oui ne qui que
    """,
    particles="de du des de_la le la van von der ben el al d",
    verb_second=True,
    has_incises=True,
)
