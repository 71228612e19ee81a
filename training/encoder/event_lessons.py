"""What is learnt of announced events, and what is reached on the reports of hands that are held out."""

import json
import os
from types import SimpleNamespace

import numpy as np
import torch
import torch.nn.functional as F

import batch as B
from events import DATES, PARTS, STATUSES, Events

SHARE = 0.2


def read(work):
    """The reports that ../events/prepare.ts left, or none."""
    if not os.path.exists(f"{work}/events.jsonl"):
        return []
    with open(f"{work}/events.jsonl", encoding="utf-8") as file:
        reports = [json.loads(line) for line in file]
    for window in (window for report in reports for window in report["windows"]):
        window.update({name: np.array(window[name], np.int32) for name in ("ids", "shapes", "marks", "heads")})
        window["stretches"] = [[0, len(window["heads"])]]
    return reports


def encode(model, reports):
    """Gives each report the vectors of its words."""
    vectors = model.encode(B.batch([window for report in reports for window in report["windows"]]))
    sizes = [len(report["words"]) for report in reports]
    for report, own in zip(reports, vectors.split(sizes)):
        report["vectors"] = own


def questions(asked):
    """Questions [(report, spans of its event)] as packed words: where each stands to the words that name the event."""
    asked = sorted(asked, key=lambda one: -len(one[0]["words"]))
    of = SimpleNamespace(asked=asked, count=len(asked))
    lengths = [len(report["words"]) for report, _ in asked]
    of.at, of.size, of.mask = B.packed(lengths)
    of.bias = B.bias(of.mask)
    parts = {name: [] for name in ("question", "mention", "far", "sentence", "timed")}
    for number, (report, spans) in enumerate(asked):
        places = np.arange(lengths[number])
        far = np.full(len(places), 10_000)
        for first, last in spans:
            far = np.minimum(far, np.where(places < first, first - places, np.where(places >= last, places - last + 1, 0)))
        sentences = np.array(report["sentences"])
        own = np.unique(sentences[far == 0])
        steps = sentences[:, None] - own[None]
        nearest = steps[places, np.abs(steps).argmin(1)]
        timed = np.zeros(len(places), np.int64)
        for one in report["times"]:
            timed[slice(*one["words"])] = 1
        parts["question"].append(np.full(len(places), number))
        parts["mention"].append(far == 0)
        parts["far"].append(np.minimum(9, np.searchsorted([1, 2, 3, 5, 8, 14, 25, 45, 80], far, side="right")))
        parts["sentence"].append(np.clip(nearest, -3, 3) + 3)
        parts["timed"].append(timed)
    for name, arrays in parts.items():
        setattr(of, name, torch.from_numpy(np.concatenate(arrays).astype(np.int64)))
    of.starts = np.cumsum([0, *lengths])
    of.words = torch.cat([report["vectors"] for report, _ in asked])
    return of


def name_labels(report):
    labels = np.zeros(len(report["words"]), np.int64)
    for first, last in sorted((span for event in report["events"] for span in event["names"]), key=lambda one: one[0] - one[1]):
        labels[first:last] = 2
        labels[first] = 1
    return labels


def padded(reports):
    reports = sorted(reports, key=lambda one: -len(one["words"]))
    at, size, mask = B.packed([len(one["words"]) for one in reports])
    return reports, at, size, mask


def chain_scores(net, reports, share=0.0):
    reports, at, size, mask = padded(reports)
    scores = net.name_scores(torch.cat([one["vectors"] for one in reports]), share)
    return reports, scores.new_zeros(size[0] * size[1], 3).index_copy(0, at, scores).view(*size, 3), mask, at, size


def losses(net, reports, rng):
    found = {}
    order, scores, mask, at, size = chain_scores(net, reports, SHARE)
    gold = np.zeros(size[0] * size[1], np.int64)
    gold[at.numpy()] = np.concatenate([name_labels(one) for one in order])
    gold = torch.from_numpy(gold.reshape(size))
    found["names"] = net.name_chain.loss(scores, gold, mask).sum() / len(reports) / 4
    asked = []
    for report in reports:
        for event in report["events"]:
            spans = event["names"]
            if len(spans) > 1 and rng.random() < 0.3:
                spans = rng.sample(spans, rng.randint(1, len(spans)))
            asked.append((report, spans, event))
    of = questions([(report, spans) for report, spans, _ in asked])
    by = {(id(report), id(spans)): event for report, spans, event in asked}
    dates, parts, status = net.ask(of.words, of, SHARE)
    date_gold, date_words, part_gold, part_known, statuses = [], [], [], [], []
    for number, (report, spans) in enumerate(of.asked):
        event = by[id(report), id(spans)]
        start = of.starts[number]
        for one in report["dates"]:
            role = one["role"] if one["event"] in (None, event["number"]) else "other"
            for word in range(*one["words"]):
                date_words.append(start + word)
                date_gold.append(DATES.index(role))
        labels = np.zeros((len(report["words"]), 2), np.float32)
        known = np.ones((len(report["words"]), 2), np.float32)
        if not report["marksWho"]:
            known[:, 1] = 0
            if not event["place"]:
                known[:, 0] = 0.3
        for index, name in enumerate(PARTS):
            for first, last in event[name]:
                labels[first:last, index] = 1
        part_gold.append(labels)
        part_known.append(known)
        statuses.append(STATUSES.index(event["status"]))
    if date_words:
        found["date"] = F.cross_entropy(dates[date_words].float(), torch.tensor(date_gold))
    part_gold, part_known = (torch.from_numpy(np.concatenate(one)) for one in (part_gold, part_known))
    found["part"] = 6 * (F.binary_cross_entropy_with_logits(parts.float(), part_gold, reduction="none") * part_known).mean()
    found["status"] = F.cross_entropy(status.float(), torch.tensor(statuses), label_smoothing=0.05)
    pairs = pairs_in(reports)
    if pairs is not None:
        a, b, same, gold = pairs
        found["pair"] = 0.3 * F.binary_cross_entropy_with_logits(net.pair_scores(a, b, same), gold)
    return found


def pairs_in(reports):
    rows = []
    for report in reports:
        mentions = [(span, event["number"]) for event in report["events"] for span in event["names"]]
        for at, (one, event) in enumerate(mentions):
            for two, other in mentions[:at]:
                rows.append((*pair_of(report, two, one), float(event == other)))
    if not rows:
        return None
    a, b, same, gold = zip(*rows)
    return torch.stack(a), torch.stack(b), torch.tensor(same), torch.tensor(gold)


def pair_of(report, one, two):
    mean = lambda span: report["vectors"][span[0] : span[1]].mean(0)
    word = lambda span: report["words"][span[1] - 1].lower().rstrip("s")
    same = [float(word(one) == word(two)), float(report["sentences"][one[0]] == report["sentences"][two[0]])]
    return mean(one), mean(two), same


def over(a, b):
    return a[0] < b[1] and b[0] < a[1]


@torch.no_grad()
def measure(model, net, reports):
    net.eval()
    count = dict.fromkeys(("events", "found", "names", "right", "status", "when", "both", "given status", "given when", "given both", "dates", "dates right", "pairs", "pairs right", "place", "places"), 0)
    for report in reports:
        encode(model, [report])
        _, scores, mask, _, _ = chain_scores(net, [report])
        labels = net.name_chain.best(scores, mask)[0].tolist()
        spans, begun = [], None
        for at, label in enumerate([*labels, 0]):
            if begun is not None and label != 2:
                spans.append([begun, at])
                begun = None
            if label == 1:
                begun = at
        gold = [span for event in report["events"] for span in event["names"]]
        count["names"] += len(spans)
        count["right"] += sum(any(over(span, one) for one in gold) for span in spans)
        pairs = pairs_in([report])
        if pairs is not None:
            hit = (net.pair_scores(*pairs[:3]) > 0).float() == pairs[3]
            count["pairs"] += len(hit)
            count["pairs right"] += int(hit.sum())
        for event in report["events"]:
            count["events"] += 1
            own = [span for span in spans if any(over(span, one) for one in event["names"])]
            count["found"] += bool(own)
            for kind, asked in (("", own), ("given ", event["names"])):
                if not asked:
                    continue
                of = questions([(report, asked)])
                dates, parts, status = net.ask(of.words, of)
                dates = dates.float().softmax(1)
                told = STATUSES[status[0].argmax()]
                best = None
                for one in report["times"]:
                    sure = dates[slice(*one["words"])].mean(0)
                    if sure.argmax() == 1 and (best is None or sure[1] > best[0]):
                        best = (sure[1], one["words"])
                off = told in ("postponed", "cancelled")
                current = [one["words"] for one in report["dates"] if one["role"] == "current" and one["event"] == event["number"]]
                if off or best is None:
                    right = event["when"] is None
                else:
                    right = event["when"] is not None and any(over(best[1], words) for words in current)
                count[f"{kind}when"] += right
                count[f"{kind}status"] += told == event["status"]
                count[f"{kind}both"] += right and told == event["status"]
                if kind:
                    for one in report["dates"]:
                        role = one["role"] if one["event"] in (None, event["number"]) else "other"
                        count["dates"] += 1
                        count["dates right"] += DATES[dates[slice(*one["words"])].mean(0).argmax()] == role
                    if event["place"]:
                        count["places"] += 1
                        score, at = parts[:, 0].max(0)
                        count["place"] += any(first <= int(at) < last for first, last in event["place"])
    share = lambda part, whole: round(100 * part / max(1, whole), 1)
    told = {name: share(count[name], count["events"]) for name in ("found", "when", "status", "both", "given when", "given status", "given both")}
    return told | {
        "names precision": share(count["right"], count["names"]),
        "names a report": round(count["names"] / max(1, len(reports)), 2),
        "dates": share(count["dates right"], count["dates"]),
        "pairs": share(count["pairs right"], count["pairs"]),
        "place": share(count["place"], count["places"]),
    }
