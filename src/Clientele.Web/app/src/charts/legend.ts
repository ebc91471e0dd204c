import type { Look } from '../look/look';
import { short } from './frame';

const letter = 6.5;
const mark = 46;
const line = 22;

/** Names over the picture on as many lines as they need, up to four; more are turned over. */
export function legend(look: Look, names: string[], wide = false): { legend: Record<string, unknown> | undefined; top: number } {
  if (names.length < 2) return { legend: undefined, top: 0 };
  const width = look.narrow ? 300 : wide ? 1150 : 520;
  const most = look.narrow ? 34 : 46;
  let [lines, at] = [1, 0];
  for (const name of names) {
    const own = Math.min(name.length, most) * letter + mark;
    if (at > 0 && at + own > width) [lines, at] = [lines + 1, 0];
    at += own;
  }
  const turned = lines > 4;
  return {
    top: (turned ? 1 : lines) * line + 4,
    legend: { data: names, top: 0, left: 0, type: turned ? 'scroll' : 'plain', textStyle: { color: look.ink }, pageTextStyle: { color: look.ink }, pageIconColor: look.ink, pageIconInactiveColor: look.line, itemWidth: 18, itemHeight: 11, formatter: (name: string) => short(name, most) },
  };
}
