"""The fitted model as the product reads it: one graph in int8 over the base's table of pieces.

    python export_stance.py WORK NAME models/en-stance
"""

import os
import sys

import torch
import torch.nn as nn
from onnxruntime.quantization import QuantType, quantize_dynamic

from stance import Stance, pooled  # first: it knows where the encoder's modules lie

from export import layer, normed, signed, written
from model import WIDTH


class Exported(nn.Module):
    """Vectors of pieces [1, L, WIDTH], 1 where they are of the statement [1, L]: odds of the stances [1, 5]."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, pieces, second):
        own = self.model.base
        x = normed(own.norm, pieces + own.place.weight[: pieces.shape[1]] + own.kind + second[..., None] * self.model.second)
        for one in own.layers:
            x = layer(one, x)
        return torch.softmax(self.model.head(pooled(x, second, torch.ones_like(second))), 1)


def main(work, name, out):
    model = Stance()
    model.load_state_dict(torch.load(f"{work}/runs/{name}/stance.pt"))
    os.makedirs(out, exist_ok=True)
    full = f"{work}/runs/{name}/stance.onnx"
    free = {1: torch.export.Dim("length", min=2, max=512)}
    inputs = {"pieces": ((1, 9, WIDTH), torch.float32, free), "second": ((1, 9), torch.float32, free)}
    written(Exported(model.eval()), inputs, ["odds"], full)
    quantize_dynamic(full, f"{out}/stance.onnx", per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
    print(os.path.getsize(full), os.path.getsize(f"{out}/stance.onnx"))
    signed(out, "stance.onnx")


if __name__ == "__main__":
    main(*sys.argv[1:4])
