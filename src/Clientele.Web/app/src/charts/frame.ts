import type { Look } from '../look/look';

const family = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif';

/** What all charts share: text, tooltip as drawn text (never markup), patterns where wished. */
export function frame(look: Look, words: string): Record<string, unknown> {
  return {
    backgroundColor: 'transparent',
    animationDuration: 250,
    // A click is answered at once.
    animationDurationUpdate: 0,
    textStyle: { fontFamily: family, color: look.ink, fontSize: 12 },
    aria: { enabled: true, label: { description: words }, decal: { show: look.patterns } },
    tooltip: tooltip(look, {}),
  };
}

export function tooltip(look: Look, more: Record<string, unknown>): Record<string, unknown> {
  return {
    renderMode: 'richText', confine: true, backgroundColor: look.surface, borderColor: look.line, borderWidth: 1, padding: [8, 10],
    textStyle: { color: look.ink, fontSize: 12, fontFamily: family }, ...more,
  };
}

export function grid(more: Record<string, unknown> = {}): Record<string, unknown> {
  return { left: 8, right: 16, top: 28, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel', ...more };
}

export function values(look: Look, name: string, format: (value: number) => string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: 'value', name, nameTextStyle: { color: look.soft, align: 'left' }, nameGap: 12,
    axisLabel: { color: look.soft, formatter: (v: number) => format(v), hideOverlap: true },
    splitLine: { lineStyle: { color: look.line } }, axisLine: { show: false }, axisTick: { show: false }, ...more,
  };
}

/** An axis below: its name stands in the middle under it. */
export function below(name: string): Record<string, unknown> {
  return { name, nameLocation: 'middle', nameGap: 28, nameTextStyle: { align: 'center' } };
}

export function categories(look: Look, labels: string[], more: Record<string, unknown> = {}): Record<string, unknown> {
  const { axisLabel, ...rest } = more as { axisLabel?: Record<string, unknown> };
  return {
    type: 'category', data: labels, axisTick: { show: false }, axisLine: { lineStyle: { color: look.line } },
    nameTextStyle: { color: look.soft }, axisLabel: { color: look.soft, hideOverlap: true, ...axisLabel }, ...rest,
  };
}

/** Cuts a name that would push the picture aside. */
export function short(text: string, most = 24): string {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
}
