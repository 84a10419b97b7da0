"""How Chinese writes a value: figures, money, rates, durations, dates. Facts and claims read them alike."""
