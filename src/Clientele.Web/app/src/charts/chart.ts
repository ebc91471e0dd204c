import type { EChartsCoreOption } from 'echarts/core';
import type { Look } from '../look/look';

export type Cell = string | number;

/** A drawn chart: the picture, the same as a table, and the same in words. */
export interface Figure {
  option: EChartsCoreOption;
  columns: string[];
  rows: Cell[][];
  /** One or two sentences that say what there is to see. */
  words: string;
  /** Pixels; the card's own height when it is missing. */
  height?: number;
  /** The axis whose categories are the rows of the table: a click picks one, a drag picks several. */
  axis?: 'x' | 'y';
  /** The row of the table that a clicked mark stands for, or -1. */
  hit?: (mark: { dataIndex: number; seriesIndex: number; name: string; data: unknown; dataType?: string }) => number;
}

/** A kind of chart: a pure function from plain data to a figure. */
export interface Chart<D> {
  name: string;
  summary: string;
  draw(data: D, look: Look): Figure;
}

// Any data: the catalog is read by name, and each chart checks nothing that its type already says.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyChart = Chart<any>;
