/** Quantile of ascending values by linear interpolation (type 7); NaN when there are none. */
export function quantile(ascending: ArrayLike<number>, p: number): number {
  if (ascending.length === 0) return NaN;
  const at = (ascending.length - 1) * p;
  const low = Math.floor(at);
  const high = Math.min(low + 1, ascending.length - 1);
  return ascending[low] + (at - low) * (ascending[high] - ascending[low]);
}

/** 5 %, quartiles, 95 %: what a box shows. Outliers would only squeeze the picture. */
export function box(values: Float64Array): [number, number, number, number, number] {
  const ascending = values.slice().sort();
  return [0.05, 0.25, 0.5, 0.75, 0.95].map((p) => quantile(ascending, p)) as [number, number, number, number, number];
}

/** Share of the money (second) that the poorest share of customers (first) brings, at most 101 points; and the Gini coefficient. */
export function lorenz(values: ArrayLike<number>, weights: ArrayLike<number> | null = null): { points: [number, number][]; gini: number } {
  const order = Array.from({ length: values.length }, (_, i) => i).filter((i) => (weights ? weights[i] : 1) > 0);
  const each = (i: number) => Math.max(0, values[i]) / (weights ? weights[i] : 1);
  order.sort((a, b) => each(a) - each(b));
  let people = 0;
  let money = 0;
  for (const i of order) {
    people += weights ? weights[i] : 1;
    money += Math.max(0, values[i]);
  }
  if (order.length === 0 || money <= 0) return { points: [[0, 0], [1, 1]], gini: 0 };
  const points: [number, number][] = [[0, 0]];
  let [x, y, area, next] = [0, 0, 0, 0.01];
  for (const i of order) {
    const dx = (weights ? weights[i] : 1) / people;
    const dy = Math.max(0, values[i]) / money;
    area += dx * (2 * y + dy);
    x += dx;
    y += dy;
    if (x >= next - 1e-12) {
      points.push([x, y]);
      next = Math.floor(x * 100 + 1e-9) / 100 + 0.01;
    }
  }
  const last = points[points.length - 1];
  if (last[0] < 1 - 1e-12) points.push([1, 1]);
  else points[points.length - 1] = [1, 1];
  return { points, gini: 1 - area };
}
