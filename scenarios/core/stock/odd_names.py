"""Names that Faker knows and nobody would believe in a customer: garbled entries, jokes, burdened ones. Data.

What has a blank, a dot or a comma in it is two entries in one, or cut off. Left out on the safe side are surnames
that go with one sex only, since the two halves of a name are drawn each for itself.
"""

_ODD = frozenset(
    ("Adolf", "Adolfine", "Baldur", "Dagobert", "Eitel", "Erdmute", "Gotthilf", "Gotthold", "Gottlieb",
     "Gottlob", "Gretchen", "Hannchen", "Kreszentia", "Kreszenz", "Kriemhild", "Kunigunda", "Kunigunde",
     "Lieschen", "Mariechen", "Notburga", "Traugott", "Beer", "Bärer", "Bien", "Biggen", "Bolnbach", "Bonbach",
     "Butte", "Ditschlerin", "Dowerg", "Drub", "Drubin", "Eigenwillig", "Eimer", "Flantz", "Gnatz", "Gunpf",
     "Gute", "Hande", "Hethur", "Heydrich", "Hölzenbecher", "Huhn", "Jungfer", "Junck", "Juncken", "Junk",
     "Junken", "Karge", "Killer", "Klotz", "Kostolzin", "Kusch", "Ladeck", "Langern", "Losekann", "Mies",
     "Misicher", "Möchlichen", "Mude", "Naser", "Nette", "Nohlmans", "Putz", "Ring", "Roht", "Rörricht",
     "Roskoth", "Salz", "Säuberlich", "Schottin", "Schwital", "Sölzer", "Speer", "Stiffel", "Striebitz",
     "Stroh", "Stumpf", "Süßebier", "Thanel", "Tintzmann", "Tlustek", "Trub", "Trubin", "Trüb", "Warmer",
     "Wesack", "Zänker", "Zirme", "Begum", "Bibi", "Kaur")
)  # fmt: skip


def is_odd(name: str) -> bool:
    """Whether a first name or a surname had better be drawn again."""
    return name in _ODD or not name.replace("-", "").replace("'", "").isalpha()
