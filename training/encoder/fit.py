"""Second step: fits the encoder and its heads to the windows of the work folder.

    python fit.py WORK NAME [--epochs 4] [--share 0.25] [--minutes 170] ...

Writes WORK/runs/NAME/model.pt after every epoch (averaged weights) and what it reached on dev into log.jsonl beside it.
"""

import argparse
import json
import os
import random as plain
import time

import numpy as np
import torch
import torch.nn.functional as F

import batch as B
import event_lessons as E
from events import Events
from measure import measure
from model import Tagger


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("work")
    parser.add_argument("name")
    defaults = dict(
        layers=12, epochs=4, share=1.0, rate=2e-4, head_rate=1e-3, pieces=2048, seed=22, warm=0.1, altered=0.3,
        decay=0.01, average=0.998, nested=0.5, names=0.5, trees=0.5, threads=2, minutes=170.0, events=4, events_weight=0.1, hold="dev a b",
    )
    parser.add_argument("--start", default="", help="a run whose weights this one begins with")
    for name, value in defaults.items():
        parser.add_argument(f"--{name.replace('_', '-')}", type=type(value), default=value)
    return parser.parse_args()


BASE = ("place", "kind", "norm", "layers", "role_layer", "layer")


def groups(named, own):
    """Parameters with their rates: the base's, those of heads, those of chains."""
    of = {"base": [], "head": [], "chain": []}
    for name, parameter in named:
        if not parameter.requires_grad:
            continue
        first = name.split(".")[0]
        of["base" if first in BASE else "chain" if first.endswith("_chain") else "head"].append(parameter)
    rates = {"base": own.rate, "head": own.head_rate, "chain": own.head_rate * 5}
    return [
        {"params": some, "lr": rates[name], "full": rates[name], "weight_decay": 0.0 if name == "chain" else own.decay}
        for name, some in of.items()
    ]


def in_turn(random, windows, pieces, reports):
    """The numbers of the windows of each step, and between them reports of events, each as often as is asked."""
    steps = [("windows", numbered) for numbered in B.batches(windows, pieces, random)]
    for _ in range(reports["times"]):
        order = random.permutation(len(reports["all"]))
        steps += [("events", order[first : first + REPORTS]) for first in range(0, len(order), REPORTS)]
    random.shuffle(steps)
    return steps


REPORTS = 8


def losses(model, windows, relations, random, own):
    """The losses of a batch, each over the words of the batch."""
    made = B.batch(windows)
    total = len(made.stretch_at)
    picked = [window["cues"][random.integers(len(window["cues"]))] if window["cues"] else None for window in windows]
    has = [bool(window["cues"]) for window in windows]
    with torch.autocast("cpu", torch.bfloat16):
        words = model.encode(made)
        cues = model.chain_scores(model.cue, words, made)
        names = model.chain_scores(model.name, words, made)
        nested = model.chain_scores(model.nested, words, made)
        questions = [[*(some or []), *(window["nested"] or [])] for window, some in zip(windows, picked)]
        asked = B.asked(made, [(row, cue) for row, some in enumerate(questions) for cue in some])
        roles = None if asked is None else model.role_scores(words, asked)
    found = {}
    gold = B.word_labels(made, [cue_labels(window, some or []) for window, some in zip(windows, picked)])
    counted = torch.tensor([float(has[row]) for row, _, _ in made.stretches])
    found["cue"] = (model.cue_chain.loss(cues, gold, made.stretch_mask) * counted).sum() / total
    gold = B.word_labels(made, [cue_labels(window, window["nested"] or []) for window in windows])
    counted = torch.tensor([float(windows[row]["nested"] is not None) for row, _, _ in made.stretches])
    found["nested"] = own.nested * (model.nested_chain.loss(nested, gold, made.stretch_mask) * counted).sum() / total
    if roles is not None:
        found["role"] = model.role_chain.loss(roles, asked.gold, asked.mask).sum() / len(asked.words)
    none = lambda window: np.zeros(len(window["heads"]), np.int64)
    gold = B.word_labels(made, [none(window) if window["names"] is None else window["names"] for window in windows])
    weights = torch.tensor([0.0 if windows[row]["names"] is None else float(windows[row]["namesWeight"]) for row, _, _ in made.stretches])
    found["name"] = own.names * (model.name_chain.loss(names, gold, made.stretch_mask) * weights).sum() / total
    if any(window["tree"] is not None for window in windows):
        found["tree"] = own.trees * tree_loss(model, words, made, relations) / total
    return found


def cue_labels(window, cues):
    labels = np.zeros(len(window["heads"]), np.int64)
    for cue in sorted(cues, key=lambda one: one["cue"][0] - one["cue"][1]):
        first, last = cue["cue"]
        labels[first:last] = 2
        labels[first] = 1
    return labels


def tree_loss(model, words, made, relations):
    """Heads, relations and parts of speech of the words that have them, summed."""
    rows = [number for number, (row, _, _) in enumerate(made.stretches) if made.windows[row]["tree"] is not None]
    heads, labels, parts = (value[rows] for value in B.trees(made, relations))
    count, longest = made.stretch_size
    padded = words.new_zeros(count * longest, words.shape[1]).index_copy(0, made.stretch_at, words).view(count, longest, -1)[rows]
    mask = made.stretch_mask[rows]
    with torch.autocast("cpu", torch.bfloat16):
        padded = F.dropout(padded, 0.2, model.training)
        arcs = model.arc_scores(padded).float()
        tagged = model.part(padded).float()
    arcs = arcs.masked_fill(~torch.cat([torch.ones(len(mask), 1, dtype=torch.bool), mask], 1)[:, None, :], -1e4)
    known = heads >= 0
    loss = F.cross_entropy(arcs[known], heads[known], reduction="sum")
    loss = loss + 0.3 * F.cross_entropy(tagged[parts >= 0], parts[parts >= 0], reduction="sum")
    labelled = known & (labels >= 0)
    with torch.autocast("cpu", torch.bfloat16):
        root = model.root.to(padded.dtype).expand(len(padded), 1, padded.shape[2])
        row = torch.arange(len(padded))[:, None].expand_as(heads)[labelled]
        to = torch.cat([root, padded], 1)[row, heads[labelled]]
        scores = model.label_scores(padded[labelled], to).float()
    return loss + F.cross_entropy(scores, labels[labelled], reduction="sum")


@torch.no_grad()
def put(fitted, values):
    for name, value in fitted.items():
        value.copy_(values[name])


@torch.no_grad()
def begin(model, state):
    """Weights of another run; of a head with fewer labels those that it has."""
    for name, value in model.state_dict().items():
        if name in state:
            value[tuple(slice(length) for length in state[name].shape)] = state[name]


def main(own):
    torch.set_num_threads(own.threads)
    torch.manual_seed(own.seed)
    random = np.random.default_rng(own.seed)
    folder = f"{own.work}/runs/{own.name}"
    os.makedirs(folder, exist_ok=True)
    read = lambda name: B.read(f"{own.work}/{name}.jsonl")
    train, altered, others = read("train"), read("altered"), [*read("gum-train"), *read("wikigold")]
    by_text = {}
    for window in altered:
        by_text.setdefault(window["text"], []).append(window)
    texts = sorted({window["text"] for window in train})
    kept = set(np.random.default_rng(1).permutation(texts)[: round(own.share * len(texts))].tolist())
    train = [window for window in train if window["text"] in kept]
    others = others[:: round(1 / own.share)]
    relations = sorted({one for window in others if window["tree"] for one in window["tree"]["relations"]} - {""})
    numbers = {relation: number for number, relation in enumerate(relations)}
    model = Tagger(own.layers, relations)
    model.load_base(torch.load(f"{own.work}/base.pt"))
    net = Events()
    saved = torch.load(f"{own.work}/runs/{own.start}/model.pt") if own.start else {}
    begin(model, saved.get("state", {}))
    net.begin(model.state_dict())
    begin(net, saved.get("events", {}))
    reports = E.read(own.work)
    hold = own.hold.split()
    taught = {"all": [one for one in reports if one["hand"] not in hold], "times": own.events}
    held = [one for one in reports if one["hand"] in hold]
    chance = plain.Random(own.seed)
    # The table of pieces stays as it is: the sentence model has the same one, and the package holds it once.
    model.word.weight.requires_grad_(False)
    named = [*model.named_parameters(), *net.named_parameters()]
    optimiser = torch.optim.AdamW(groups(named, own), fused=True)
    size = sum(len(window["ids"]) for window in [*train, *others])
    steps = own.epochs * len(in_turn(np.random.default_rng(0), [*train, *others], own.pieces, taught))
    print(f"{len(train)} + {len(others)} windows, {size} pieces, {steps} steps", flush=True)
    fitted = {name: value for name, value in model.named_parameters() if value.requires_grad}
    fitted |= {f"events.{name}": value for name, value in net.named_parameters()}
    average = {name: value.detach().clone() for name, value in fitted.items()}
    step, started = 0, time.time()
    for epoch in range(own.epochs):
        model.train()
        net.train()
        exchanged = {text for text in kept if random.random() < own.altered}
        shown = [window for window in train if window["text"] not in exchanged]
        shown += [window for text in sorted(exchanged) for window in by_text[text]] + others
        sums = {}
        for kind, numbered in in_turn(random, shown, own.pieces, taught):
            done = min(step / steps, 1.0)
            scale = done / own.warm if done < own.warm else max((1 - done) / (1 - own.warm), 0.0)
            for group in optimiser.param_groups:
                group["lr"] = group["full"] * scale
            if kind == "windows":
                found = losses(model, [shown[number] for number in numbered], numbers, random, own)
            else:
                some = [taught["all"][number] for number in numbered]
                with torch.autocast("cpu", torch.bfloat16):
                    E.encode(model, some)
                    # Adam scales by the size of gradients: those of few words must not drown the rest.
                    found = {name: own.events_weight * loss for name, loss in E.losses(net, some, chance).items()}
                for one in some:
                    del one["vectors"]
            optimiser.zero_grad(set_to_none=True)
            sum(found.values()).backward()
            torch.nn.utils.clip_grad_norm_(fitted.values(), 1.0)
            optimiser.step()
            step += 1
            share = min(own.average, (1 + step) / (10 + step))
            with torch.no_grad():
                torch._foreach_lerp_(list(average.values()), list(fitted.values()), 1 - share)
            for name, value in found.items():
                sums.setdefault(name, []).append(float(value.detach()))
            if step % 50 == 0:
                told = " ".join(f"{name} {sum(values) / len(values):.4f}" for name, values in sums.items())
                print(f"  {step}/{steps} {told} {time.time() - started:.0f} s", flush=True)
            if time.time() - started > own.minutes * 60:
                break
        last = {name: value.detach().clone() for name, value in fitted.items()}
        put(fitted, average)
        model.eval()
        saved = {"config": model.config, "state": model.state_dict(), "events": net.state_dict()}
        torch.save(saved, f"{folder}/model.pt")
        reached = measure(model, own.work, relations)
        for hand in hold:
            reached[f"events {hand}"] = E.measure(model, net, [one for one in held if one["hand"] == hand])
        with open(f"{folder}/log.jsonl", "a", encoding="utf-8") as file:
            file.write(json.dumps({"epoch": epoch + 1, "seconds": round(time.time() - started), **reached}) + "\n")
        print(epoch + 1, json.dumps(reached), flush=True)
        put(fitted, last)


if __name__ == "__main__":
    main(options())
