"""Fine-tunes the base to tell where a statement stands on a proposition.

    OMP_WAIT_POLICY=PASSIVE python fit.py WORK NAME --train f,g,h --test i,own [--epochs 4 --rate 6e-5 --seed 1]

Reads WORK/base.pt (training/encoder/take_base.py) and WORK/stances.jsonl (prepare.ts), writes WORK/runs/NAME/stance.pt and what it gives for
the hands that are only measured, after each epoch: how many listed statements have the right stance, of the four stances and with
"none" as a fifth, and how many statements that no hand listed are taken for none.
"""

import argparse
import json
import math
import os
import random
import sys
import time

import torch
import torch.nn.functional as F

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../encoder"))
from stance import STANCES, Stance  # noqa: E402

ROWS, OPENING, CLOSING = 16, 101, 102
# A statement of a story that no hand listed is mostly of something else, and not surely.
UNLISTED = 0.3


def batch(items):
    """Pieces [S, L], 1 where they are of the statement and where there are any [S, L]."""
    rows = [([OPENING, *one["question"], CLOSING], [*one["said"], CLOSING]) for one in items]
    length = max(len(question) + len(said) for question, said in rows)
    ids = torch.zeros(len(rows), length, dtype=torch.long)
    second, mask = torch.zeros(len(rows), length), torch.zeros(len(rows), length)
    for at, (question, said) in enumerate(rows):
        size = len(question) + len(said)
        ids[at, :size] = torch.tensor(question + said)
        second[at, len(question) : size] = 1
        mask[at, :size] = 1
    return ids, second, mask


def measured(model, tests):
    model.eval()
    told = {}
    for hand, items in tests.items():
        with torch.no_grad():
            scores = torch.cat([model(*batch(items[at : at + 32])) for at in range(0, len(items), 32)])
        own, four = scores.argmax(1).tolist(), scores[:, :4].argmax(1).tolist()
        gold = [STANCES.index(one["stance"]) for one in items]
        listed = [at for at, one in enumerate(items) if one["listed"]]
        stands = [at for at in listed if gold[at] < 4]
        none = [at for at, value in enumerate(gold) if value == 4]
        share = lambda rows, values: f"{100 * sum(values[at] == gold[at] for at in rows) / max(1, len(rows)):.1f}"
        told[hand] = f"right {share(listed, own)}, of four {share(stands, four)} ({len(stands)}), none {share(none, own)} ({len(none)})"
    model.train()
    return told


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("work")
    parser.add_argument("name")
    parser.add_argument("--train", required=True)
    parser.add_argument("--test", required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=6e-5)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    random.seed(asked.seed)
    torch.manual_seed(asked.seed)
    with open(f"{asked.work}/stances.jsonl", encoding="utf-8") as file:
        items = [json.loads(line) for line in file]
    train = [one for one in items if one["hand"] in asked.train.split(",")]
    tests = {hand: [one for one in items if one["hand"] == hand] for hand in asked.test.split(",")}
    model = Stance()
    model.load_base(torch.load(f"{asked.work}/base.pt"))
    head = list(model.head.parameters())
    rest = [one for name, one in model.named_parameters() if one.requires_grad and not name.startswith("head.")]
    optimizer = torch.optim.AdamW([{"params": rest, "lr": asked.rate}, {"params": head, "lr": 10 * asked.rate}], weight_decay=0.01)
    steps = asked.epochs * math.ceil(len(train) / ROWS)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(1, 10 * (step + 1) / steps) * max(0.02, 1 - step / steps))
    for epoch in range(asked.epochs):
        start, lost = time.time(), 0.0
        random.shuffle(train)
        for at in range(0, len(train), ROWS):
            rows = train[at : at + ROWS]
            gold = torch.tensor([STANCES.index(one["stance"]) for one in rows])
            weights = torch.tensor([1.0 if one["listed"] else UNLISTED for one in rows])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = model(*batch(rows))
            loss = (F.cross_entropy(scores.float(), gold, reduction="none", label_smoothing=0.05) * weights).mean()
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            lost += loss.item()
        print(epoch, f"{time.time() - start:.0f} s, loss {lost * ROWS / len(train):.3f}", measured(model, tests), flush=True)
    os.makedirs(f"{asked.work}/runs/{asked.name}", exist_ok=True)
    torch.save(model.state_dict(), f"{asked.work}/runs/{asked.name}/stance.pt")


if __name__ == "__main__":
    main()
