"""Portuguese."""

from __future__ import annotations

from reader.text.cues.pt_verbs import DESCRIBING, VERB_FORMS, VERBS
from reader.text.cues.table import Cues

CUES = Cues(
    language="pt",
    verbs=f"{VERBS} dizia-se",
    verb_forms=VERB_FORMS,
    manners="""
        ri riem riu ria sorri sorriem sorriu encolhe_os_ombros dá_de_ombros
    """,
    describing=DESCRIBING,
    sources="segundo de_acordo_com conforme para nas_palavras_de na_opinião_de",
    determiners="""
        o a os as um uma uns umas seu sua seus suas este esta esse essa estes estas meu minha nosso nossa vários várias alguns algumas
        muitos dois duas três quatro cinco outro outra outros outras todos todas
    """,
    linking="de do da dos das para em no na por ao à",
    opening="""
        aos às em no na nos nas num numa a ao à de do da por pelo pela para com sem sobre sob desde durante antes depois
        segundo como se quando enquanto embora e ou mas pois então logo ontem hoje amanhã além também assim questionado
        questionada após até contra entre porque que onde acompanhado acompanhada ladeado ladeada ouvido ouvida procurado
        procurada perguntado perguntada indagado indagada contactado contactada confrontado confrontada visivelmente nascido
        nascida
    """,
    fillers="""
        próprio própria mesmo mesma tem têm tinha havia se lhe também ainda ontem hoje segunda-feira terça-feira quarta-feira
        quinta-feira sexta-feira sábado domingo nesta então já não nos me depois antes sempre recentemente apenas só somente
        igualmente simplesmente horas minutos dias semanas meses pouco
    """,
    relatives="que quem cujo cuja onde qual quais cujos cujas",
    he="ele",
    she="ela",
    they="eles elas nós",
    first_person="eu nós",
    titles_of_men="senhor sr. sr dom padre rei príncipe irmão",
    titles_of_women="senhora sra. sra dona madre rainha princesa irmã",
    titles="dr. dr dra. dra doutor doutora professor professora presidente general coronel capitão ministro ministra",
    men="""
        homem porta-voz pai filho irmão marido diretor prefeito ministro avô neto tio primo sobrinho esposo noivo namorado
        companheiro amigo viúvo governador vereador deputado senador secretário advogado médico treinador escritor ator cantor
        técnico delegado professor
    """,
    women="""
        mulher mãe filha irmã esposa diretora prefeita ministra avó neta tia prima sobrinha noiva namorada companheira amiga
        viúva governadora vereadora deputada senadora secretária advogada médica treinadora escritora atriz cantora técnica
        delegada professora moradora aluna idosa aposentada reformada rapariga menina bióloga historiadora psicóloga
        enfermeira engenheira arquiteta magistrada procuradora juíza candidata empresária fundadora pesquisadora investigadora
        realizadora encenadora compositora pintora jogadora
    """,
    roles="""
        pescador pescadora aluno aluna pai mãe psicólogo psicóloga técnico técnica avançado capitão morador moradora
        trabalhador agricultor estudante estudantes atleta jogador jogadora cantor cantora ator atriz escritor escritora dono
        dona delegado delegada comissário comandante vítima prefeito prefeita ministro ministra presidente diretor diretora
        porta-voz advogado advogada juiz juíza promotor chefe responsável moradores testemunhas pesquisadores pesquisadora
        pesquisador médico médica secretário secretária deputado deputada senador senadora polícia autor autora especialista
        especialistas treinador vereador vereadora líder autarca habitante habitantes comerciante comerciantes cidadão cidadã
        vizinho vizinha vizinhos idoso idosa reformado reformada aposentado aposentada aposentados jovem jovens rapaz rapariga
        menino menina mulher homem filho filha irmão irmã avô avó neto neta tio tia primo prima sobrinho sobrinha esposa
        esposo marido noivo noiva namorado namorada companheiro companheira amigo amiga amigos colega colegas viúva viúvo fã
        fãs governador governadora governante vice-presidente vice-governador ex-presidente ex-ministro presidente_da_câmara
        vereadores autarcas parlamentar parlamentares congressista candidato candidata dirigente dirigentes sindicalista
        secretário-geral secretária-geral secretário_de_estado secretária_de_estado bastonário bastonária provedor provedora
        procurador procuradora juízes magistrado magistrada desembargador desembargadora defensor defensora advogados inspetor
        inspetora coronel tenente sargento cabo general almirante bombeiro bombeiros bombeira agente agentes polícias policial
        policiais militar guarda funcionário funcionária funcionários suspeito suspeita arguido arguida réu ré acusado acusada
        testemunha sobrevivente sobreviventes vítimas ferido motorista condutor condutora taxista passageiro passageira
        passageiros turista turistas cliente clientes utente utentes empresário empresária gerente fundador fundadora produtor
        produtora produtores lavrador agricultores agricultora pastor pescadores operário operários enfermeiro enfermeira
        enfermeiros médicos pediatra psiquiatra epidemiologista infectologista virologista economista economistas sociólogo
        socióloga politólogo cientista cientistas historiador historiadora biólogo bióloga geólogo climatologista arqueólogo
        engenheiro engenheira arquiteto arquiteta analista analistas investigador investigadora investigadores docente
        docentes professores reitor reitora treinadora selecionador goleiro atacante zagueiro volante lateral meia central
        guarda-redes defesa médio jogadores adepto adeptos torcedor torcedores atletas ciclista autores romancista poeta
        dramaturgo encenador encenadora realizador realizadora cineasta roteirista argumentista intérprete bailarino bailarina
        coreógrafo coreógrafa músico sambista fadista rapper compositor compositora pintor pintora escultor fotógrafo
        fotógrafa curador curadora editor editora jornalista jornalistas apresentador apresentadora crítico colunista bispo
        arcebispo padre pároco papa cardeal rei rainha pessoa pessoas ativista ativistas voluntário voluntária manifestante
        manifestantes fonte fontes aliado aliados vice porta-vozes síndico síndica cozinheiro cozinheira chef
    """,
    groups="""
        público oposição imprensa torcida autoridades governo secretaria banco federação comissão polícia autarquia junta
        direção câmara empresa companhia grupo associação sindicato ministério partido universidade agência instituto
        organização fundação tribunal conselho clube prefeitura executivo planalto fazenda palácio ministério_público supremo
        congresso senado parlamento assembleia bancada confederação cooperativa associações sindicatos trabalhadores hospital
        escola diocese igreja crítica defesa acusação promotoria defensoria procuradoria procon anvisa ibama funai cgtp ugt
        psd ps pcp cds pt psdb mdb onu ong ue fmi bce sad construtora mineradora distribuidora operadora concessionária
        petrolífera companhia_aérea jornal revista canal emissora rádio museu teatro festival orquestra banda equipa equipe
        seleção família familiares fãs adeptos administração gerência reitoria comando protecção_civil proteção_civil
        autoridade promotora imobiliária incorporadora gestora consultora produtora multinacional financeira farmacêutica
        gravadora
    """,
    works="""
        filme livro romance canção música álbum disco título série obra artigo jornal revista palavra termo expressão
        intitulado intitulada chamado chamada denominado apelidado programa lema campanha documentário curta-metragem
        longa-metragem peça espetáculo comédia ópera samba single tema poema ensaio conto exposição mostra quadro tela projeto
        operação plano lei coleção rubrica podcast podcasts temporada novela minissérie banda-desenhada quadrinhos monólogo
        coletânea editora
    """,
    continuing="acrescentou acrescenta continuou prosseguiu completou concluiu",
    definite="o a os as",
    articles="o a os as um uma seu sua",
    articles_of_men="o um",
    articles_of_women="a uma",
    callings="""
        cantor cantora ator atriz escritor escritora músico artista fadista atleta avançado guarda-redes médio veterano
        romancista poeta cineasta jogador jogadora dirigente governante político política autarca edil parlamentar deputado
        deputada senador senadora congressista vereador vereadora sindicalista líder candidato candidata magistrado magistrada
        jurista advogado advogada defensor delegado delegada promotor promotora procurador procuradora juiz juíza responsável
        oficial militar comandante policial inspetor especialista investigador investigadora pesquisador pesquisadora
        cientista académico académica acadêmico acadêmica professor professora docente historiador historiadora economista
        sociólogo socióloga politólogo analista infectologista clínico autor autora dramaturgo encenador encenadora realizador
        realizadora diretor diretora documentarista argumentista roteirista intérprete sambista compositor compositora rapper
        pianista maestro bailarino bailarina coreógrafo coreógrafa pintor pintora fotógrafo fotógrafa jornalista apresentador
        apresentadora humorista editor editora empresário empresária fundador fundadora chef cozinheiro cozinheira treinador
        treinadora técnico técnica timoneiro mister selecionador goleador central defesa lateral extremo ponta zagueiro
        goleiro volante meia atacante camisa_10 craque piloto ciclista nadador nadadora ginasta surfista suspeito suspeita
        arguido arguida réu acusado acusada sobrevivente reformado reformada aposentado aposentada idoso idosa agricultor
        agricultora produtor produtora pescador ativista voluntário voluntária pároco sacerdote prelado lisboeta portuense
        minhoto alentejano alentejana açoriano madeirense carioca paulista paulistano paulistana mineiro mineira baiano baiana
        gaúcho gaúcha pernambucano cearense brasileiro brasileira português portuguesa espanhol italiano francês argentino
        argentina socialista social-democrata comunista bloquista centrista petista tucano tucana bolsonarista emedebista
        pedetista pessebista ex-presidente ex-governador ex-ministro antigo_ministro petebista campeão campeã medalhista
        vencedor vencedora laureado laureada premiado premiada titular
    """,
    not_names="""
        aos às o a os as um uma uns umas ele ela eles elas eu nós e ou mas em no na nos nas ao à de do da dos das por pelo
        pela para com sem sobre sob desde durante antes depois segundo como se quando enquanto embora pois então logo ontem
        hoje amanhã além também assim seu sua seus suas este esta esse essa meu nosso vários alguns muitos janeiro fevereiro
        março abril maio junho julho agosto setembro outubro novembro dezembro após até contra entre não sim questionado
        questionada porque que disse já ainda nem
    """,
    documents="""
        comunicado nota carta relatório mensagem texto sentença despacho decisão documento post publicação estudo faixa cartaz
        manifesto editorial ofício acórdão parecer petição moção
    """,
    nouns_too="""
        conta pergunta denuncia alerta nota fala protesta cobra critica lembra promessa compara confirma reforça informa avisa
        espera cita aposta trata estima confessa vê acha classifica chama resume aponta
    """,
    inside="ainda também já depois então igualmente sempre entretanto hoje ontem apenas mesmo",
    offices=(
        "presidente_da_câmara autarca edil prefeito prefeita presidente_do_município chefe_do_executivo_municipal presidente",
        "primeiro-ministro primeira-ministra chefe_do_governo chefe_do_executivo líder_do_executivo",
        "presidente presidente_da_república chefe_de_estado chefe_do_estado chefe_do_executivo mandatário mandatária",
        "ministro ministra governante secretário_de_estado secretária_de_estado titular_da_pasta",
        "governador governadora chefe_do_executivo mandatário",
        "treinador treinadora técnico técnica mister timoneiro selecionador",
        "deputado deputada parlamentar",
        "senador senadora parlamentar",
        "vereador vereadora parlamentar",
        "advogado advogada defensor defensora causídico",
        "juiz juíza magistrado magistrada",
        "pároco padre sacerdote",
    ),
    feminine_endings="triz",
    remarks="""
        resposta reação comentário comentários palavras aviso alerta promessa explicação desabafo recado réplica lamento
        conclusão frase homenagem elogio recordação
    """,
    copulas="""
        é era são eram foi foram será serão seria seriam está estava estão estavam seja fosse parece ser continua fica ficou
    """,
    predicating="""
        classificou classifica classificaram qualificou qualifica qualificaram chamou chama chamaram considerou considera
        consideram definiu define descreveu descreve apelidou apelida rotulou tachou acha achou julga disse-se diz-se
        mostrou-se mostra-se confessou-se declarou-se declara-se vê viu
    """,
    participle_ending="ndo",
    officials="""
        câmara autarquia ministério agência administração autoridade comissão secretaria governo executivo prefeitura polícia
        tribunal procuradoria junta delegacia
    """,
    companies="""
        empresa companhia grupo firma sociedade construtora seguradora rede distribuidora operadora concessionária petrolífera
        mineradora banco marca fabricante promotora imobiliária incorporadora gestora consultora produtora multinacional
        financeira farmacêutica
    """,
    societies="""
        associação coletivo organização sindicato federação fundação clube partido plataforma movimento comissão confederação
        ong entidade
    """,
    somebody="outro outra",
    own_sources="na_sua_opinião a_seu_ver no_seu_entender em_sua_opinião na_opinião_dele na_opinião_dela",
    particles="de do da dos das e van von",
    verb_second=True,
    drops_pronouns=True,
    adjectives_follow=True,
)
