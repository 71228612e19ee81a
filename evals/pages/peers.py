"""Reads the saved pages with trafilatura and htmldate, for `npm run eval -- --data DIR --only pages` to score.

    python3 -m venv .peers && .peers/bin/pip install trafilatura==2.0.0 htmldate==1.11.0 lxml_html_clean
    .peers/bin/python evals/pages/peers.py DIR dev > peers.jsonl
    npm run eval -- --data DIR --only pages --peers peers.jsonl

Each reader has its own settings, and is given the page's bytes and its address, as Onrecord is.
"""

import gzip
import json
import sys
from pathlib import Path

import htmldate
import trafilatura


def main() -> None:
    data, split = sys.argv[1:3]
    folder = Path(data) / "pages"
    with open(folder / f"gold.{split}.jsonl", encoding="utf-8") as lines:
        for line in lines:
            page = json.loads(line)
            html = gzip.decompress((folder / page["file"]).read_bytes())
            told = {"file": page["file"], "text": "", "headline": None, "published": None, "byline": None}
            print(json.dumps({"reader": "trafilatura", **told, **by_trafilatura(html, page["url"])}))
            print(json.dumps({"reader": "htmldate", **told, **by_htmldate(html, page["url"])}))


def by_trafilatura(html: bytes, url: str) -> dict:
    try:
        found = trafilatura.bare_extraction(html, url=url, with_metadata=True)
    except Exception:  # Whatever breaks it, it gives nothing of the page.
        return {}
    if found is None:
        return {}
    return {"text": found.text or "", "headline": found.title, "published": found.date, "byline": found.author}


def by_htmldate(html: bytes, url: str) -> dict:
    try:
        return {"published": htmldate.find_date(html, url=url, original_date=True)}
    except Exception:
        return {}


main()
