import { bar } from './bar';
import { box } from './box';
import type { AnyChart } from './chart';
import { dendrogram } from './dendrogram';
import { elbow } from './elbow';
import { interval } from './interval';
import { heatmap } from './heatmap';
import { histogram } from './histogram';
import { line } from './line';
import { lorenz } from './lorenz';
import { parallel } from './parallel';
import { sankey } from './sankey';
import { scatter } from './scatter';
import { silhouette } from './silhouette';
import { snake } from './snake';
import { treemap } from './treemap';
import { waterfall } from './waterfall';

/** Every chart, by name. A new one: its file, and its line here. */
export const charts: readonly AnyChart[] = [
  histogram,
  bar,
  line,
  scatter,
  heatmap,
  box,
  silhouette,
  elbow,
  dendrogram,
  snake,
  parallel,
  treemap,
  sankey,
  lorenz,
  waterfall,
  interval,
];

export function chart(name: string): AnyChart {
  const found = charts.find((c) => c.name === name);
  if (!found) throw new RangeError(`There is no chart '${name}'. Choose one of: ${charts.map((c) => c.name).join(', ')}.`);
  return found;
}
