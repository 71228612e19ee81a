"""A proposition and a statement in one row: where the statement stands on it."""

import os
import sys

import torch
import torch.nn as nn
import torch.nn.functional as F

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../encoder"))
from model import HEADS, WIDTH, Tagger  # noqa: E402

STANCES = ("for", "against", "conditional", "unclear", "none")


class Stance(nn.Module):
    def __init__(self):
        super().__init__()
        self.base = Tagger(12, ["root"])
        self.second = nn.Parameter(torch.zeros(WIDTH))
        self.head = nn.Sequential(nn.Linear(4 * WIDTH, WIDTH), nn.GELU(), nn.Dropout(0.1), nn.Linear(WIDTH, len(STANCES)))
        # The product reads the base's table of pieces: it stays as it is.
        self.base.word.weight.requires_grad = False

    @torch.no_grad()
    def load_base(self, state):
        self.base.load_base(state)
        kinds = state["embeddings.token_type_embeddings.weight"]
        self.second.copy_(kinds[1] - kinds[0])

    def forward(self, ids, second, mask):
        """Pieces [S, L], 1 where they are of the statement, 1 where there are any [S, L]: scores [S, 5]."""
        own, (rows, length) = self.base, ids.shape
        x = own.norm(own.word(ids) + own.place.weight[:length] + own.kind + second[..., None] * self.second)
        x = F.dropout(x, 0.1, self.training)
        bias = ((1 - mask) * -1e4)[:, None, None, :]
        parted = lambda value: value.view(rows, length, HEADS, WIDTH // HEADS).transpose(1, 2)
        for layer in own.layers:
            q, k, v = (parted(value) for value in layer.qkv(x).split(WIDTH, 2))
            seen = F.scaled_dot_product_attention(q, k, v, attn_mask=bias, dropout_p=0.1 if self.training else 0.0)
            seen = seen.transpose(1, 2).reshape(rows, length, WIDTH)
            x = layer.norm1(x + F.dropout(layer.out(seen), 0.1, self.training))
            x = layer.norm2(x + F.dropout(layer.down(F.gelu(layer.up(x))), 0.1, self.training))
        return self.head(pooled(x, second, mask))


def pooled(x, second, mask):
    """The means over the pieces of the question and of the statement, the first piece, and what the means have in common [S, 4 WIDTH]."""
    mean = lambda share: (x * share[..., None]).sum(1) / share.sum(1, keepdim=True)
    question, said = mean(mask * (1 - second)), mean(mask * second)
    return torch.cat([question, said, x[:, 0], question * said], 1)
