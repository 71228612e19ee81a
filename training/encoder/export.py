"""Third step: the fitted model as the product reads it.

    python export.py WORK NAME OUT

Writes into OUT the graphs in int8 (`encoder.onnx`, `roles.onnx`, `arcs.onnx`, `relations.onnx`; `mentions.onnx`, `pairs.onnx`, `event.onnx`),
`heads.json` (the chains, parts of speech, relations and standings of events) and, beside OUT, the table of pieces in int8 (`../en-pieces/`), which the sentence model shares.
Matrices are quantised per channel within seven bits, so that a CPU without VNNI gives the same answer.
"""

import hashlib
import json
import os
import shutil
import sys

import numpy as np
import onnx
import torch
import torch.nn as nn
import torch.nn.functional as F
from onnxruntime.quantization import QuantType, quantize_dynamic

from events import INNER, STATUSES, Events
from model import CUE, HEADS, LABEL, NAME, PARTS, ROLE, WIDTH, Tagger

GRAPHS = ("encoder", "roles", "arcs", "relations", "mentions", "pairs", "event")


def loaded(path):
    kept = torch.load(path)
    model = Tagger(**kept["config"])
    model.load_state_dict(kept["state"])
    net = Events()
    net.load_state_dict(kept["events"])
    return model.eval(), net.eval()


def normed(own, x):
    """A layer norm written out: as one node onnxruntime computes it number by number, which took a third of all time."""
    apart = x - x.mean(-1, keepdim=True)
    spread = (apart * apart).mean(-1, keepdim=True)
    return apart * torch.rsqrt(spread + own.eps) * own.weight + own.bias


def layer(own, x):
    """A layer over whole rows: x [B, L, WIDTH]."""
    rows, length = x.shape[0], x.shape[1]
    parted = lambda value: value.reshape(rows, length, HEADS, WIDTH // HEADS).transpose(1, 2)
    q, k, v = (parted(value) for value in own.qkv(x).split(WIDTH, 2))
    weights = torch.softmax(torch.matmul(q * (WIDTH // HEADS) ** -0.5, k.transpose(2, 3)), -1)
    x = normed(own.norm1, x + own.out(torch.matmul(weights, v).transpose(1, 2).reshape(rows, length, WIDTH)))
    return normed(own.norm2, x + own.down(F.gelu(own.up(x))))


class Encoder(nn.Module):
    """Vectors of pieces [1, L, WIDTH], their shapes and marks [1, L]: vectors in context, scores of cues, of those within contents, and of names."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, pieces, shapes, marks):
        own = self.model
        x = pieces + own.place.weight[: pieces.shape[1]] + own.kind + own.shape(shapes) + own.mark(marks)
        x = normed(own.norm, x)
        for one in own.layers:
            x = layer(one, x)
        return x, own.cue(x), own.nested(x), own.name(x)


class Roles(nn.Module):
    """Words of the stretch of each cue [C, L, WIDTH], the cues' vectors [C, WIDTH], distances, sentences [C, L]: scores."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, words, cues, distances, sentences):
        own = self.model
        x = words + own.distance(distances) + own.sentence(sentences) + own.asked(cues)[:, None]
        return own.role(layer(own.role_layer, normed(own.role_norm, x)))


class Arcs(nn.Module):
    """Words of a window [1, N, WIDTH]: arcs [1, N, 1 + N] (first the root), parts of speech, what relations are told from."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, words):
        own = self.model
        heads = torch.cat([own.root.expand(words.shape[0], 1, WIDTH), words], 1)
        return own.arc_scores(words), own.part(words), F.gelu(own.label_of(words)), F.gelu(own.label_to(heads))


class Relations(nn.Module):
    """What relations of words, and of their heads, are told from [N, LABEL]: scores of relations."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, words, heads):
        return self.model.label(torch.cat([words, heads, words * heads], 1))


class Mentions(nn.Module):
    """Words of a report [1, N, WIDTH]: scores of words that name an event, and what pairs of mentions are told from."""

    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, words):
        return self.net.name(words), self.net.pair_of(words)


class Pairs(nn.Module):
    """Of pairs of mentions the means of what they are told from [N, INNER], whether word and sentence are the same [N, 2]: scores."""

    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, one, other, same):
        one, other = F.gelu(one), F.gelu(other)
        return self.net.pair(torch.cat([one + other, one * other, (one - other).abs(), same], 1))


class Event(nn.Module):
    """Words of a report [1, N, WIDTH], the mean of those that name an event [1, WIDTH], which they are [1, N, 1], how far each
    word is from them, by how many sentences, and whether it tells a time [1, N]: scores of dates, of parts, of the status."""

    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, words, event, named, far, sentence, timed):
        own = self.net
        x = words + own.far(far) + own.sentence(sentence) + own.timed(timed) + own.asked(event)[:, None]
        x = layer(own.layer, normed(own.norm, x))
        mean = (x * named).sum(1) / named.sum(1)
        seen = (x * torch.softmax(own.look(x), 1)).sum(1)
        return own.date(x), own.part(x), own.status(torch.cat([mean, seen, event], 1))


def written(module, inputs, outputs, path):
    """Writes a graph in full precision; inputs by name: an example's shape, its type, and which places may have any length."""
    # Never one tensor for two inputs: the exporter would take them for one.
    made = tuple(torch.ones(shape, dtype=kind) for shape, kind, _ in inputs.values())
    torch.onnx.export(
        module.eval(),
        made,
        path,
        input_names=list(inputs),
        output_names=outputs,
        dynamic_shapes=tuple(free for _, _, free in inputs.values()),
        opset_version=20,
        dynamo=True,
        external_data=False,
        verbose=False,
    )


def graphs(model, net, folder):
    rows, length = torch.export.Dim("rows", min=1, max=4096), torch.export.Dim("length", min=2, max=512)
    number, whole = torch.float32, torch.int32
    one = {1: length}
    written(
        Encoder(model),
        {"pieces": ((1, 9, WIDTH), number, one), "shapes": ((1, 9), whole, one), "marks": ((1, 9), whole, one)},
        ["words", "cues", "nested", "names"],
        f"{folder}/encoder.onnx",
    )
    both = {0: rows, 1: length}
    written(
        Roles(model),
        {
            "words": ((2, 9, WIDTH), number, both),
            "cues": ((2, WIDTH), number, {0: rows}),
            "distances": ((2, 9), whole, both),
            "sentences": ((2, 9), whole, both),
        },
        ["roles"],
        f"{folder}/roles.onnx",
    )
    written(Arcs(model), {"words": ((1, 9, WIDTH), number, one)}, ["arcs", "parts", "of", "to"], f"{folder}/arcs.onnx")
    some = {0: length}
    written(
        Relations(model),
        {"words": ((9, LABEL), number, some), "heads": ((9, LABEL), number, some)},
        ["relations"],
        f"{folder}/relations.onnx",
    )
    written(Mentions(net), {"words": ((1, 9, WIDTH), number, one)}, ["names", "of"], f"{folder}/mentions.onnx")
    pairs = {0: rows}
    written(
        Pairs(net),
        {"one": ((9, INNER), number, pairs), "other": ((9, INNER), number, pairs), "same": ((9, 2), number, pairs)},
        ["scores"],
        f"{folder}/pairs.onnx",
    )
    written(
        Event(net),
        {
            "words": ((1, 9, WIDTH), number, one),
            "event": ((1, WIDTH), number, {}),
            "named": ((1, 9, 1), number, one),
            **{name: ((1, 9), whole, one) for name in ("far", "sentence", "timed")},
        },
        ["dates", "parts", "status"],
        f"{folder}/event.onnx",
    )


def chain(own, labels):
    numbers = lambda value: [round(float(one), 4) for one in value.detach().flatten()]
    return {
        "labels": list(labels),
        "steps": numbers(own.steps + own.no_step),
        "begin": numbers(own.begin + own.no_begin),
        "end": numbers(own.end),
    }


def table(model, folder):
    """Rows in int8, each over its own largest: the scales first, in single precision."""
    rows = model.word.weight.detach().numpy()
    scales = (np.abs(rows).max(1) / 127).astype("<f4")
    numbers = np.clip(np.rint(rows / np.maximum(scales, 1e-12)[:, None]), -127, 127).astype(np.int8)
    with open(f"{folder}/table.bin", "wb") as file:
        file.write(scales.tobytes() + numbers.tobytes())


def main(work, name, out):
    model, net = loaded(f"{work}/runs/{name}/model.pt")
    full = f"{work}/runs/{name}/full"
    pieces = os.path.join(os.path.dirname(out.rstrip("/")), "en-pieces")
    for folder in (out, full, pieces):
        os.makedirs(folder, exist_ok=True)
    graphs(model, net, full)
    for graph in GRAPHS:
        quantize_dynamic(
            f"{full}/{graph}.onnx", f"{out}/{graph}.onnx", per_channel=True, reduce_range=True, weight_type=QuantType.QInt8
        )
        print(graph, *(os.path.getsize(f"{folder}/{graph}.onnx") for folder in (full, out)))
    with open(f"{out}/heads.json", "w", encoding="utf-8") as file:
        chains = {
            "cue": chain(model.cue_chain, CUE),
            "nested": chain(model.nested_chain, CUE),
            "role": chain(model.role_chain, ROLE),
            "names": chain(model.name_chain, NAME),
            "event": chain(net.name_chain, CUE),
        }
        # What weighs how much that a candidate is one is told by calibrate.ts.
        heads = {"name": "encoder/2", **chains, "parts": PARTS, "relations": model.config["relations"], "statuses": STATUSES, "keep": [0] * 13}
        json.dump(heads, file)
    table(model, pieces)
    shutil.copy(f"{work}/vocab.txt", f"{pieces}/vocabulary.txt")
    for folder in (out, pieces):
        for entry in os.listdir(folder):
            if not entry.endswith(".sha256"):
                signed(folder, entry)


def signed(folder, entry):
    with open(f"{folder}/{entry}", "rb") as file:
        found = hashlib.sha256(file.read()).hexdigest()
    with open(f"{folder}/{entry}.sha256", "w", encoding="utf-8") as file:
        file.write(f"{found}  {entry}\n")


if __name__ == "__main__":
    main(*sys.argv[1:4])
