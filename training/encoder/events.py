"""What reads events off the encoder's word vectors: words that name one (CRF), pairs of mentions, and of each event its dates, place, who takes part, and status."""

import torch
import torch.nn as nn
import torch.nn.functional as F

from model import CUE, WIDTH, Chain, Layer

STATUSES = ("planned", "possible", "confirmed", "rescheduled", "postponed", "cancelled", "held")
DATES = ("other", "current", "former", "said")
PARTS = ("place", "who")
FAR, SENTENCES = 10, 7
INNER = 192


class Events(nn.Module):
    def __init__(self):
        super().__init__()
        self.name = nn.Sequential(nn.Linear(WIDTH, INNER), nn.GELU(), nn.Linear(INNER, len(CUE)))
        self.name_chain = Chain(CUE)
        self.pair = nn.Sequential(nn.Linear(3 * INNER + 2, INNER), nn.GELU(), nn.Linear(INNER, 1))
        self.pair_of = nn.Linear(WIDTH, INNER)
        self.far, self.sentence = nn.Embedding(FAR, WIDTH), nn.Embedding(SENTENCES, WIDTH)
        self.timed = nn.Embedding(2, WIDTH)
        self.asked = nn.Linear(WIDTH, WIDTH)
        self.layer, self.norm = Layer(), nn.LayerNorm(WIDTH, eps=1e-12)
        self.date = nn.Linear(WIDTH, len(DATES))
        self.part = nn.Linear(WIDTH, len(PARTS))
        self.status = nn.Sequential(nn.Linear(3 * WIDTH, INNER), nn.GELU(), nn.Linear(INNER, len(STATUSES)))
        self.look = nn.Linear(WIDTH, 1)
        for table in (self.far, self.sentence, self.timed):
            nn.init.normal_(table.weight, std=0.02)

    @torch.no_grad()
    def begin(self, state):
        """The layer begins as the one that reads roles."""
        for name, value in self.layer.state_dict().items():
            value.copy_(state[f"role_layer.{name}"])

    def name_scores(self, words, share=0.0):
        return self.name(F.dropout(words, share, self.training)).float()

    def pair_scores(self, a, b, same):
        """Whether mentions [N, WIDTH] and [N, WIDTH] are of one event; `same` [N, 2]: same word, same sentence."""
        a, b = F.gelu(self.pair_of(a)), F.gelu(self.pair_of(b))
        return self.pair(torch.cat([a + b, a * b, (a - b).abs(), same.to(a.dtype)], 1))[:, 0].float()

    def ask(self, words, of, share=0.0):
        """Scores of dates [N, 4], of parts [N, 2] and of status [Q, 7] for questions `of` over packed words [N, WIDTH]."""
        mean = lambda value, at, count: torch.zeros(count, value.shape[1]).index_add(0, at, value.float())
        named = of.mention.nonzero()[:, 0]
        counts = torch.zeros(of.count).index_add(0, of.question[named], torch.ones(len(named)))[:, None].clamp(min=1)
        event = mean(words[named], of.question[named], of.count) / counts
        x = F.dropout(words, share, self.training)
        x = x + self.far(of.far) + self.sentence(of.sentence) + self.timed(of.timed) + self.asked(event).to(x.dtype)[of.question]
        x = self.layer(self.norm(x), of.at, of.size, of.bias)
        x = F.dropout(x, share, self.training)
        own = mean(x[named], of.question[named], of.count) / counts
        weights = self.look(x).float()
        weights = torch.exp(weights - weights.max())
        total = torch.zeros(of.count, 1).index_add(0, of.question, weights)
        seen = mean(x * weights, of.question, of.count) / total
        return self.date(x).float(), self.part(x).float(), self.status(torch.cat([own, seen, event], 1)).float()
