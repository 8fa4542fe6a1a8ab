"""Words that stand where names stand, lower case, German and English."""

_NO_NAMES = """
    a aber abfahrt abo about advisor after again agent all alle alles also am amazon an and angry ankunft annoyed any
    anyone app apple are at auch auf aus bahn because been before begeistert bei best bestellung besten bg bis both
    brother bus but by can chef chefin colleague company could customer customer-service customers da dabei danke dann
    das dass db december dein deine dem den denke denn der des deutsche deutschland dezember did die dienstag dies
    dieser dir direkt dm do doch doctor does done donnerstag dr driver du dude during e-mail eben echt eigentlich ein
    eine einen einmal email england english enttäuscht er erst es euch euer eure euro ever every everybody everyone
    facebook fahrer fahrerin familie family februar february fed fertig folks for frau freitag friday friend friends
    froh fräulein für ganz gar genau genervt gerade german germany gern gespannt get gibt glück going good google got
    great guck guys hab habe haben had hallo happy has hat have her here herr herrn hey hi hier his hotline how
    however hätte i i'd i'm i've ich ich-bin id if ihnen ihr im immer in insta instagram internet inzwischen is ist it
    it's its ja januar january jetzt juli july juni just kann kauf kaum kein keine keiner kollege kollegen kollegin
    kommt konto kunde kunden kundendienst kundenservice kundin können könnt lange langsam last late later left lehrer
    leider leitung let let's lets leute lg liebe lieber liebes like live long looking los ma'am madam mail man manager
    march mastodon mate me mehr mein meine meinem meinen meiner mfg mich mir miss mit mitarbeiter mitarbeiterin
    mittwoch monday montag more most mr mrs ms much mx my märz nach name nein neu new next nicht nie nix no noch not
    nothing november now nun nur nurse nutzer ob october oder of off ok okay oktober on one online only or other our
    out over own paket passenger passiert pendler per please pn prof raus re really rechnung rein rentner right router
    same samstag saturday schon sehr seid sein seine seit selbst september server service shall should sich sicher sie
    signed since sind sir sms so some somebody someone something sonntag sonst sorry still stuck student sunday
    support sure tag team techniker termin thank thanks that the their them then there these they this those though
    thursday ticket today tomorrow tonight trotzdem tuesday twitter uber uhr uk um und unfortunately uns unser
    unterwegs until up usa use vertrag very vg viele vielen vielleicht vom von vor vorgang wait waiting wann war warum
    was we website weder wednesday weg weil weiter well welt wenn wer were what whatsapp when where which who why wie
    wieder wieso wir wird with without wo wollte work working worst would wrong wäre wütend yes yesterday yet you your
    zu zug zum zur zusammen zwei nee nö naja
"""
_NO_SPEAKERS = """
    adviser advisors agents answer assistant bahnhof berater beraterin betreiber call chatbot chef computer
    conductor crew
    desk die doktor driver dude email engineer engineers everyone expert experts fahrgäste filiale firma freunde
    gesellschaft
    grüße grüßen guide he
    hermes jemand journalist kinder konzern kundenbetreuung leitstelle letter lokführer man management
    manager mann menschen message mieter mieterin monteur mum mutter nachbar nachbarn neighbour neue nichts niemand
    nobody
    operator others parents people person personal police polizei post presse recht rep representative reply rückruf
    schaffner schaffnerin security she society staff technician they those trainer vater verkäufer verkäuferin
    vertreter vermieter who world zentrale zusteller dhl dpd gls ups paypal google apple ebay evri hotline lads mate pal
    laut gruß tochter sohn schwester oma opa kind ihre ihrem ihren ihrer ihres unsere unserem unseren unserer eurem
    euren eurer
    deinem deiner seinem seinen seiner meines auskunft aussage anzeige info infos ansage durchsage schreiben angabe
    angaben
    meldung geduld guten morgen abend problem tel fon mobil telefon handy flat gesendet wifi today yesterday tomorrow
    that what where there how out not error fehler airport station street road hauptbahnhof bahnhof flughafen
    does she this that einer eines jeder
    guys bye alles zurück alle allerseits zusammen allen nochmal folks chaps
"""
"""Who speaks, writes and promises without being anybody."""

NO_NAMES = frozenset((*_NO_NAMES.split(), *_NO_SPEAKERS.split()))
"""After a greeting or thanks, these are no names."""

_AMBIGUOUS = """
    back beste blick blum brett buch double fair fall falls felder ging jokes kenn klima mach milky pat porto put
    raus rauch sauber schlager
    senden soll statt tafel tage
    abbott adler alexa alt amber anders angel april arch archer art ashley asia august austin autumn avery bach baker
    ball banks barber barker bass bauer baum baumann bean bear beard beer bell berg berry best bien bill birch bird
    bishop black blackburn bock bolton bond bonnie booker booth bradford branch brandt braun brewer bridges briggs
    bright bristol brook brooks brown browning bruce bruder buck bull burger burns busch bush butcher butler bäcker
    bär candy cannon carlisle carol carpenter carr carter case cash chambers chance chandler chapman charity chase
    chelsea cherry chester china christian church clay cliff coffey cole college cook cooper cord cox crane cross
    crystal curry curtis dale dallas dan darin dawn day dean delta denk denver destiny don downs drew duke dunn durham
    dwight earl early east eaton eve edit eimer eitel else engel english erdogan ernst faith farmer faust field fields
    finch fischer fisher fleck florence flowers ford foster fowler fox france francis frank franken freitag french
    frisch fritz frost fry fröhlich fuchs fuller förster gamble garner gates gay gene georgia german gieß gill glass
    glenn glover glück golden good gotthard gottlieb grace graf grant graves gray green gross groß grüner gude gut
    gute guy haase hacker hahn hall hand hande hannover hardy harm harmony hart hase hayward heath heather heide heim
    held hell henry herbst hering herr hess hesse hill hilton holder holland holly holt hood hope horn hotel house
    houston howe hudson huff huhn hunt hunter hut israel ivy jack jade jane jewel jo job jordan joy joyce june jung
    junge junk jäger kaiser kay keller kellner kent kern key kid kidd killer kim king kirk klapp klein klotz kläre
    knapp knappe knight koch kohl kohle kopf kraft kranz kraus krebs krieg kuhl kurz könig lake lamb lana lane lang
    lange langer laura law le leach lean lee leon li lieb liebe light lily lincoln linde linke list little lloyd
    london long lord lots love lucky luna lynch löwe mai major mall malte man mangold mann manning mans march margraf
    mark marks mars marsh mason may mayo meadows mehl meister melody mercedes messer metz metzger mies milan miles
    miller mills milton mohr mond montag moody moon morgen morrow moss mut mutter mühle nada nette neu north novak
    ochs olive opal orlando orr osten otter otto pace page paris park parker parks pat patience payer payne pearl peck
    penny per pero perry petty pfeffer pfeifer pfeil pfleger pilot pitts poole pope porter post potter power powers
    pratt preston price prince pruitt putz rain rath ray read reed reich reiner reis rest rice rich richter ring
    ritter rivers robin rock rose ruby ruf ruhe rush rust rusty sad sage sager salz sam sand sandy sauer savage sawyer
    scharf schatz scheibe schenk schmied schneider schuh schuster schwan schwarz schäfer schön schüler seal sellers
    senf serena server sharp shell shepherd shields short siegel sierra simple singer skinner sky small smart smith
    snow sommer sonne sonntag sparks spears speer spence spieß spring stanley star stark stein sterling stern steuer
    stock stoll stolz stolze stone storey storm story stout stroh strong stumpf sturm sue summer summers sunny swift
    sydney tag tanner tate tea teufel theres tiger till townsend trapp troy trupp trüb underwood valencia van vance
    via vienna villa violet virginia vogel wade wahl wald wall walls ward ware warmer washington waters watts weeks
    weiher weiss weiß welch wells wende west wheeler white wild will winter winters wirth wise wolf wolfe wolle wood
    woods wunder york young zahn zimmer zucker
"""
_TITLED_WORDS = """
    april august best februar freitag friday glück good gut januar january juli juni lange lieb liebe long looking mann
    march monday montag mutter neu neue post recht samstag saturday sonntag sunday thursday tuesday vater weil welt
"""
TITLED_WORDS = frozenset(_TITLED_WORDS.split())
"""After *Herr* or *Mrs* these are names."""

AMBIGUOUS = frozenset(_AMBIGUOUS.split()) | TITLED_WORDS
"""Names that are words, places or brands as well: replaced where something else shows them to be names."""
