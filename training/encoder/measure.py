"""What a model reaches on dev while it is fitted: exact spans by words. The figures that count are report.py's."""

import torch

import batch as B
from model import CUE, NAME, ROLE

_read = {}


def windows(work, name):
    if (work, name) not in _read:
        _read[work, name] = B.read(f"{work}/{name}.jsonl")
    return _read[work, name]


def spans(labels, names):
    """BIO labels as (name, first, last)."""
    found, current = set(), None
    for at, number in enumerate([*labels, 0]):
        label = names[number]
        if current and not (label[0] == "I" and label[2:] == current[0]):
            found.add((current[0], current[1], at))
            current = None
        if label[0] == "B":
            current = (label[2:], at)
    return found


def f1(right, found, gold):
    return round(200 * right / max(1, found + gold), 1)


@torch.no_grad()
def measure(model, work, relations):
    reached = {**attributions(model, windows(work, "dev"))}
    reached["names"] = names(model, windows(work, "gum-news"))
    for part in ("gum-dev", "gum-news"):
        reached[f"{part} trees"] = trees(model, windows(work, part), relations)
    return reached


def attributions(model, some):
    """Exact spans of cues, and of roles for cues that were found right, against the first annotator."""
    counts = {name: [0, 0, 0] for name in ("cue", "nested", "source", "content", "all of it")}

    def add(name, found, gold):
        own = counts[name]
        own[0] += len(found & gold)
        own[1] += len(found)
        own[2] += len(gold)

    for numbered in B.batches(some, 4096):
        chosen = [some[number] for number in numbered]
        made = B.batch(chosen)
        with torch.autocast("cpu", torch.bfloat16):
            words = model.encode(made)
            scores = model.chain_scores(model.cue, words, made)
            nested = model.chain_scores(model.nested, words, made)
        add("nested", cues(model.nested_chain, nested, made), gold_of(chosen, lambda window: window["nested"] or []))
        labels = model.cue_chain.best(scores, made.stretch_mask).numpy()
        found = []
        for number, (row, first, last) in enumerate(made.stretches):
            stretch = chosen[row]["stretches"].index([first, last])
            for _, begin, end in sorted(spans(labels[number, : last - first], CUE)):
                found.append((row, {"cue": [first + begin, first + end], "stretch": stretch}))
        gold = {(row, *cue["cue"]): cue for row, window in enumerate(chosen) for cue in (window["cues"] or [[]])[0]}
        add("cue", {(row, *cue["cue"]) for row, cue in found}, set(gold))
        made_of = {"source": set(), "content": set(), "all of it": set()}
        asked = B.asked(made, found)
        if asked is not None:
            with torch.autocast("cpu", torch.bfloat16):
                scores = model.role_scores(words, asked)
            labels = model.role_chain.best(scores, asked.mask).numpy()
            for number, (row, cue) in enumerate(asked.cues):
                first, last = chosen[row]["stretches"][cue["stretch"]]
                put(made_of, row, cue, spans(labels[number, : last - first], ROLE))
        right = {"source": set(), "content": set(), "all of it": set()}
        for (row, *_), cue in gold.items():
            put(right, row, cue, spans(cue["labels"], ROLE))
        for name in right:
            add(name, made_of[name], right[name])
    return {name: f1(*own) for name, own in counts.items()}


def cues(chain, scores, made):
    """The cues that a chain finds: (row of the window, first word, last word)."""
    labels = chain.best(scores, made.stretch_mask).numpy()
    return {
        (row, first + begin, first + end)
        for number, (row, first, last) in enumerate(made.stretches)
        for _, begin, end in spans(labels[number, : last - first], CUE)
    }


def gold_of(chosen, some):
    return {(row, *cue["cue"]) for row, window in enumerate(chosen) for cue in some(window)}


def put(into, row, cue, found):
    for role, first, last in found:
        into[role].add((row, cue["stretch"], first, last))
    into["all of it"].add((row, *cue["cue"], frozenset(found)))


def names(model, some):
    right = found = gold = 0
    for numbered in B.batches(some, 4096):
        chosen = [some[number] for number in numbered]
        made = B.batch(chosen)
        with torch.autocast("cpu", torch.bfloat16):
            scores = model.chain_scores(model.name, model.encode(made), made)
        labels = model.name_chain.best(scores, made.stretch_mask).numpy()
        for number, (row, first, last) in enumerate(made.stretches):
            own, wanted = spans(labels[number, : last - first], NAME), spans(chosen[row]["names"][first:last], NAME)
            right, found, gold = right + len(own & wanted), found + len(own), gold + len(wanted)
    return f1(right, found, gold)


def trees(model, some, relations):
    """Unlabelled and labelled attachment, and parts of speech, by the best head of each word alone."""
    numbers = {relation: number for number, relation in enumerate(relations)}
    right = [0, 0, 0]
    total = 0
    for numbered in B.batches(some, 4096):
        chosen = [some[number] for number in numbered]
        made = B.batch(chosen)
        heads, labels, parts = B.trees(made, numbers)
        with torch.autocast("cpu", torch.bfloat16):
            words = model.encode(made)
            count, longest = made.stretch_size
            padded = words.new_zeros(count * longest, words.shape[1]).index_copy(0, made.stretch_at, words).view(count, longest, -1)
            arcs = model.arc_scores(padded).float()
            tagged = model.part(padded).float().argmax(2)
        there = torch.cat([torch.ones(count, 1, dtype=torch.bool), made.stretch_mask], 1)
        best = arcs.masked_fill(~there[:, None, :], -1e4).argmax(2)
        known = heads >= 0
        to = torch.cat([model.root.to(padded.dtype).expand(count, 1, padded.shape[2]), padded], 1)
        row = torch.arange(count)[:, None].expand_as(best)
        with torch.autocast("cpu", torch.bfloat16):
            relation = model.label_scores(padded[known], to[row[known], best[known]]).float().argmax(1)
        hit = best[known] == heads[known]
        total += int(known.sum())
        right[0] += int(hit.sum())
        right[1] += int((hit & (relation == labels[known])).sum())
        right[2] += int((tagged[known] == parts[known]).sum())
    return [round(100 * value / max(1, total), 1) for value in right]
