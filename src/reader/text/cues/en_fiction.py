"""English as stories are told in it."""

from __future__ import annotations

from reader.text.cues.fiction import Fiction

FICTION = Fiction(
    days="monday tuesday wednesday thursday friday saturday sunday today yesterday",
    over="was were had did could would",
    in_stories_too="""
        letter note sign company society church party court school service guard band board paper force body firm house
        club team bank post carrier chain study studio label platform giant movement journal message statement magazine
        bill agency office business
    """,
    his="his",
    indefinite="a an another one some",
    nobody="no any every each other such most both",
    said_of="was were is are be been being like as than such of not",
    mine="my our",
    old="old elderly aged ancient grey-haired gray-haired white-haired",
    young="young little small youthful",
    children="boy boys lad lads child youth stripling schoolboy schoolgirl youngster urchin",
    grown="man woman lady gentleman father mother husband wife parson dame",
    kin="""
        mother father son daughter brother sister wife husband uncle aunt grandmother grandfather cousin nephew niece
    """,
    by_sex="man woman lady gentleman girl maid maiden dame fellow chap lass",
    plurals="men women children people police twins crew",
    no_people="general private chief head heads chair chairs source sources star stars guard guards firm",
    alike="""
        parson,clergyman,vicar,priest,rector,curate,minister artist,painter lawyer,attorney,solicitor
        doctor,physician,surgeon sailor,seaman,mariner policeman,constable,officer landlord,innkeeper,host
    """,
    silent="nodded smiled shrugged frowned grinned laughed chuckled sighed giggled panted",
    third_person="he she they",
    past_ending="ed",
    past="""
        was were had came went stood looked took gave put said bent broke held fell sat rose ran began swept drew brought
        shook let felt got made saw heard left set threw caught kept leant bit swung flung knelt lay
        hung blew flew grew knew woke wrote spoke drove rode shone slid slept spat stuck stole struck swore tore wept wore
        fought sought bought taught thought sang drank sank sprang shot hid fed led fled sped crept dug spun stung
    """,
    of_speech="i you we my your me us",
    endearing="dear yes no well now come here oh",
    honorifics="Mr Mrs Ms Miss Dr Sir Lady Lord Aunt Uncle Captain Master Madam Parson Colonel Sergeant Count",
    called="""
        sir ma'am ma’am madam miss mother mamma mama ma father papa aunt auntie uncle parson doctor captain boy lad lass
        girl sister brother son
    """,
    short_for="mamma:mother mama:mother ma:mother papa:father auntie:aunt ma’am:ma'am",
    called_so="called named name_was name_is",
    self_naming="I_am I'm I’m I_be my_name_is my_name's my_name’s call_me",
)
