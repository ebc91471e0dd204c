import { BarChart, BoxplotChart, HeatmapChart, LineChart, ParallelChart, SankeyChart, ScatterChart, TreemapChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, LegendScrollComponent, MarkLineComponent, MarkPointComponent, ParallelComponent, TooltipComponent, VisualMapContinuousComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';

// Only the parts in use: the rest of the library stays out of the page.
echarts.use([
  BarChart, BoxplotChart, HeatmapChart, LineChart, ParallelChart, SankeyChart, ScatterChart, TreemapChart,
  AriaComponent, GridComponent, LegendComponent, LegendScrollComponent, MarkLineComponent, MarkPointComponent, ParallelComponent, TooltipComponent, VisualMapContinuousComponent,
  CanvasRenderer, SVGRenderer,
]);

export type Drawing = echarts.ECharts;
export type Option = echarts.EChartsCoreOption;

/** A picture as fine as the screen; on paper, which shows more, three times as fine. */
export function drawing(element: HTMLElement, paper = false): Drawing {
  return echarts.init(element, null, { renderer: 'canvas', devicePixelRatio: paper ? 3 : Math.max(1, window.devicePixelRatio || 1) });
}

/** The same picture as a vector drawing. */
export function svg(option: Option, width: number, height: number): string {
  const off = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    off.setOption({ ...option, animation: false });
    return off.renderToSVGString();
  } finally {
    off.dispose();
  }
}
