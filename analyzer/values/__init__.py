"""How Chinese writes a value: figures, money, rates, durations, dates. Facts and claims read them alike."""

from analyzer.values.dates import DateMention, dates, read_date
from analyzer.values.places import level
from analyzer.values.quantities import Figure, figures, quantity, read_quantity

__all__ = ["DateMention", "Figure", "dates", "figures", "level", "quantity", "read_date", "read_quantity"]
