"""Names of real companies that a scenario about an invented one might slip into: railways, telephone, pay TV, networks.

Data, and short on purpose: what comes to mind first when one writes about such a company in Germany or Britain.
"""

CLEAR = frozenset(
    name.strip()
    for line in """
        Deutsche Bahn, Deutschen Bahn, DB Fernverkehr, DB Regio, DB Navigator, BahnCard, ÖBB, SBB, SNCF, Westbahn
        Trenitalia, Thalys, Eurostar, FlixTrain, FlixBus, Amtrak, LNER, ScotRail, GWR, Great Western Railway
        Avanti West Coast, Thameslink, Abellio, Renfe, BVG, MVG, HVV, Trainline
        Telekom, Telekom_hilft, T-Mobile, Vodafone, Telefónica, Telefonica, O2, 1&1, Congstar, Unitymedia, Swisscom
        TalkTalk, Virgin Media, Plusnet, Openreach, Movistar, Proximus, KPN, Telenor, Verizon, AT&T, Comcast, MagentaTV
        DAZN, Netflix, Disney+, Prime Video, Zattoo, Canal+, Paramount+, WaipuTV, Spotify
        Twitter, Facebook, Instagram, TikTok, WhatsApp, YouTube, LinkedIn, Snapchat, Bluesky, Mastodon, Reddit
        Trustpilot, PayPal, eBay, Zalando, Lufthansa, Ryanair, easyJet, DHL, Samsung, iPhone
    """.strip().splitlines()
    for name in line.split(",")
)
"""Nothing else is called that. Case does not count."""

DOUBTFUL = frozenset({"DB", "Sky", "Orange", "Apple", "Amazon", "Google", "BT", "Freenet", "Magenta"})
"""These are words, too, or parts of others; only a hint, and only where they are written like this."""
