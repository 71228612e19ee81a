"""Fits what reads events over an encoder that stays as it is: the mean of two runs, whose heads but those it takes from the first.

    python fit_events.py WORK NAME ONE OTHER [--share 0.6] [--epochs 8]

What the second run learnt of events costs its other heads a little; on the line between both (Wortsman and others 2022) the others have
theirs back, and events are learnt anew there. Writes WORK/runs/NAME/model.pt, and tells what is reached.
"""

import argparse
import json
import os
import random as plain
import time

import torch

import event_lessons as E
from events import Events
from fit import groups, put
from measure import measure
from model import Tagger


def options():
    parser = argparse.ArgumentParser()
    for name in ("work", "name", "one", "other"):
        parser.add_argument(name)
    defaults = dict(share=0.6, epochs=8, rate=3e-4, head_rate=1e-3, decay=0.01, size=16, average=0.99, seed=61, threads=2, hold="dev a b")
    for name, value in defaults.items():
        parser.add_argument(f"--{name.replace('_', '-')}", type=type(value), default=value)
    return parser.parse_args()


def main(own):
    torch.set_num_threads(own.threads)
    torch.manual_seed(own.seed)
    one, other = (torch.load(f"{own.work}/runs/{name}/model.pt") for name in (own.one, own.other))
    model, net = Tagger(**one["config"]), Events()
    model.load_state_dict({name: torch.lerp(value, other["state"][name], own.share) for name, value in one["state"].items()})
    model.eval()
    net.load_state_dict(other["events"])
    reports = E.read(own.work)
    with torch.no_grad():
        for report in reports:
            E.encode(model, [report])
    hold = own.hold.split()
    taught = [report for report in reports if report["hand"] not in hold]
    chance = plain.Random(own.seed)
    fitted = dict(net.named_parameters())
    optimiser = torch.optim.AdamW(groups(fitted.items(), own))
    average = {name: value.detach().clone() for name, value in fitted.items()}
    steps, step, started = own.epochs * -(-len(taught) // own.size), 0, time.time()
    for epoch in range(own.epochs):
        net.train()
        chance.shuffle(taught)
        sums = {}
        for first in range(0, len(taught), own.size):
            for group in optimiser.param_groups:
                group["lr"] = group["full"] * min(1.0, step / (0.05 * steps)) * (1 - step / steps)
            step += 1
            with torch.autocast("cpu", torch.bfloat16):
                found = E.losses(net, taught[first : first + own.size], chance)
            optimiser.zero_grad(set_to_none=True)
            sum(found.values()).backward()
            torch.nn.utils.clip_grad_norm_(fitted.values(), 1.0)
            optimiser.step()
            share = min(own.average, (1 + step) / (10 + step))
            with torch.no_grad():
                torch._foreach_lerp_(list(average.values()), list(fitted.values()), 1 - share)
            for name, value in found.items():
                sums.setdefault(name, []).append(float(value.detach()))
        told = " ".join(f"{name} {sum(values) / len(values):.3f}" for name, values in sums.items())
        print(f"{epoch + 1}: {told} {time.time() - started:.0f} s", flush=True)
    put(fitted, average)
    folder = f"{own.work}/runs/{own.name}"
    os.makedirs(folder, exist_ok=True)
    torch.save({"config": model.config, "state": model.state_dict(), "events": net.state_dict()}, f"{folder}/model.pt")
    reached = measure(model, own.work, model.config["relations"])
    for hand in hold:
        reached[f"events {hand}"] = E.measure(model, net, [report for report in reports if report["hand"] == hand])
    print(json.dumps(reached), flush=True)


if __name__ == "__main__":
    main(options())
