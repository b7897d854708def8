"""Trains the reader of digits and writes its weights.

    python benchmarks/ocr/train.py OUT.npz SAMPLES.npz… [--held-out SAMPLES.npz] [--start WEIGHTS.npz] [--epochs 6]

SAMPLES are what ``samples.py`` writes. The weights of the package come of two runs of ``samples.py`` with ``--pages
950`` and the seeds 1 and 2 (730,000 shapes), and of ``--epochs 6``. Needs PyTorch, which the package itself does not:
the weights are whole numbers of eight bits with a scale for each filter; ``unres.readers.ocr.digits`` reckons with
NumPy.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from torch import nn

from unres.readers.ocr.digits import CLASSES

BATCH = 256
RATE = 2e-3


class Net(nn.Module):
    """The network; `unres.readers.ocr.digits` reckons the same."""

    def __init__(self) -> None:
        super().__init__()
        self.alone1 = nn.Conv2d(1, 16, 3, padding=1)
        self.alone2 = nn.Conv2d(16, 32, 3, padding=1)
        self.alone3 = nn.Conv2d(32, 48, 3)
        self.around1 = nn.Conv2d(1, 16, 5, stride=2, padding=2)
        self.around2 = nn.Conv2d(16, 32, 3, stride=2, padding=1)
        self.hidden = nn.Linear(48 * 25 + 32 * 60, 128)
        self.out = nn.Linear(128, len(CLASSES))
        self.drop = nn.Dropout(0.25)

    def forward(self, alone: torch.Tensor, around: torch.Tensor) -> torch.Tensor:
        """The logits of each class."""
        a = torch.max_pool2d(torch.relu(self.alone1(alone)), 2)
        a = torch.max_pool2d(torch.relu(self.alone2(a)), 2)
        a = torch.relu(self.alone3(a))
        b = torch.relu(self.around2(torch.relu(self.around1(around))))
        joined = self.drop(torch.cat([a.flatten(1), b.flatten(1)], dim=1))
        return self.out(self.drop(torch.relu(self.hidden(joined))))


def main() -> None:
    """Trains, tests, and writes the weights."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("out", type=Path)
    options.add_argument("samples", type=Path, nargs="+")
    options.add_argument("--held-out", type=Path)
    options.add_argument("--start", type=Path, help="weights to go on from, at a fifth of the rate")
    options.add_argument("--epochs", type=int, default=6)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    torch.manual_seed(given.seed)
    torch.set_num_threads(2)
    alone, around, labels = (torch.cat(arrays) for arrays in zip(*map(loaded, given.samples), strict=True))
    net = Net()
    rate = RATE
    if given.start:
        resumed(net, given.start)
        rate /= 5
    batches = len(labels) // BATCH
    optimizer = torch.optim.AdamW(net.parameters(), rate, weight_decay=1e-4)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rate, total_steps=batches * given.epochs + 1)
    for epoch in range(given.epochs):
        net.train()
        order = torch.randperm(len(labels))
        losses = 0.0
        for at in range(batches):
            some = order[at * BATCH : (at + 1) * BATCH]
            optimizer.zero_grad()
            loss = nn.functional.cross_entropy(net(*varied(alone[some], around[some])), labels[some])
            loss.backward()
            optimizer.step()
            schedule.step()
            losses += loss.item()
        print(f"epoch {epoch + 1}: loss {losses / batches:.4f}", flush=True)
        written(net, given.out)
        if given.held_out:
            tested(net, given.held_out)


def loaded(path: Path) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """The two views as bytes, and the classes."""
    found = np.load(path)
    return tuple(torch.from_numpy(found[name]) for name in ("alone", "around", "labels"))  # type: ignore[return-value]


def scaled(views: torch.Tensor) -> torch.Tensor:
    """Bytes to what the network takes: one channel, 0 to 1."""
    return views[:, None].float() / 255


def varied(alone: torch.Tensor, around: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """The views a little lighter or darker, the surroundings moved by a pixel at most."""
    light = torch.empty(len(alone), 1, 1, 1).uniform_(0.75, 1.25)
    moved = torch.roll(scaled(around), shifts=[int(torch.randint(-1, 2, ())) for _ in range(2)], dims=(2, 3))
    return (scaled(alone) * light).clamp(0, 1), (moved * light).clamp(0, 1)


@torch.no_grad()
def tested(net: Net, path: Path) -> None:
    """Prints how many of other samples are classed rightly."""
    net.eval()
    alone, around, labels = loaded(path)
    parts = [slice(at, at + 2 * BATCH) for at in range(0, len(alone), 2 * BATCH)]
    found = torch.cat([net(scaled(alone[part]), scaled(around[part])) for part in parts])
    sure, guess = found.softmax(1).max(1)
    right = guess == labels
    drawn = labels > 0
    print(f"  {right.float().mean():.4f} of all, {right[drawn].float().mean():.4f} of characters,", end=" ")
    print(f"{(guess[~drawn] > 0).float().mean():.4f} of none taken for one,", end=" ")
    print(f"{right[sure > 0.98].float().mean():.5f} of the {(sure > 0.98).float().mean():.3f} sure ones", flush=True)
    wrong = np.zeros((len(CLASSES), len(CLASSES)), int)
    np.add.at(wrong, (labels.numpy(), guess.numpy()), 1)
    np.fill_diagonal(wrong, 0)
    worst = np.argsort(wrong.ravel())[::-1][:14]
    print("  ", *(f"{CLASSES[i // len(CLASSES)]!r}→{CLASSES[i % len(CLASSES)]!r}:{wrong.ravel()[i]}" for i in worst))


@torch.no_grad()
def resumed(net: Net, path: Path) -> None:
    """Sets the weights to those that `written` wrote."""
    stored = np.load(path)
    for name, layer in net.named_children():
        if isinstance(layer, nn.Dropout):
            continue
        weights = stored[f"{name}_weights"].astype(np.float32) * stored[f"{name}_scale"].astype(np.float32)[:, None]
        layer.weight.copy_(torch.from_numpy(weights).reshape(layer.weight.shape))
        layer.bias.copy_(torch.from_numpy(stored[f"{name}_bias"].astype(np.float32)))


def written(net: Net, out: Path) -> None:
    """Writes each layer as bytes with a scale for each filter, and its biases."""
    arrays = {}
    for name, layer in net.named_children():
        if isinstance(layer, nn.Dropout):
            continue
        weights = layer.weight.detach().numpy().reshape(len(layer.weight), -1)
        scale = np.abs(weights).max(axis=1, keepdims=True) / 127
        arrays[f"{name}_weights"] = np.round(weights / scale).astype(np.int8)
        arrays[f"{name}_scale"] = scale[:, 0].astype(np.float16)
        arrays[f"{name}_bias"] = layer.bias.detach().numpy().astype(np.float16)
    np.savez_compressed(out, **arrays)


if __name__ == "__main__":
    main()
