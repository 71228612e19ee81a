"""Windows (prepare.ts) as tensors. Rows of a chain are sorted by falling length."""

import json
from types import SimpleNamespace

import numpy as np
import torch

from model import PARTS

EDGES = np.array([1, 2, 3, 5, 8, 14, 25, 45])


def read(path):
    """The windows of a file, with arrays for lists."""
    found = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            window = json.loads(line)
            for name in ("ids", "shapes", "marks", "heads", "sentences"):
                window[name] = np.array(window[name], np.int32)
            for cues in [*(window["cues"] or []), window["nested"] or []]:
                for cue in cues:
                    cue["labels"] = digits(cue["labels"])
            if window["names"] is not None:
                window["names"] = digits(window["names"])
            found.append(window)
    return found


def digits(text):
    return np.frombuffer(text.encode(), np.uint8).astype(np.int64) - 48


def buckets(distance):
    """Words from the cue in 19 classes: 0 within it, 1 to 8 before it, 10 to 17 behind it."""
    far = np.searchsorted(EDGES, np.abs(distance), side="right")
    return np.where(distance == 0, 0, np.where(distance < 0, far, far + 9))


def packed(lengths):
    """Where rows of these lengths stand in a padded block: places, (rows, longest), what is there."""
    lengths = np.asarray(lengths)
    longest = int(lengths.max())
    at = np.concatenate([row * longest + np.arange(length) for row, length in enumerate(lengths)])
    return torch.from_numpy(at), (len(lengths), longest), torch.from_numpy(np.arange(longest)[None] < lengths[:, None])


def bias(mask):
    return torch.zeros(mask.shape).masked_fill(~mask, -1e4)[:, None, None, :]


def joined(windows, name):
    return torch.from_numpy(np.concatenate([window[name] for window in windows]).astype(np.int64))


def batch(windows):
    lengths = [len(window["ids"]) for window in windows]
    made = SimpleNamespace(windows=windows)
    made.ids, made.shapes, made.marks = (joined(windows, name) for name in ("ids", "shapes", "marks"))
    made.places = torch.from_numpy(np.concatenate([np.arange(length) for length in lengths]))
    made.at, made.size, mask = packed(lengths)
    made.bias = bias(mask)
    offsets = np.cumsum([0, *lengths])
    made.heads = torch.from_numpy(np.concatenate([window["heads"] + offsets[row] for row, window in enumerate(windows)]).astype(np.int64))
    made.word_offsets = np.cumsum([0] + [len(window["heads"]) for window in windows])
    stretches = [(row, first, last) for row, window in enumerate(windows) for first, last in window["stretches"]]
    stretches.sort(key=lambda one: one[1] - one[2])
    longest = max(last - first for _, first, last in stretches)
    at = np.empty(made.word_offsets[-1], np.int64)
    for number, (row, first, last) in enumerate(stretches):
        start = made.word_offsets[row]
        at[start + first : start + last] = number * longest + np.arange(last - first)
    made.stretches, made.stretch_at, made.stretch_size = stretches, torch.from_numpy(at), (len(stretches), longest)
    there = np.zeros(len(stretches) * longest, bool)
    there[at] = True
    made.stretch_mask = torch.from_numpy(there.reshape(len(stretches), longest))
    return made


def word_labels(made, labels):
    """Labels of words as rows of stretches."""
    rows = np.zeros(made.stretch_size[0] * made.stretch_size[1], np.int64)
    rows[made.stretch_at.numpy()] = np.concatenate(labels)
    return torch.from_numpy(rows.reshape(made.stretch_size))


def asked(made, cues):
    """The rows of a role question: `cues` are (row of its window, cue); None where there is none."""
    if not cues:
        return None
    span = lambda row, cue: made.windows[row]["stretches"][cue["stretch"]]
    cues = sorted(cues, key=lambda one: span(*one)[0] - span(*one)[1])
    out = SimpleNamespace(cues=cues, count=len(cues))
    lengths = [last - first for first, last in (span(*one) for one in cues)]
    out.at, out.size, out.mask = packed(lengths)
    out.bias = bias(out.mask)
    parts = {name: [] for name in ("words", "cue_at", "cue_words", "cue_of", "distances", "sentences")}
    for number, (row, cue) in enumerate(cues):
        (first, last), (begin, end), offset = span(row, cue), cue["cue"], made.word_offsets[row]
        words = np.arange(first, last)
        parts["words"].append(offset + words)
        parts["cue_at"].append(np.full(last - first, number))
        parts["cue_words"].append(offset + np.arange(begin, end))
        parts["cue_of"].append(np.full(end - begin, number))
        parts["distances"].append(buckets(np.where(words < begin, words - begin, np.where(words >= end, words - end + 1, 0))))
        sentences = made.windows[row]["sentences"]
        parts["sentences"].append(np.clip(sentences[first:last] - sentences[begin], -2, 2) + 2)
    for name, arrays in parts.items():
        setattr(out, name, torch.from_numpy(np.concatenate(arrays).astype(np.int64)))
    out.cue_lengths = torch.tensor([float(cue["cue"][1] - cue["cue"][0]) for _, cue in cues])
    if "labels" in cues[0][1]:
        gold = np.zeros(out.size, np.int64)
        for number, (_, cue) in enumerate(cues):
            gold[number, : lengths[number]] = cue["labels"]
        out.gold = torch.from_numpy(gold)
    return out


def trees(made, relations):
    """Gold trees over stretches: heads [S, L] (0 the root, 1 + word; -1 not known), relations, parts, within one sentence [S, L, 1 + L]."""
    rows, longest = made.stretch_size
    heads, labels, parts = (np.full((rows, longest), -1, np.int64) for _ in range(3))
    sentence = np.full((rows, longest), -1, np.int64)
    for number, (row, first, last) in enumerate(made.stretches):
        window = made.windows[row]
        tree = window["tree"]
        sentence[number, : last - first] = window["sentences"][first:last]
        if tree is None:
            continue
        for word in range(first, last):
            head = tree["heads"][word]
            if head == -1 or first <= head < last:
                heads[number, word - first] = 0 if head == -1 else head - first + 1
                labels[number, word - first] = relations.get(tree["relations"][word], -1)
            if tree["parts"][word] in PARTS:
                parts[number, word - first] = PARTS.index(tree["parts"][word])
    return torch.from_numpy(heads), torch.from_numpy(labels), torch.from_numpy(parts)


def batches(windows, pieces, random=None):
    """Numbers of windows of like length, about `pieces` pieces together."""
    keys = [len(window["ids"]) + (random.integers(0, 24) if random is not None else 0) for window in windows]
    found, current, size = [], [], 0
    for number in np.argsort(keys, kind="stable"):
        length = len(windows[number]["ids"])
        if current and size + length > pieces:
            found.append(current)
            current, size = [], 0
        current.append(int(number))
        size += length
    if current:
        found.append(current)
    if random is not None:
        random.shuffle(found)
    return found
