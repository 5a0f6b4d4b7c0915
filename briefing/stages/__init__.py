"""The stages, in the order they are called; each is blind to the others and does no I/O.

articles → chunks → drafts → evidence → actors → findings → origins → conflicts → assessment →
timeline → judgements → gaps → ledger → layout
"""
