"""Portuguese."""

from __future__ import annotations

from reader.text.cues.table import Cues

CUES = Cues(
    language="pt",
    verbs="""
        atirou resumiu resume brincou brinca desabafou desabafa rematou ironizou comemorou comemora celebrou
        celebra confessou confessa confidenciou revelou revela apontou aponta assinalou assinala advertiu
        adverte protestou protesta rebateu rebate retrucou ponderou pondera pontuou detalhou esclareceu
        esclarece justificou lamentava contava explicava dizia-se comentava recordava recorda cobrou disparou
        elogiou elogia propôs sugeriu sugere desejou agradeceu salientava apelou reclamou reclama gritavam
        tinha_dito já_disse
        disse disseram diz dizem dizia afirmou afirmaram afirma afirmam declarou declararam declara explicou explicaram explica acrescentou
        acrescentaram acrescenta destacou destaca ressaltou ressalta salientou salienta sublinhou sublinha garantiu garante
        contou conta relatou relata respondeu respondem responde perguntou pergunta anunciou anunciaram anuncia alertou alerta
        avisou avisa lembrou lembra recordou admitiu admite reconheceu reconhece criticou criticaram critica denunciou lamentou lamenta
        escreveu escreveram escreve comentou comenta confirmou confirmaram confirma informou informa indicou indica defendeu defende reforçou
        reforça reiterou concluiu conclui prometeu exclamou gritou sussurrou murmurou pediu exigiu opinou argumentou alegou completou
        completa observou enfatizou frisou referiu adiantou continuou prosseguiu insistiu insiste avaliou avalia assegurou tuitou publicou
        considerou sustentou
    """,
    describing="classificou classifica descreveu descreve chamou chama qualificou definiu acusou falou fala",
    sources="segundo de_acordo_com conforme para nas_palavras_de na_opinião_de",
    determiners="""
        o a os as um uma uns umas seu sua seus suas este esta esse essa estes estas meu minha nosso nossa vários várias alguns algumas
        muitos dois duas três quatro cinco outro outra outros outras todos todas
    """,
    linking="de do da dos das para em no na por ao à",
    opening="""
        aos às
        em no na nos nas num numa a ao à de do da por pelo pela para com sem sobre sob desde durante antes depois segundo como se quando
        enquanto embora e ou mas pois então logo ontem hoje amanhã além também assim questionado questionada após até contra entre
        porque que onde
    """,
    fillers="""
        próprio própria mesmo mesma
        tem têm tinha havia se lhe também ainda ontem hoje segunda-feira terça-feira quarta-feira quinta-feira sexta-feira
        sábado domingo nesta então já não nos me depois antes sempre recentemente
    """,
    relatives="que quem cujo cuja onde qual",
    he="ele",
    she="ela",
    they="eles elas nós",
    first_person="eu nós",
    titles_of_men="senhor sr. sr dom padre rei príncipe irmão",
    titles_of_women="senhora sra. sra dona madre rainha princesa irmã",
    titles="dr. dr dra. dra doutor doutora professor professora presidente general coronel capitão ministro ministra",
    men="homem porta-voz pai filho irmão marido diretor prefeito ministro",
    women="mulher mãe filha irmã esposa diretora prefeita ministra",
    roles="""
        pescador pescadora aluno aluna pai mãe psicólogo psicóloga técnico técnica avançado capitão morador
        moradora trabalhador agricultor estudante estudantes atleta jogador jogadora cantor cantora ator atriz
        escritor escritora dono dona delegado delegada comissário comandante vítima
        prefeito prefeita ministro ministra presidente diretor diretora porta-voz advogado advogada juiz juíza promotor chefe
        responsável moradores testemunhas pesquisadores pesquisadora pesquisador médico médica secretário secretária deputado
        deputada senador senadora polícia autor autora especialista especialistas treinador vereador vereadora líder autarca
    """,
    groups="""
        público oposição imprensa torcida autoridades governo secretaria banco federação comissão polícia
        autarquia junta direção
        câmara empresa companhia grupo associação sindicato ministério governo partido universidade polícia agência instituto
        organização federação fundação tribunal comissão conselho clube prefeitura
    """,
    works="""
        filme livro romance canção música álbum disco título série obra artigo jornal revista palavra termo expressão intitulado
        intitulada chamado chamada denominado apelidado programa lema campanha
    """,
    continuing="acrescentou acrescenta continuou prosseguiu completou concluiu",
    definite="o a os as",
    articles="o a os as um uma seu sua",
    articles_of_men="o um",
    articles_of_women="a uma",
    callings="cantor cantora ator atriz escritor escritora músico artista fadista atleta avançado guarda-redes médio veterano romancista poeta cineasta jogador jogadora",
    not_names="""
        aos às
        o a os as um uma uns umas ele ela eles elas eu nós e ou mas em no na nos nas ao à de do da dos das por pelo pela para com
        sem sobre sob desde durante antes depois segundo como se quando enquanto embora pois então logo ontem hoje amanhã além também
        assim seu sua seus suas este esta esse essa meu nosso vários alguns muitos janeiro fevereiro março abril maio junho julho
        agosto setembro outubro novembro dezembro após até contra entre não sim questionado questionada porque que disse
    """,
    particles="de do da dos das e van von",
    verb_second=True,
)
