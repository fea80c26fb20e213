"""Spanish."""

from __future__ import annotations

from reader.text.cues.es_verbs import DESCRIBING, VERB_FORMS, VERBS
from reader.text.cues.table import Cues

CUES = Cues(
    language="es",
    verbs=f"{VERBS} manifiesta continuó",
    verb_forms=VERB_FORMS,
    manners="""
        ríe ríen rió reía sonríe sonrió sonreía asiente asienten asintió asentía niega_con_la_cabeza se_encoge_de_hombros
    """,
    describing=DESCRIBING,
    sources="según de_acuerdo_con en_palabras_de a_juicio_de para en_opinión_de conforme_a",
    determiners="""
        el la los las un una unos unas su sus este esta estos estas ese esa mi nuestro nuestra varios varias algunos algunas muchos
        dos tres cuatro cinco otro otra otros otras todos todas lo
    """,
    linking="de del para en por al con",
    opening="""
        en a al de por para con sin sobre bajo desde durante antes después según como si cuando mientras aunque y e o u pero
        sino pues entonces luego ayer hoy mañana además también asimismo por_su_parte preguntado preguntada tras ante hasta
        contra entre hacia porque que donde así acompañado acompañada acompañados flanqueado flanqueada arropado arropada
        rodeado rodeada consultado consultada cuestionado cuestionada entrevistado entrevistada interpelado interpelada
        requerido visiblemente interrogado interrogada nacido nacida
    """,
    fillers="""
        mismo misma mismos ha han había habían se le les lo también además ayer hoy lunes martes miércoles jueves viernes
        sábado domingo este entonces luego ya no nos me aún todavía recientemente después antes siempre asimismo apenas solo
        sólo simplemente finalmente incluso horas minutos días semanas meses poco
    """,
    relatives="que quien quienes cuyo cuya donde cual quién cuales cuyos cuyas",
    he="él",
    she="ella",
    they="ellos ellas nosotros",
    first_person="yo nosotros",
    titles_of_men="señor sr. sr don d. padre rey príncipe hermano",
    titles_of_women="señora sra. sra doña dña. madre reina princesa hermana",
    titles="dr. dr dra. dra doctor doctora profesor profesora presidente presidenta general coronel capitán ministro ministra",
    men="""
        hombre portavoz padre hijo hermano marido presidente director alcalde ministro abuelo nieto tío primo sobrino esposo
        novio amigo compañero regidor gobernador mandatario senador diputado consejero entrenador delantero portero escritor
        actor secretario abogado médico técnico vecino jubilado muchacho chico
    """,
    women="""
        mujer madre hija hermana esposa presidenta directora alcaldesa ministra abuela nieta tía prima sobrina viuda novia
        amiga compañera regidora gobernadora mandataria senadora diputada consejera concejala entrenadora escritora actriz
        autora secretaria abogada médica técnica vecina jubilada muchacha chica maestra enfermera magistrada funcionaria
        dirigenta legisladora parlamentaria candidata empresaria fundadora editora vicepresidenta jefa investigadora
        historiadora bióloga psicóloga limpiadora letrada fiscala señora jueza
    """,
    roles="""
        camionero niña niño trabajador trabajadora vecino vecina agricultor seleccionador seleccionadora capitán capitana
        delegado delegada comisario comisaria estudiante estudiantes padres madre acusado acusada víctima víctimas cantante
        actor actriz escritor escritora dueño dueña propietario empleado empleada alcalde alcaldesa ministro ministra
        presidente presidenta director directora portavoz abogado abogada juez jueza fiscal jefe jefa responsable vecinos
        testigos investigadores investigadora investigador médico médica secretario secretaria diputado diputada senador
        senadora policía autor autora experto expertos entrenador consejero consejera concejal líder rector rectora fuentes
        comerciante comerciantes ciudadano ciudadana vecindad concejala edil regidor regidora mandatario mandataria gobernador
        gobernadora intendente intendenta jefe_de_gobierno canciller subsecretario subsecretaria superintendente comisionado
        comisionada vicepresidente vicepresidenta expresidente expresidenta exministro exministra congresista legislador
        legisladora parlamentario parlamentaria asambleísta eurodiputado eurodiputada candidato candidata aspirante dirigente
        dirigenta sindicalista secretaria_general presidente_municipal inspector inspectora subinspector sargento cabo
        teniente coronel general almirante bombero bomberos bombera agente agentes guardia policías oficial mando funcionario
        funcionaria magistrado magistrada procurador procuradora defensor defensora letrado letrada abogados imputado imputada
        detenido detenida testigo superviviente sobreviviente afectado afectada afectados herido denunciante viudo viuda
        hermano hermana hijo hija abuelo abuela nieto nieta tío tía primo prima sobrino sobrina esposo esposa marido mujer
        novio novia pareja amigo amiga amigos compañero compañera colega colegas empleados jubilado jubilada jubilados
        pensionista maestra maestro profesores docente docentes enfermero enfermera sanitario sanitarios pediatra psicóloga
        psicólogo psiquiatra epidemiólogo epidemióloga economista economistas politólogo politóloga sociólogo socióloga
        historiador historiadora biólogo bióloga geólogo climatólogo arqueólogo arqueóloga ingeniero ingeniera arquitecto
        arquitecta científico científica científicos catedrático catedrática analista analistas especialista especialistas
        técnico técnica entrenadora delantero delantera portero portera defensa mediocampista arquero arquera tenista ciclista
        atleta nadador nadadora jugadores hincha hinchas aficionado aficionados dt editor editora poeta dramaturgo dramaturga
        cineasta realizador realizadora intérprete bailarín bailarina coreógrafo coreógrafa músico guitarrista compositor
        compositora rapero pintor pintora escultor fotógrafo fotógrafa curador curadora guionista productor productora
        presentador presentadora periodista periodistas columnista crítico empresario empresaria fundador fundadora gerente
        patrono taxista conductor conductora agricultora ganadero ganadera pescador pescadores minero mineros obrero obreros
        camarero camarera panadero panadera limpiadora portavoces viajero viajeros pasajero pasajera pasajeros turista
        turistas cliente clienta clientes usuario usuarios manifestante manifestantes activista activistas voluntario
        voluntaria voluntarios obispo arzobispo sacerdote cura párroco papa cardenal rey reina persona personas joven jóvenes
        anciano anciana adolescente muchacho muchacha chico chica señor señora fuente allegados líderes número_dos familiares
    """,
    groups="""
        público afición patronal oposición fiscalía policía prensa comité autoridad autoridades alcaldía junta cámara banco
        ayuntamiento empresa compañía grupo asociación sindicato ministerio gobierno partido universidad agencia instituto
        organización federación fundación tribunal comisión consejo plataforma entidad club ejecutivo casa_rosada moncloa
        generalitat xunta diputación senado congreso parlamento corte juzgado defensa acusación procuraduría fuerzas ejército
        minera constructora aseguradora cadena aerolínea eléctrica petrolera firma marca diario periódico medio editorial
        hospital clínica sindicatos trabajadores colectivo coordinadora ong onu cgt ugt ccoo pp psoe vox diócesis iglesia
        crítica museo teatro festival orquesta banda equipo selección dirección consistorio municipalidad intendencia
        cancillería presidencia oficialismo bancada consejería patronato cooperativa consorcio frente movimiento colegio
        escuela empresas familia familias aficionados vecindario población expertos promotora inmobiliaria distribuidora
        productora discográfica farmacéutica tecnológica concesionaria gestora consultora financiera multinacional televisión
        radio
    """,
    works="""
        película libro novela canción álbum disco título serie obra artículo periódico revista palabra término expresión
        titulado titulada llamado llamada denominado denominada apodado programa lema campaña diario monólogo comedia
        cortometraje largometraje cinta filme documental pieza ópera zarzuela poemario ensayo cuento relato exposición muestra
        cuadro lienzo sencillo single tema proyecto operación operativo plan ley colección sección pódcast podcast videojuego
        temporada cómic espectáculo ópera_prima editorial
    """,
    continuing="añadió añade agregó agrega prosiguió continuó concluyó remató",
    articles="el la los las un una su sus lo",
    articles_of_men="el un",
    articles_of_women="la una",
    callings="""
        cantante actor actriz escritor escritora novelista músico artista delantero portero centrocampista veterano poeta
        cineasta jugador jugadora futbolista tenista campeón campeona dirigente dirigenta funcionario funcionaria mandatario
        mandataria gobernante político política edil regidor regidora parlamentario parlamentaria legislador legisladora
        congresista magistrado magistrada letrado letrada jurista abogado abogada fiscal sindicalista líder candidato
        candidata mando oficial uniformado inspector comisario comandante bombero experto experta especialista investigador
        investigadora científico científica académico académica catedrático catedrática profesor profesora docente maestro
        maestra historiador historiadora economista sociólogo socióloga politólogo politóloga analista doctor doctora
        intérprete autor autora narrador narradora dramaturgo dramaturga director directora realizador realizadora guionista
        productor productora compositor compositora cantautor cantautora guitarrista pianista bailarín bailarina coreógrafo
        coreógrafa pintor pintora fotógrafo fotógrafa periodista presentador presentadora editor editora empresario empresaria
        fundador fundadora chef cocinero cocinera diseñador diseñadora técnico técnica entrenador entrenadora estratega
        estratego preparador seleccionador seleccionadora dt míster delantera goleador goleadora ariete arquero arquera
        guardameta cancerbero defensa zaguero lateral volante mediocampista mediapunta extremo pívot base piloto ciclista
        nadador nadadora atleta corredor corredora exjugador exfutbolista ganadero ganadera agricultor agricultora pescador
        jubilado jubilada anciano anciana afectado afectada superviviente acusado acusada imputado imputada detenido detenida
        encausado procesado sospechoso sospechosa activista voluntario voluntaria párroco sacerdote religioso religiosa
        prelado pontífice monarca aristócrata septuagenario septuagenaria octogenario octogenaria treintañero treintañera
        cuarentón veinteañero veinteañera madrileño madrileña catalán catalana vasco vasca gallego gallega andaluz andaluza
        sevillano sevillana valenciano valenciana aragonés canario asturiano argentino argentina porteño porteña bonaerense
        cordobés rosarino santafesino tucumano mendocino chileno chilena mexicano mexicana colombiano colombiana bogotano
        bogotana paisa antioqueño limeño limeña peruano peruana uruguayo uruguaya venezolano venezolana caraqueño ecuatoriano
        cubano cubana habanero boliviano paraguayo brasileño brasileña italiano italiana francés francesa socialista popular
        conservador conservadora republicano independentista morenista peronista kirchnerista priista panista laureado
        laureada galardonado galardonada medallista exmandatario exmandataria exministro exministra titular
    """,
    not_names="""
        el la los las un una unos unas él ella ellos ellas yo nosotros y e o u pero sino en a al de del por para con sin sobre
        bajo desde durante antes después según como si cuando mientras aunque pues entonces luego ayer hoy mañana además
        también asimismo su sus este esta estos estas ese esa mi nuestro varios algunos muchos lunes martes miércoles jueves
        viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre tras
        ante hasta contra entre no sí lo preguntado preguntada así que porque dijo ya ni
    """,
    documents="""
        comunicado carta informe nota texto sentencia fallo auto mensaje escrito documento pancarta cartel manifiesto
        editorial tuit tweet estudio oficio circular resolución moción
    """,
    nouns_too="""
        denuncia cuenta pregunta protesta alerta replica demanda reclama nota queja espera carga lanza ataja critica compara
        confía suplica celebra valora confirma acepta apunta justifica anuncia presume ve ven señala indica firma insta
        detalla narra valoración sospecha acota corea rebate brinda
    """,
    inside="""
        además también ya asimismo después luego entonces igualmente finalmente incluso recientemente por_su_parte siempre
        además_de este_lunes este_martes este_miércoles este_jueves este_viernes hoy ayer tajantemente duramente ahora
    """,
    offices=(
        "alcalde alcaldesa primer_edil primera_edil regidor regidora munícipe burgomaestre intendente intendenta jefe_comunal jefa_comunal presidente_municipal presidenta_municipal edil",
        "presidente presidenta mandatario mandataria jefe_del_ejecutivo jefa_del_ejecutivo jefe_de_estado jefa_de_estado jefe_del_estado primer_mandatario primera_mandataria presidente_del_gobierno",
        "gobernador gobernadora mandatario mandataria mandatario_provincial jefe_de_gobierno jefa_de_gobierno",
        "entrenador entrenadora técnico técnica dt míster director_técnico estratega seleccionador seleccionadora preparador",
        "diputado diputada parlamentario parlamentaria legislador legisladora congresista",
        "senador senadora parlamentario parlamentaria legislador legisladora",
        "concejal concejala edil",
        "abogado abogada letrado letrada",
        "juez jueza magistrado magistrada",
        "arzobispo obispo prelado",
    ),
    feminine_endings="triz",
    remarks="""
        respuesta reacción comentario comentarios palabras réplica advertencia queja lamento conclusión promesa explicación
        confesión recado pulla frase recuerdo elogio
    """,
    copulas="""
        es era son eran fue fueron será serán sería serían está estaba están estaban sea sean resulta resultó parece ser
    """,
    predicating="""
        calificó califica calificaron ha_calificado tachó tacha ha_tachado tildó tilda ha_tildado llamó llama llamaron
        ha_llamado considera consideró consideran ha_considerado definió define ha_definido describió describe ve vio
        se_mostró se_declaró se_dijo se_confesó encuentra juzgó
    """,
    participle_ending="ndo",
    officials="""
        ayuntamiento alcaldía ministerio agencia administración autoridad comisión consejo consejería junta diputación
        gobierno ejecutivo secretaría fiscalía tribunal juzgado municipalidad intendencia cancillería policía
    """,
    companies="""
        empresa compañía grupo firma sociedad constructora aseguradora cadena aerolínea eléctrica petrolera minera banco marca
        operadora fabricante entidad editorial promotora inmobiliaria distribuidora productora discográfica farmacéutica
        tecnológica concesionaria gestora consultora financiera multinacional
    """,
    societies="""
        asociación colectivo organización sindicato federación fundación club partido plataforma movimiento comité
        coordinadora ong entidad formación
    """,
    somebody="otro otra",
    own_sources="a_su_juicio en_su_opinión a_su_entender a_su_parecer a_su_modo_de_ver",
    particles="de del de_la la las los y e da dos van von",
    verb_second=True,
    drops_pronouns=True,
    adjectives_follow=True,
)
