"""The same questions by numpy, vectorised as one would write it: python3 evidence.py FILE ROWS RULES DRAWS LOOPED.

FILE holds ROWS x RULES doubles, little end first. Prints lines of: name, CPU seconds, result.
"""
import itertools
import sys
import time

import numpy as np


def overfitting(returns, blocks):
    length = len(returns) // blocks
    cut = returns[: length * blocks].reshape(blocks, length, -1)
    sums, squares = cut.sum(axis=1), (cut * cut).sum(axis=1)
    choices = list(itertools.combinations(range(blocks), blocks // 2))
    chosen = np.zeros((len(choices), blocks))
    chosen[np.arange(len(choices))[:, None], np.array(choices)] = 1
    half = length * blocks // 2

    def ratios(sets):
        mean = sets @ sums / half
        return mean / np.sqrt((sets @ squares - half * mean * mean) / (half - 1))

    inside, outside = ratios(chosen), ratios(1 - chosen)
    best = inside.argmax(axis=1)
    at = outside[np.arange(len(best)), best]
    rank = 1 + (outside < at[:, None]).sum(axis=1)
    share = rank / (returns.shape[1] + 1)
    return (np.log(share / (1 - share)) <= 0).mean()


def indices(rng, draws, rows, restart):
    found = np.empty((draws, rows), dtype=np.int64)
    found[:, 0] = rng.integers(rows, size=draws)
    for at in range(1, rows):
        again = rng.random(draws) < restart
        found[:, at] = np.where(again, rng.integers(rows, size=draws), (found[:, at - 1] + 1) % rows)
    return found


def spread(returns, restart):
    rows = len(returns)
    off = returns - returns.mean(axis=0)
    total = (off * off).mean(axis=0)
    for lag in range(1, rows):
        weight = (rows - lag) / rows * (1 - restart) ** lag + lag / rows * (1 - restart) ** (rows - lag)
        if weight > 1e-12:
            total = total + 2 * weight * (off[lag:] * off[:-lag]).sum(axis=0) / rows
    return np.sqrt(np.maximum(total, 0))


def best_rule(returns, restart, draws, means):
    rows = len(returns)
    root = np.sqrt(rows)
    mean, scale = returns.mean(axis=0), spread(returns, restart)
    drawn = means(returns, draws, restart)
    reality = (root * (drawn - mean)).max(axis=1)
    may = root * mean >= -np.sqrt(2 * np.log(np.log(rows))) * scale
    superior = np.maximum(0, (root * (drawn - np.where(may, mean, 0)) / scale).max(axis=1))
    return (reality > root * mean.max()).mean(), (superior > max(0, (root * mean / scale).max())).mean()


def means_by_loop(returns, draws, restart):
    rng = np.random.default_rng(42)
    return np.array([returns[indices(rng, 1, len(returns), restart)[0]].mean(axis=0) for _ in range(draws)])


def means_by_product(returns, draws, restart):
    rows = len(returns)
    found = indices(np.random.default_rng(42), draws, rows, restart)
    counts = np.array([np.bincount(one, minlength=rows) for one in found], dtype=float)
    return counts @ returns / rows


def timed(name, act):
    begun = time.process_time()
    result = act()
    print(name, time.process_time() - begun, *np.atleast_1d(result), flush=True)


returns = np.fromfile(sys.argv[1], dtype="<f8").reshape(int(sys.argv[2]), int(sys.argv[3]))
draws, looped = int(sys.argv[4]), int(sys.argv[5])
print("version", np.__version__)
for _ in range(3):
    timed("overfitting", lambda: overfitting(returns, 16))
for _ in range(3):
    timed("product", lambda: best_rule(returns, 0.1, draws, means_by_product))
timed("loop", lambda: means_by_loop(returns, looped, 0.1).max())
