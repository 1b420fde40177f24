"""The same contract with monaco, a public library: one Python function for each case."""

import random
from typing import Any

import monaco
import numpy as np
from scipy import stats

from benchmarks.by_loop import Drawn, Plan, settled


def run(plan: Plan, runs: int, seed: int) -> tuple[float, float, float, float]:
    """Return the mean, tenth, fiftieth and ninetieth part of the net."""
    names = [name for name, *_ in plan.ranges]

    def prepare(case: Any) -> tuple[Drawn, int]:
        return {name: float(case.invals[name].val) for name in names}, case.ncase

    def settle(drawn: Drawn, number: int) -> float:
        return settled(plan, drawn, random.Random(seed + number).random)  # noqa: S311 - no secrets

    def keep(case: Any, net: float) -> None:
        case.addOutVal("net", net)

    functions = {"preprocess": prepare, "run": settle, "postprocess": keep}
    sim = monaco.Sim("contract", runs, functions, seed=seed, samplemethod="random", verbose=False)
    for name, low, likely, high in plan.ranges:
        width = high - low
        alpha = 1 + 4 * (likely - low) / width
        told = {"a": alpha, "b": 6 - alpha, "loc": low, "scale": width}
        sim.addInVar(name, stats.beta, told)
    sim.runSim()
    nets = np.array(sim.outvars["net"].nums)
    low, middle, high = np.quantile(nets, [0.1, 0.5, 0.9]).tolist()
    return float(nets.mean()), low, middle, high
