"""Small tables for the tests of this folder."""

from pathlib import Path

ENTITIES = """id,name,type,aliases,parent,note
tea,云雾红茶,product,雲霧紅茶|云雾茶,,
mill,青峰茶厂,org,,group,
group,远山集团,org,,,
rival,白石茶庄,org,,,
"""
PREDICATES = """id,label,subject_type,value_type,cardinality,templates,unit,tolerance,note
maker,生产商,product,org,closed,{S}由{V}生产|{V}旗下…{S},,,
since,上市时间,product,date,single,{S}于{V}上市,,,
price,价格,product,number,single,{S}售价{V},元,,
organic,有机,product,boolean,single,{S}是有机茶,,,
"""
FACTS = """id,subject,predicate,value,grade,valid_from,valid_to,source_url,source_title,checked_on,checked_by,note
F001,tea,maker,mill,,,,https://example.org/a,年报,2026-01-02,,
F002,tea,since,2015-05,,,,https://example.org/a,年报,2026-01-02,,
F003,tea,price,80~120,,,,https://example.org/a,年报,2026-01-02,,
F004,tea,organic,true,,,,https://example.org/a,年报,2026-01-02,,
"""
FILES = {"entities.csv": ENTITIES, "predicates.csv": PREDICATES, "facts.csv": FACTS}


def write(folder: Path, **texts: str) -> Path:
    """Write the table to a folder, with other texts for some files (``facts=...``)."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in FILES.items():
        (folder / name).write_text(texts.get(name.removesuffix(".csv"), text), encoding="utf-8", newline="")
    return folder
