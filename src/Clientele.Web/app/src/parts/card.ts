import { drawing, svg, type Drawing } from '../charts/canvas';
import type { AnyChart, Figure } from '../charts/chart';
import type { Look } from '../look/look';
import type { View } from '../view';
import { el } from './dom';
import { csv, download, fileName } from './download';
import { point } from './pointing';
import { sayReach } from './reach';
import { watch, type Seen } from './seen';

export interface CardOptions {
  title: string;
  note?: string;
  chart: AnyChart;
  /** What to draw; null hides the card. */
  data: () => unknown;
  /** Takes two columns. */
  wide?: boolean;
  /** Takes the whole row. */
  full?: boolean;
  /** Takes two rows where cards stand in two columns. */
  tall?: boolean;
  /** What a pick of table rows means: a click gives one row, a drag a stretch of them. */
  pick?: (rows: number[], several: boolean) => void;
  /** A rectangle drawn over the picture, in the units of the axes. */
  area?: (x: [number, number], y: [number, number]) => void;
  tools?: HTMLElement;
  /** The filters that this card follows, where these are not all: dimension keys. The card says so, and speaks up while others are set. */
  reach?: string[];
}

/** What must stay for a picture to be brought up to date: the look, the axes' number of names, and the series by kind and name. Marks come and go with their data, so pictures with marks are made anew. */
function shapeOf(figure: Figure, look: Look): string {
  const series = (figure.option.series ?? []) as { type: string; name?: string; markLine?: unknown; markPoint?: unknown; data?: unknown[] }[];
  if (series.some((s) => s.markLine || s.markPoint || !updatable.has(s.type))) return `anew ${drawn++}`;
  return JSON.stringify([look.dark, look.narrow, look.patterns, figure.height, figure.rows.length, series.map((s) => [s.type, s.name])]);
}

const updatable = new Set(['bar', 'line', 'heatmap']);
let drawn = 0;

/** Every card of the page: printing draws them all. */
export const cards: Card[] = [];

/** A chart with its title, its words, its table and its downloads. Drawn when it comes into sight. */
export class Card {
  readonly element: HTMLElement;
  private readonly plot: HTMLElement;
  private readonly said: HTMLElement;
  private readonly reached: HTMLElement | null;
  private readonly rows: HTMLElement;
  private readonly more: HTMLDetailsElement;
  private picture: Drawing | null = null;
  private figure: Figure | null = null;
  private seen: Seen = { inSight: false, near: false };
  private waiting = false;
  /** What the picture was last made of: while it stays, only values change and the picture is brought up to date instead of made anew. */
  private shape = '';
  private stale = true;
  private asTable = false;

  constructor(private readonly view: View, private readonly options: CardOptions) {
    this.plot = el('div', { class: 'plot', role: 'img', 'aria-label': options.title });
    this.said = el('p', { class: 'said' });
    this.reached = options.reach && view.dimensions.length > 0 ? el('p', { class: 'reach' }) : null;
    this.rows = el('div', { class: 'scroll rows', hidden: true, tabindex: '0', role: 'region', 'aria-label': `${options.title} as a table` });
    const button = (text: string, act: () => void) => el('button', { type: 'button', onclick: () => { act(); this.more.open = false; } }, text);
    this.more = el('details', { class: 'more' }, el('summary', { 'aria-label': `More about ${options.title}` }, '⋯'),
      el('div', { class: 'menu' }, button('Show as table', () => this.turn()), button('Save PNG', () => this.save('png')), button('Save SVG', () => this.save('svg')), button('Save CSV', () => this.save('csv'))));
    this.element = el('section', { class: `card${options.wide ? ' wide' : ''}${options.full ? ' full' : ''}${options.tall ? ' tall' : ''}`, 'data-chart': options.chart.name },
      el('header', {}, el('h3', {}, options.title), this.more),
      options.note ? el('p', { class: 'note' }, options.note) : null, options.tools ?? null, this.plot, this.rows, this.said, this.reached);
    if (this.reached) sayReach(view, this.reached, options.reach!);
    this.reserve();
    watch(this.element, (now) => {
      this.seen = now;
      if (now.near && this.stale) this.draw();
    });
    view.follow(this);
    cards.push(this);
  }

  refresh(): void {
    if (this.reached) sayReach(this.view, this.reached, this.options.reach!);
    this.stale = true;
    if (this.seen.inSight) this.draw();
    else if (this.seen.near) this.drawLater();
  }

  /** What is just out of sight waits until the rest is painted. */
  private drawLater(): void {
    if (this.waiting) return;
    this.waiting = true;
    window.setTimeout(() => {
      this.waiting = false;
      if (this.stale && this.seen.near) this.draw();
    });
  }

  /** Draws whatever is not drawn yet, in sight or not. */
  drawNow(): void {
    if (this.stale) this.draw();
    this.picture?.resize();
  }

  /** Makes the picture anew as fine as screen or paper want it. */
  forPaper(): void {
    this.picture?.dispose();
    this.picture = null;
    this.plot.replaceChildren();
    this.shape = '';
    this.stale = true;
    if (document.documentElement.classList.contains('printing') || this.seen.near) this.draw();
  }

  resize(): void {
    this.stale = true;
    this.shape = '';
    this.picture?.resize();
    if (this.seen.near) this.draw();
  }

  /** Room for the picture before it is drawn, so that nothing jumps while one scrolls. */
  private reserve(): void {
    const data = this.options.data();
    this.element.hidden = data === null;
    if (data !== null) this.plot.style.height = this.height(this.options.chart.draw(data, this.view.look));
  }

  private height(figure: Figure): string {
    return `${figure.height ?? (this.options.wide ? 320 : 260)}px`;
  }

  private draw(): void {
    const data = this.options.data();
    this.element.hidden = data === null;
    if (data === null) return;
    this.figure = this.options.chart.draw(data, this.view.look);
    this.said.textContent = this.figure.words;
    this.plot.setAttribute('aria-label', `${this.options.title}. ${this.figure.words}`);
    const height = this.height(this.figure);
    const grown = this.plot.style.height !== height;
    this.plot.style.height = height;
    if (this.asTable) this.fill();
    else {
      if (!this.picture) {
        this.picture = drawing(this.plot, document.documentElement.classList.contains('printing'));
        point(this.picture, this.plot, () => this.figure, this.options);
      } else if (grown) this.picture.resize();
      const shape = shapeOf(this.figure, this.view.look);
      this.picture.setOption(this.figure.option, { notMerge: shape !== this.shape, lazyUpdate: false });
      this.shape = shape;
      this.element.dataset.drawn = 'yes';
    }
    this.stale = false;
  }

  private turn(): void {
    this.asTable = !this.asTable;
    this.plot.hidden = this.asTable;
    this.rows.hidden = !this.asTable;
    (this.more.querySelector('button') as HTMLElement).textContent = this.asTable ? 'Show as chart' : 'Show as table';
    this.draw();
    this.picture?.resize();
    if (this.asTable) this.rows.focus();
  }

  /** The table view: where a mark can be picked, its name is a button, so that the keyboard can, too. */
  private fill(): void {
    const figure = this.figure as Figure;
    const body = el('tbody');
    figure.rows.slice(0, 1000).forEach((row, r) => {
      const tr = el('tr');
      row.forEach((value, i) => {
        const text = typeof value === 'number' ? String(value) : value;
        if (i > 0) tr.append(el('td', typeof value === 'number' ? { class: 'right' } : {}, text));
        else if (this.options.pick) tr.append(el('th', { scope: 'row' }, el('button', { type: 'button', class: 'link', onclick: () => this.options.pick?.([r], false) }, text)));
        else tr.append(el('th', { scope: 'row' }, text));
      });
      body.append(tr);
    });
    const head = el('tr', {}, ...figure.columns.map((c) => el('th', { scope: 'col' }, c)));
    this.rows.replaceChildren(el('table', {}, el('caption', { class: 'unseen' }, this.options.title), el('thead', {}, head), body));
  }

  private save(kind: 'png' | 'svg' | 'csv'): void {
    this.drawNow();
    const figure = this.figure;
    if (!figure) return;
    const name = fileName(this.options.title);
    if (kind === 'csv') download(`${name}.csv`, csv(figure.columns, figure.rows), 'text/csv;charset=utf-8');
    else if (kind === 'svg') download(`${name}.svg`, svg(figure.option, Math.max(480, this.plot.clientWidth), parseInt(this.plot.style.height, 10)), 'image/svg+xml');
    else if (this.picture) download(`${name}.png`, this.picture.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: this.view.look.surface }));
  }
}
