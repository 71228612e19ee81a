"""The sentence model: the base as it is, in int8, its vectors averaged.

    python sentence.py WORK models/en-sentence
"""

import os
import sys

import torch
import torch.nn as nn
import torch.nn.functional as F
from onnxruntime.quantization import QuantType, quantize_dynamic

from export import layer, normed, signed, written
from model import WIDTH, Tagger


class Sentence(nn.Module):
    """Vectors of the pieces of a sentence [1, L, WIDTH]: one vector of length 1 [1, WIDTH]."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, pieces):
        own = self.model
        x = normed(own.norm, pieces + own.place.weight[: pieces.shape[1]] + own.kind)
        for one in own.layers:
            x = layer(one, x)
        return F.normalize(x.mean(1), dim=-1)


def main(work, out):
    model = Tagger(12, ["root"])
    model.load_base(torch.load(f"{work}/base.pt"))
    os.makedirs(out, exist_ok=True)
    full = f"{work}/sentence.onnx"
    inputs = {"pieces": ((1, 9, WIDTH), torch.float32, {1: torch.export.Dim("length", min=2, max=512)})}
    written(Sentence(model), inputs, ["vector"], full)
    quantize_dynamic(full, f"{out}/sentence.onnx", per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
    signed(out, "sentence.onnx")


if __name__ == "__main__":
    main(*sys.argv[1:3])
