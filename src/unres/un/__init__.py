"""What the United Nations are, as data with one grammar: organs, sessions, what numbers can be, document symbols.

Nothing here knows of documents, languages or models. Inside, organs go by the values of :class:`unres.un.organs.Organ`.
"""
