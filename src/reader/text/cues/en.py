"""English."""

from __future__ import annotations

from reader.text.cues.en_fiction import FICTION
from reader.text.cues.table import Cues

CUES = Cues(
    language="en",
    fiction=FICTION,
    verbs="""
        said says say saying added adds adding told tells telling asked asks asking replied replies replying
        answered answers wrote writes writing tweeted tweets posted posts stated states stating announced announces
        announcing declared declares declaring explained explains explaining insisted insists insisting
        argued argues arguing claimed claims claiming warned warns warning admitted admits admitting
        confirmed confirms confirming denied denies noted notes noting commented remarked observed observes
        recalled recalls recalling remembered remembers reported reports suggested suggests stressed stresses
        emphasised emphasized emphasises emphasizes urged urges urging complained complains conceded concedes
        acknowledged acknowledges concluded concludes continued continues predicted predicts promised
        promises pledged pledges vowed vows testified testifies ruled rules maintained maintains
        contended contends responded responds responding countered retorted quipped joked jokes jested
        pointed_out points_out pointing_out went_on goes_on read reads reading cautioned cautions
        lamented laments reiterated repeated repeats revealed reveals disclosed exclaimed cried shouted shouts
        yelled screamed whispered muttered murmured mumbled called_out calls_out inquired enquired
        demanded rejoined put_it puts_it quoted_as_saying was_quoted_as_saying were_quoted_as_saying
        believes believed thinks thought hopes hoped feels felt fears feared estimated estimates
        agreed agrees agreeing praised praises praising criticised criticized accused accuses condemned
        condemns welcomed welcomes informed advised assured reassured recounted related expressed
        ordered commanded begged pleaded pleads stammered gasped groaned growled grumbled snapped sneered
        written tweeting blogged penned elaborated chimed_in interjected interrupted protested boasted
        concurred opined reasoned mused wondered wonders reflected declaimed proclaimed thundered
        sang chanted chants chanting texted emailed messaged summed_up sums_up described_how hailed
        captioned titled intoned ejaculated faltered hinted specified clarified alleged alleges alleging
        write argue insist warn believe think agree explain complain suggest acknowledge deny recall
        invited invites reckons reckoned opines
        swore spoke had_to_say has_to_say told_reporters_that signalled signaled indicated underlined underscored
    """,
    manners="""
        shares shared comments remarks enthuses enthused confides confided confessed confesses deadpans deadpanned
        hit_out hits_out gushed fumed rued muses
        returned laughed smiled sighed nodded grinned began begins finished resumed persisted pursued sobbed wailed roared bellowed
        bawled hissed breathed panted chuckled giggled moaned drawled grunted barked ventured
        volunteered offered proposed prompted echoed assented objected teased scoffed
        shrugged frowned croaked squeaked shrieked purred burst_out broke_in broke_out put_in struck_in
        threw_in cut_in blurted shot_back fired_back
    """,
    continuing="added adds continued continues went_on goes_on concluded",
    describing="""
        called calls calling described describes describing dubbed labelled labeled branded characterised
        characterized denounced dismissed dismisses dismissing decried slammed blasted rejected rejects
        defended blamed accusing criticising criticizing condemning ridiculed derided likened
        termed deemed considered considers spoke_of speaks_of speaking_of talked_of complained_of warned_of
        apologised apologized apologises thanked thanks thanking vowing found finds
    """,
    sources="""according_to in_the_words_of as_per in_the_opinion_of in_the_view_of in_the_eyes_of
        per""",
    presenting="is was are were stands stood sits sat lives lived comes came",
    determiners="""
        the a an his her their its our my your this these those one another some many most several
        both all each every no any two three four five six seven eight nine ten other
    """,
    articles="the a an his her their its our my your no every",
    linking="of for at from in with to on behind by near inside outside",
    opening="""
        in on at by for from with after before during since until when while as if although though because
        asked speaking writing addressing responding reacting referring according under over amid
        following despite without within about against between through to into upon because_of where via
        once whereas unless even and but or so yet then than what why how that whether among
    """,
    fillers="""
        has have had also later then recently previously once again still now even just never always
        often today yesterday earlier first further would will could may might did does do is was were
        been be being has_been can heard himself herself themselves itself only simply merely too
        monday tuesday wednesday thursday friday saturday sunday on
    """,
    relatives="who which whose whom where that",
    somebody="one another others some many",
    he="he him",
    she="she her",
    they="they them we it",
    first_person="i we",
    adverb_ending="ly",
    no_adverbs="""
        elderly lovely kindly friendly lonely ugly silly jolly burly surly homely sickly early holy family lively
        unfriendly daily weekly monthly
    """,
    participle_ending="ing",
    inverted_pronouns="he she I they we",
    officials="""
        agency office department ministry bureau authority commission watchdog regulator service board body inspectorate
        administration
    """,
    companies="""
        company group firm business corporation bank airline retailer manufacturer operator developer carrier chain
        startup start-up supermarket utility insurer lender carmaker publisher broadcaster brewery label platform giant
        studio supplier shipbuilder contractor restaurant newspaper paper magazine website service network
    """,
    societies="""
        group charity organisation organization union club association society foundation trust network alliance
        campaign coalition team federation ngo body party band orchestra choir movement church collective cooperative
        co-operative nonprofit non-profit
    """,
    no_verb_before="tank tanks",
    passive_before="be been being was were is are get gets got",
    no_verb_after="the a an his her their its our my your to of these those no any",
    titles_of_men="mr mister master sir lord king prince pope monsieur herr father brother uncle baron count duke mr. monsignor",
    titles_of_women="mrs ms miss mx lady dame queen princess madame madam sister aunt mrs. ms. baroness countess duchess mum mother",
    titles="""
        dr dr. prof prof. professor councillor cllr cllr. councilman councilwoman sen sen. senator rep rep.
        representative gov gov. governor president vice chancellor minister secretary judge justice chief executive
        captain capt capt. colonel col. general gen. gen major maj. sergeant sgt sgt. sgt lieutenant lt lt. corporal inspector
        detective superintendent constable officer commissioner mayor deputy bishop archbishop cardinal
        rabbi imam reverend rev rev. coach ambassador attorney prosecutor chairman chairwoman chair director
        sheriff admiral commander speaker premier prime mp msp acting former doctor parson squire lieutenant-general
    """,
    men="""man men boy father son brother husband uncle grandfather spokesman chairman businessman policeman fireman fisherman king prince gentleman lad fellow
        parson clergyman landlord coachman cabman butler footman vicar rector curate squire knight schoolmaster postman monk nephew grandson
        cowboy youth stripling schoolboy chap waggoner""",
    women="""woman women girl mother daughter sister wife aunt grandmother spokeswoman chairwoman businesswoman policewoman actress queen princess lady widow nun housewife
        maid maiden matron dame landlady governess housekeeper schoolmistress schoolgirl waitress niece granddaughter lass
        """,
    roles="""
        spokesperson spokespeople minister mayor president chancellor secretary governor senator judge lawyer
        prosecutor officer officers official officials leader leaders director chief head chair manager
        coach player captain doctor doctors nurse nurses teacher teachers professor researcher researchers
        scientist scientists expert experts analyst analysts author authors writer editor reporter reporters
        journalist witness witnesses resident residents neighbour neighbours neighbor neighbors
        islanders villagers farmer farmers student students parent parents critic critics activist
        activists campaigner campaigners protester protesters protesters driver owner founder
        councillor councillors commissioner ambassador economist economists engineer engineers
        inspector detective sergeant colonel general captain trustee treasurer candidate artist singer
        actor musician curator archaeologist historian biologist ecologist investigators
        speaker source sources aide aides adviser advisers representative representatives
        defendant victim survivor survivors bishop priest vicar
        patient patients vet vets lawmaker lawmakers mp mps visitor visitors worker workers volunteer volunteers attorney juror jurors supporters
        fan fans people person someone somebody colleague colleagues friend friends neighbour
        child children tourist tourists customer customers passenger passengers commander skipper
        twins sisters brothers sibling siblings shopkeeper newsagent guards crew pupils
        painter clerk merchant tutor shepherd miller blacksmith carpenter gardener cook hunter scout traveller traveler
        cousin companion comrade guest prospector innkeeper gatekeeper
        stranger servant master captain host hostess sailor soldier soldiers youth
    """,
    callings="""
        actor actress singer star comedian author writer novelist rapper musician presenter striker midfielder defender
        goalkeeper keeper winger forward batsman bowler sprinter champion veteran artist filmmaker playwright poet chef
        designer entrepreneur billionaire tycoon academic cyclist golfer boxer racer quarterback newcomer youngster
        teenager pensioner grandmother grandfather widow frenchman dutchman irishman welshman englishman scot spaniard
        songwriter drummer guitarist cellist pianist violinist conductor composer
    """,
    documents="sign letter report statement memo message email note filing website document post study paper banner poster complaint lawsuit ruling",
    groups="""
        council company group organisation organization charity club union agency ministry department
        government party association institute university college school court committee commission
        board authority police guard force federation foundation trust society network alliance bank firm
        hospital team museum church office bureau campaign coalition corporation service paper newspaper
        magazine ngo watchdog regulator developer operator airline retailer manufacturer tribunal parliament
        inspectorate business carrier chain startup start-up supermarket utility insurer lender carmaker publisher
        broadcaster brewery label studio supplier shipbuilder restaurant band orchestra choir collective cooperative
        nonprofit inquiry panel jury
    """,
    addressing="told tells telling informed assured reassured advised",
    times="month week year day morning evening night afternoon time moment today hour weekend season summer spring",
    works="""
        song songs album albums film films movie book books novel novels play poem essay series single track
        show programme program episode painting exhibition magazine newspaper article story titled
        entitled called named word words term terms phrase expression known nicknamed so-called dubbed
        hit ballad tune anthem opera musical documentary comedy drama podcast game video headline
        heading motto slogan nickname name pronounced spelled alias starring
    """,
    not_names="""
        the a an in on at by for from with after before during since until when while as if although
        though because and but or so yet then than he she it they we i you his her their its our my your
        this that these those there here what why how where who which not no yes all some many most
        several both each every one two three another other meanwhile however also still later
        earlier yesterday today tomorrow monday tuesday wednesday thursday friday saturday sunday
        january february march april may june july august september october november december
        speaking asked according under over amid following despite without within about against
        between last next now once only even just perhaps indeed instead finally first second such
        said says saying added asking told writing wrote to of be is was were are has had have did do
        does will would could should can may might must if unless whether nor either neither
        oh well ah let come go look see q a photo image source updated published read more
        famously previously similarly finally recently clearly importantly interestingly sadly luckily unfortunately
        fortunately apparently reportedly allegedly surprisingly privately publicly ultimately eventually initially
        originally additionally separately crucially notably naturally obviously certainly possibly probably
        suddenly normally usually generally officially formally directly briefly shortly lately nearly especially
        particularly sometimes often always never moreover furthermore nevertheless nonetheless therefore thus hence
        maybe yet like me afar
        afterwards nobody somebody everyone everybody nothing something elsewhere
    """,
)
