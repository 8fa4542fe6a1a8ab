"""Names of real companies that a scenario about an invented one might slip into, in Germany or Britain.

Data, and short on purpose: what comes to mind first when one writes about such a company. One line for each branch:
railways and buses, telephone, television and streaming, networks and devices, parcels and flights, shops, banks, cars,
energy, newspapers and broadcasters.
"""

CLEAR = frozenset(
    name.strip()
    for line in """
        Deutsche Bahn, Deutschen Bahn, DB Fernverkehr, DB Regio, DB Navigator, BahnCard, ÖBB, SBB, SNCF
        Westbahn, Trenitalia, Thalys, Eurostar, FlixTrain, FlixBus, Amtrak, LNER, ScotRail, GWR, Great Western Railway
        Avanti West Coast, Thameslink, Abellio, Renfe, BVG, MVG, HVV, Trainline, National Rail, Network Rail, Govia
        National Express, Transdev, Arriva, Stagecoach, TransPennine Express, CrossCountry, Greater Anglia
        Telekom, Telekom_hilft, T-Mobile, Vodafone, Telefónica, Telefonica, O2, 1&1, Congstar, Unitymedia, Swisscom
        TalkTalk, Virgin Media, Plusnet, Openreach, Movistar, Proximus, KPN, Telenor, Verizon, AT&T, Comcast, MagentaTV
        Fritzbox, FRITZ!Box, AVM, Speedport, Giffgaff, Lebara, Aldi Talk, Drillisch, PŸUR, M-net, NetCologne
        DAZN, Netflix, Disney+, Prime Video, Zattoo, Canal+, Paramount+, WaipuTV, Spotify, RTL+, ProSieben, Sat.1, Joyn
        Eurosport, Hulu, Roku, Chromecast
        Twitter, Facebook, Instagram, TikTok, WhatsApp, YouTube, LinkedIn, Snapchat, Bluesky, Mastodon, Reddit, Threema
        Trustpilot, PayPal, Klarna, Microsoft, Samsung, iPhone, iPad, Huawei, Xiaomi, PlayStation, Xbox, Nintendo
        DHL, DPD, FedEx, Deutsche Post, Royal Mail, Evri, Lufthansa, Eurowings, Ryanair, easyJet, British Airways
        Booking.com, Airbnb, Lieferando, Deliveroo, eBay, Zalando, Aldi, Lidl, Rewe, Edeka, Ikea, MediaMarkt
        Media Markt, Kaufland, H&M, Tesco, Sainsbury's, Sainsbury’s, Asda, Waitrose, Argos, John Lewis
        Marks & Spencer, M&S, Commerzbank, Deutsche Bank, Postbank, ING-DiBa, N26, Barclays, HSBC, NatWest, Monzo
        Revolut, Volkswagen, BMW, Porsche, Audi, Opel, Siemens, ADAC, E.ON, EnBW, Vattenfall
        British Gas, Coca-Cola, McDonald's, McDonald’s, Starbucks, Tagesschau, ARD, ZDF, BBC, ITV
        Daily Mail, Bild-Zeitung, Funkwerk
    """.strip().splitlines()
    for name in line.split(",")
)
"""Nothing else is called that. Case does not count."""

DOUBTFUL = frozenset(
    name.strip()
    for line in """
        DB, Sky, Orange, Apple, Amazon, Google, BT, Freenet, Magenta, EE, Saturn, Hermes, Uber, Condor, Metronom
        Mercedes, Tesla, Bosch, Allianz, Sparkasse, Volksbank, Lloyds, Santander, Currys, Guardian, Hilton
        Northern Rail, Southern Rail
    """.strip().splitlines()
    for name in line.split(",")
)
"""These are words or names, too, or parts of others; only a hint, and only where they are written like this."""
