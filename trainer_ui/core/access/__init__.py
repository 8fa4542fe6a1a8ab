"""Who may do what to which object, declared: `rights` says who, `ways` by which page, command or file.

Nothing here lets anybody in: services and queries do. The tables say what these are to do; tests/access asks every way
as everybody and holds the answers to them, and what people read about who sees what is written from them.
"""
