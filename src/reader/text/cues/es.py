"""Spanish."""

from __future__ import annotations

from reader.text.cues.table import Cues

CUES = Cues(
    language="es",
    verbs="""
        remató zanjó espetó ironizó bromeó bromea sentenció apostilló avisó avisa alertó alerta reclamó reclama
        instó confesó confiesa narró recalcó recalca reprochó defendió defiende sugirió sugiere propuso propone
        ha_pedido ha_defendido ha_anunciado ha_indicado ha_destacado ha_comentado ha_confirmado ha_denunciado
        ha_admitido ha_apuntado ha_manifestado han_asegurado han_denunciado ratificó garantizó garantiza
        adelantó celebró celebra protestó protesta coreó corearon gritaban explicaba contaba recordaba lamentaba
        insistía añadía aseguraba
        dijo dijeron dice dicen decía ha_dicho han_dicho había_dicho declaró declararon declara ha_declarado afirmó afirmaron afirma afirman ha_afirmado
        señaló señalaron señala ha_señalado explicó explicaron explica ha_explicado añadió añadieron añade ha_añadido agregó agregaron agrega aseguró aseguraron
        asegura ha_asegurado indicó indicaron indica manifestó manifestaron manifiesta comentó comenta sostuvo sostiene expresó expresa destacó
        destacaron destaca ha_destacado subrayó subraya insistió insiste ha_insistido advirtió advirtieron advierte ha_advertido recordó recuerda anunció
        anunciaron anuncia ha_anunciado apuntó apunta contó cuenta relató relata respondió responde respondieron contestó contesta preguntó pregunta
        reconoció reconoce admitió admite lamentó lamenta denunció denunciaron denuncia criticó criticaron critica escribió escribe
        tuiteó publicó confirmó confirmaron confirma precisó precisa concluyó concluye reiteró reitera exclamó gritó susurró murmuró
        prometió pidió pidieron exigió exigieron opinó opina resumió consideró considera argumentó alegó detalló detalla enfatizó
        remarcó puntualizó aclaró matizó celebró valoró ha_explicado ha_recordado ha_subrayado ha_lamentado ha_reconocido ha_criticado
        prosiguió continuó replicó rezaba
    """,
    describing="calificó califica ha_calificado describió describe tachó llamó llama definió definieron habló habla acusó",
    sources="según de_acuerdo_con en_palabras_de a_juicio_de para en_opinión_de conforme_a",
    determiners="""
        el la los las un una unos unas su sus este esta estos estas ese esa mi nuestro nuestra varios varias algunos algunas muchos
        dos tres cuatro cinco otro otra otros otras todos todas lo
    """,
    linking="de del para en por al con",
    opening="""
        en a al de por para con sin sobre bajo desde durante antes después según como si cuando mientras aunque y e o u pero sino
        pues entonces luego ayer hoy mañana además también asimismo por_su_parte preguntado preguntada tras ante hasta
        contra entre hacia porque que donde así
    """,
    fillers="""
        mismo misma mismos
        ha han había habían se le les lo también además ayer hoy lunes martes miércoles jueves viernes sábado domingo este
        entonces luego ya no nos me aún todavía recientemente después antes siempre asimismo
    """,
    relatives="que quien quienes cuyo cuya donde cual",
    he="él",
    she="ella",
    they="ellos ellas nosotros",
    first_person="yo nosotros",
    titles_of_men="señor sr. sr don d. padre rey príncipe hermano",
    titles_of_women="señora sra. sra doña dña. madre reina princesa hermana",
    titles="dr. dr dra. dra doctor doctora profesor profesora presidente presidenta general coronel capitán ministro ministra",
    men="hombre portavoz padre hijo hermano marido presidente director alcalde ministro",
    women="mujer madre hija hermana esposa presidenta directora alcaldesa ministra",
    roles="""
        camionero niña niño trabajador trabajadora vecino vecina agricultor seleccionador seleccionadora capitán
        capitana delegado delegada comisario comisaria estudiante estudiantes padres madre acusado acusada
        víctima víctimas cantante actor actriz escritor escritora dueño dueña propietario empleado empleada
        alcalde alcaldesa ministro ministra presidente presidenta director directora portavoz abogado abogada juez jueza fiscal jefe
        jefa responsable vecinos testigos investigadores investigadora investigador médico médica secretario secretaria diputado diputada
        senador senadora policía autor autora experto expertos entrenador consejero consejera concejal líder rector rectora fuentes
    """,
    groups="""
        público afición patronal oposición fiscalía policía prensa comité autoridad autoridades alcaldía junta
        cámara banco
        ayuntamiento empresa compañía grupo asociación sindicato ministerio gobierno partido universidad policía agencia instituto
        organización federación fundación tribunal comisión consejo plataforma entidad club
    """,
    works="""
        película libro novela canción álbum disco título serie obra artículo periódico revista palabra término expresión titulado
        titulada llamado llamada denominado denominada apodado programa lema campaña diario
    """,
    continuing="añadió añade agregó agrega prosiguió continuó concluyó remató",
    articles="el la los las un una su sus lo",
    articles_of_men="el un",
    articles_of_women="la una",
    callings="cantante actor actriz escritor escritora novelista músico artista delantero portero centrocampista veterano poeta cineasta jugador jugadora futbolista tenista campeón campeona",
    not_names="""
        el la los las un una unos unas él ella ellos ellas yo nosotros y e o u pero sino en a al de del por para con sin sobre bajo
        desde durante antes después según como si cuando mientras aunque pues entonces luego ayer hoy mañana además también asimismo su
        sus este esta estos estas ese esa mi nuestro varios algunos muchos lunes martes miércoles jueves viernes sábado domingo enero
        febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre tras ante hasta contra entre no sí lo
        preguntado preguntada así que porque dijo
    """,
    particles="de del de_la la las los y e da dos van von",
    verb_second=True,
)
