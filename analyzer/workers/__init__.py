"""How many hands: one verb, ``map``, whose results come back in order whatever the engine."""
