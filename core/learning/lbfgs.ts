const MEMORY = 6;
const MOST_HALVINGS = 20;
/** Armijo's condition: least part of the promised decrease. */
const SUFFICIENT = 1e-4;

/** Writes the gradient at `at` into `gradient` and returns the value there. */
export type Objective = (at: Float64Array, gradient: Float64Array) => number;

/**
 * Minimises a smooth convex function by L-BFGS with a halving line search (Nocedal and Wright, Numerical Optimization, 2006, ch. 7).
 * Stops after `iterations`, or when a step gains less than `tolerance` of the value.
 */
export function minimise(objective: Objective, start: Float64Array, { iterations = 100, tolerance = 1e-6 } = {}): Float64Array {
  const size = start.length;
  let at = Float64Array.from(start);
  let gradient: Float64Array = new Float64Array(size);
  let value = objective(at, gradient);
  const steps: { moved: Float64Array; turned: Float64Array; rho: number }[] = [];
  for (let nth = 0; nth < iterations; nth++) {
    const direction = directionOf(gradient, steps);
    const slope = -dot(gradient, direction);
    const next = new Float64Array(size);
    const nextGradient = new Float64Array(size);
    let nextValue = Infinity;
    let length = 1;
    for (let tries = 0; ; tries++) {
      if (tries > MOST_HALVINGS) return at;
      for (let n = 0; n < size; n++) next[n] = at[n]! - length * direction[n]!;
      nextValue = objective(next, nextGradient);
      if (nextValue <= value + SUFFICIENT * length * slope) break;
      length /= 2;
    }
    const moved = next.map((each, n) => each - at[n]!);
    const turned = nextGradient.map((each, n) => each - gradient[n]!);
    const curvature = dot(moved, turned);
    if (curvature > 1e-10) steps.push({ moved, turned, rho: 1 / curvature });
    if (steps.length > MEMORY) steps.shift();
    const hasConverged = value - nextValue <= tolerance * Math.max(1, Math.abs(value));
    [at, gradient, value] = [next, nextGradient, nextValue];
    if (hasConverged) break;
  }
  return at;
}

/** The two loops of L-BFGS: the gradient times an estimate of the inverse of the second derivatives. */
function directionOf(gradient: Float64Array, steps: readonly { moved: Float64Array; turned: Float64Array; rho: number }[]): Float64Array {
  const direction = Float64Array.from(gradient);
  const parts: number[] = [];
  for (let nth = steps.length - 1; nth >= 0; nth--) {
    const { moved, turned, rho } = steps[nth]!;
    parts[nth] = rho * dot(moved, direction);
    addTo(direction, turned, -parts[nth]!);
  }
  const last = steps.at(-1);
  const scale = last ? 1 / (last.rho * dot(last.turned, last.turned)) : 1 / Math.max(1, Math.sqrt(dot(gradient, gradient)));
  for (let n = 0; n < direction.length; n++) direction[n] = direction[n]! * scale;
  for (const [nth, { moved, turned, rho }] of steps.entries()) addTo(direction, moved, parts[nth]! - rho * dot(turned, direction));
  return direction;
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let n = 0; n < left.length; n++) sum += left[n]! * right[n]!;
  return sum;
}

function addTo(target: Float64Array, other: Float64Array, times: number): void {
  for (let n = 0; n < target.length; n++) target[n] = target[n]! + times * other[n]!;
}
