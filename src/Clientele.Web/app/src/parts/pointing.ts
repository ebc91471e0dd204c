import type { Drawing } from '../charts/canvas';
import type { Figure } from '../charts/chart';
import { el } from './dom';

interface Pointing {
  pick?: (rows: number[], several: boolean) => void;
  area?: (x: [number, number], y: [number, number]) => void;
}

interface ZrEvent {
  offsetX: number;
  offsetY: number;
  event?: { zrByTouch?: boolean; pointerType?: string };
}

/** Clicks and drags on a picture, told in rows of its table or in units of its axes. A finger clicks only: dragging scrolls. */
export function point(picture: Drawing, plot: HTMLElement, figure: () => Figure | null, options: Pointing): void {
  if (!options.pick && !options.area) return;
  const zr = picture.getZr();
  let from: ZrEvent | null = null;
  let dragged = false;
  const band = el('div', { class: 'band', hidden: true });
  plot.append(band);
  plot.classList.add('pickable');

  const place = (e: ZrEvent): [number, number] => picture.convertFromPixel({ gridIndex: 0 }, [e.offsetX, e.offsetY]) as unknown as [number, number];
  const row = (e: ZrEvent): number => {
    const f = figure();
    const at = Math.round(place(e)[f?.axis === 'y' ? 1 : 0]);
    return f && Number.isFinite(at) ? Math.min(Math.max(at, 0), f.rows.length - 1) : -1;
  };
  const touch = (e: ZrEvent): boolean => e.event?.zrByTouch === true || e.event?.pointerType === 'touch';
  const near = (a: ZrEvent, b: ZrEvent): boolean => Math.hypot(a.offsetX - b.offsetX, a.offsetY - b.offsetY) < 6;

  const show = (a: ZrEvent, b: ZrEvent): void => {
    const axis = figure()?.axis;
    band.hidden = false;
    band.style.left = axis === 'y' ? '0' : `${Math.min(a.offsetX, b.offsetX)}px`;
    band.style.width = axis === 'y' ? '100%' : `${Math.abs(a.offsetX - b.offsetX)}px`;
    band.style.top = axis === 'x' ? '0' : `${Math.min(a.offsetY, b.offsetY)}px`;
    band.style.height = axis === 'x' ? '100%' : `${Math.abs(a.offsetY - b.offsetY)}px`;
  };
  const stretch = (a: number, b: number): number[] => Array.from({ length: Math.abs(b - a) + 1 }, (_, i) => Math.min(a, b) + i);

  zr.on('mousedown', (e: unknown) => {
    from = e as ZrEvent;
    dragged = false;
  });
  zr.on('mousemove', (e: unknown) => {
    const now = e as ZrEvent;
    if (!from || touch(now) || (!options.area && !figure()?.axis)) return;
    if (!dragged && near(from, now)) return;
    dragged = true;
    show(from, now);
    if (options.pick && figure()?.axis) options.pick(stretch(row(from), row(now)), true);
  });
  zr.on('mouseup', (e: unknown) => {
    const [start, now] = [from, e as ZrEvent];
    from = null;
    band.hidden = true;
    if (!start) return;
    if (dragged && options.area) {
      const [a, b] = [place(start), place(now)];
      options.area([Math.min(a[0], b[0]), Math.max(a[0], b[0])], [Math.min(a[1], b[1]), Math.max(a[1], b[1])]);
    } else if (!dragged && options.pick && figure()?.axis && near(start, now)) {
      const at = row(now);
      if (at >= 0) options.pick([at], false);
    }
  });
  zr.on('globalout', () => { band.hidden = true; });
  picture.on('click', (mark) => {
    const f = figure();
    if (!f?.hit || !options.pick) return;
    const at = f.hit(mark as unknown as Parameters<NonNullable<Figure['hit']>>[0]);
    if (at >= 0) options.pick([at], false);
  });
}
