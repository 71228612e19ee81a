"""The encoder with its heads: cues and those within contents (CRFs), roles of a cue (CRF), names (CRF), trees (biaffine)."""

import torch
import torch.nn as nn
import torch.nn.functional as F

WIDTH, HEADS, PIECES, PLACES = 384, 12, 30522, 512
SHAPES, MARKS, DISTANCES, SENTENCES = 7, 4, 19, 5
CUE = ("O", "B-cue", "I-cue")
ROLE = ("O", "B-source", "I-source", "B-content", "I-content")
NAME = ("O", "B-person", "I-person", "B-organization", "I-organization", "B-place", "I-place", "B-other", "I-other")
PARTS = ("ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X")
ARC, LABEL = 192, 64

_pools = {}


def drop(value, share):
    """Dropout out of one big pool of random bits: on a CPU, drawing them afresh costs as much as a layer."""
    key = share, value.dtype, value.device
    if key not in _pools:
        _pools[key] = ((torch.rand(1 << 23, device=value.device) >= share).to(value.dtype) / (1 - share))
    pool, size = _pools[key], value.numel()
    if size >= len(pool):
        return F.dropout(value, share)
    start = int(torch.randint(0, len(pool) - size, (1,)))
    return value * pool[start : start + size].view_as(value)


class Layer(nn.Module):
    """A layer of BERT over packed tokens: only attention sees padding."""

    def __init__(self, share=0.1):
        super().__init__()
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.share = share

    def attend(self, q, k, v, bias):
        weights = torch.matmul(q * (WIDTH // HEADS) ** -0.5, k.transpose(2, 3)) + bias
        return torch.matmul(torch.softmax(weights, 3, dtype=q.dtype), v)

    def forward(self, x, at, shape, bias):
        rows, length = shape
        qkv = self.qkv(x)
        padded = qkv.new_zeros(rows * length, 3 * WIDTH).index_copy(0, at, qkv)
        q, k, v = padded.view(rows, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        # Written out: the fused kernel's backward pass is slow on CPUs in bfloat16.
        seen = self.attend(q, k, v, bias.to(q.dtype)) if self.training else F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        seen = seen.transpose(1, 2).reshape(rows * length, WIDTH).index_select(0, at)
        dropped = (lambda value: drop(value, self.share)) if self.training else (lambda value: value)
        x = self.norm1(x + dropped(self.out(seen)))
        return self.norm2(x + dropped(self.down(F.gelu(self.up(x)))))

    @torch.no_grad()
    def load(self, state, number):
        of = lambda name: state[f"encoder.layer.{number}.{name}"]
        pairs = (
            (self.out, "attention.output.dense"),
            (self.up, "intermediate.dense"),
            (self.down, "output.dense"),
            (self.norm1, "attention.output.LayerNorm"),
            (self.norm2, "output.LayerNorm"),
        )
        for kind in ("weight", "bias"):
            parts = [of(f"attention.self.{name}.{kind}") for name in ("query", "key", "value")]
            getattr(self.qkv, kind).copy_(torch.cat(parts))
            for module, name in pairs:
                getattr(module, kind).copy_(of(f"{name}.{kind}"))


class Chain(nn.Module):
    """A linear chain over BIO labels; what BIO forbids stays forbidden."""

    def __init__(self, labels):
        super().__init__()
        size = len(labels)
        self.steps, self.begin, self.end = (nn.Parameter(torch.zeros(shape)) for shape in ((size, size), (size,), (size,)))
        follows = [[not (to[0] == "I" and of[2:] != to[2:]) for to in labels] for of in labels]
        self.register_buffer("no_step", torch.tensor(follows).logical_not().float() * -1e4, persistent=False)
        self.register_buffer("no_begin", torch.tensor([to[0] == "I" for to in labels]).float() * -1e4, persistent=False)

    def loss(self, scores, gold, mask):
        """Negative log likelihood of each row [S]; scores [S, L, K] in full precision, rows by falling length."""
        steps = self.steps + self.no_step
        size = scores.shape[2]
        with torch.no_grad():  # counts of the gold path, so that the backward pass has no scatter
            hot = F.one_hot(gold, size).float() * mask[..., None]
            pairs = torch.einsum("sli,slj->sij", hot[:, :-1], hot[:, 1:])
            last = F.one_hot(gold.gather(1, mask.sum(1, keepdim=True) - 1)[:, 0], size).float()
        own = (scores * hot).sum((1, 2)) + (pairs * steps).sum((1, 2)) + hot[:, 0] @ (self.begin + self.no_begin) + last @ self.end
        columns = scores.unbind(1)
        forward = self.begin + self.no_begin + columns[0]
        active, done = mask.sum(0).tolist(), []
        for at in range(1, len(columns)):
            if active[at] < len(forward):
                done.append(forward[active[at] :])
                forward = forward[: active[at]]
            forward = torch.logsumexp(forward[:, :, None] + steps, 1) + columns[at][: active[at]]
        forward = torch.cat([forward, *done[::-1]])
        return torch.logsumexp(forward + self.end, 1) - own

    @torch.no_grad()
    def best(self, scores, mask):
        """The best labels [S, L] (Viterbi)."""
        steps = self.steps + self.no_step
        rows, length, size = scores.shape
        value, back = self.begin + self.no_begin + scores[:, 0], []
        for at in range(1, length):
            best, by = (value[:, :, None] + steps).max(1)
            own = mask[:, at, None]
            value = torch.where(own, best + scores[:, at], value)
            back.append(torch.where(own, by, torch.arange(size, device=by.device).expand_as(by)))
        labels = [(value + self.end).argmax(1)]
        for by in reversed(back):
            labels.append(by.gather(1, labels[-1][:, None])[:, 0])
        return torch.stack(labels[::-1], 1)


class Tagger(nn.Module):
    def __init__(self, layers, relations):
        super().__init__()
        self.config = {"layers": layers, "relations": list(relations)}
        self.word, self.place = nn.Embedding(PIECES, WIDTH), nn.Embedding(PLACES, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.shape, self.mark = nn.Embedding(SHAPES, WIDTH), nn.Embedding(MARKS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.cue, self.cue_chain = nn.Linear(WIDTH, len(CUE)), Chain(CUE)
        self.nested, self.nested_chain = nn.Linear(WIDTH, len(CUE)), Chain(CUE)
        self.name, self.name_chain = nn.Linear(WIDTH, len(NAME)), Chain(NAME)
        self.distance, self.sentence = nn.Embedding(DISTANCES, WIDTH), nn.Embedding(SENTENCES, WIDTH)
        self.asked = nn.Linear(WIDTH, WIDTH)
        self.role_layer, self.role_norm = Layer(), nn.LayerNorm(WIDTH, eps=1e-12)
        self.role, self.role_chain = nn.Linear(WIDTH, len(ROLE)), Chain(ROLE)
        self.part = nn.Linear(WIDTH, len(PARTS))
        self.arc_of, self.arc_to = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.arc = nn.Linear(ARC, ARC, bias=False)
        self.arc_prior = nn.Linear(ARC, 1, bias=False)
        self.root = nn.Parameter(torch.zeros(WIDTH))
        self.label_of, self.label_to = nn.Linear(WIDTH, LABEL), nn.Linear(WIDTH, LABEL)
        self.label = nn.Linear(LABEL * 3, len(relations))
        for table in (self.shape, self.mark, self.distance, self.sentence):
            nn.init.normal_(table.weight, std=0.02)

    @torch.no_grad()
    def load_base(self, state):
        embeddings = "embeddings."
        self.word.weight.copy_(state[f"{embeddings}word_embeddings.weight"])
        self.place.weight.copy_(state[f"{embeddings}position_embeddings.weight"])
        self.kind.copy_(state[f"{embeddings}token_type_embeddings.weight"][0])
        self.norm.weight.copy_(state[f"{embeddings}LayerNorm.weight"])
        self.norm.bias.copy_(state[f"{embeddings}LayerNorm.bias"])
        for number, layer in enumerate(self.layers):
            layer.load(state, number)
        self.role_layer.load(state, len(self.layers) - 1)

    def encode(self, batch):
        """A vector for each word [N, WIDTH]: that of its first piece."""
        x = self.word(batch.ids) + self.place(batch.places) + self.kind + self.shape(batch.shapes) + self.mark(batch.marks)
        x = self.norm(x)
        if self.training:
            x = drop(x, 0.1)
        for layer in self.layers:
            x = layer(x, batch.at, batch.size, batch.bias)
        return x.index_select(0, batch.heads)

    def chain_scores(self, head, words, batch):
        """The scores of a head over stretches [S, L, K]."""
        scores = head(F.dropout(words, 0.1, self.training)).float()
        rows, length = batch.stretch_size
        return scores.new_zeros(rows * length, scores.shape[1]).index_copy(0, batch.stretch_at, scores).view(rows, length, -1)

    def role_scores(self, words, asked):
        """The scores of the roles over each cue's stretch [C, L, K]."""
        x = words.index_select(0, asked.words)
        cues = words.new_zeros(asked.count, WIDTH).index_add(0, asked.cue_of, words.index_select(0, asked.cue_words))
        cues = self.asked(cues / asked.cue_lengths[:, None].to(cues.dtype))
        x = self.role_norm(x + self.distance(asked.distances) + self.sentence(asked.sentences) + cues.index_select(0, asked.cue_at))
        x = self.role_layer(x, asked.at, asked.size, asked.bias)
        scores = self.role(F.dropout(x, 0.1, self.training)).float()
        rows, length = asked.size
        return scores.new_zeros(rows * length, scores.shape[1]).index_copy(0, asked.at, scores).view(rows, length, -1)

    def arc_scores(self, padded):
        """How well each word [S, L] depends on the root (column 0) or on each word [S, L, 1 + L]."""
        root = self.root.to(padded.dtype).expand(len(padded), 1, WIDTH)
        heads = F.gelu(self.arc_to(torch.cat([root, padded], 1)))
        return torch.matmul(self.arc(F.gelu(self.arc_of(padded))), heads.transpose(1, 2)) + self.arc_prior(heads).transpose(1, 2)

    def label_scores(self, words, heads):
        """The relation of words [N, WIDTH] to their heads [N, WIDTH]: [N, R]."""
        own, to = F.gelu(self.label_of(words)), F.gelu(self.label_to(heads))
        return self.label(torch.cat([own, to, own * to], 1))
