import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import { el } from './dom';

export interface GridColumn {
  title: string;
  width: number;
  right?: boolean;
  text: (row: number) => string;
  /** Sorting key; texts sort by their code units. */
  order: (row: number) => number | string;
  /** What a click on the cell does. */
  open?: (row: number) => void;
}

const high = 34;

/** A table of any length: only the rows in sight exist. Rows stay columns of numbers; no object per customer is made. */
export class CustomerGrid {
  readonly element: HTMLElement;
  private readonly scroller: HTMLElement;
  private readonly body: HTMLElement;
  private readonly head: HTMLElement;
  private readonly sheet: HTMLElement;
  private readonly virtual: Virtualizer<HTMLElement, HTMLElement>;
  private rows: Int32Array = new Int32Array(0);
  private sorted = { column: -1, down: true };

  constructor(private readonly columns: GridColumn[], start: { column: number; down: boolean }, what = 'Customers') {
    this.sorted = start;
    this.head = el('div', { role: 'row', class: 'grid-head' });
    this.body = el('div', { role: 'rowgroup', class: 'grid-body' });
    this.sheet = el('div', { role: 'table', 'aria-label': what, class: 'grid-sheet' }, el('div', { role: 'rowgroup' }, this.head), this.body);
    this.scroller = el('div', { class: 'grid', tabindex: '0', role: 'region', 'aria-label': `Table of ${what.toLowerCase()}, scrolls` }, this.sheet);
    this.element = this.scroller;
    const template = columns.map((c) => `minmax(${c.width}px, ${c.width}fr)`).join(' ');
    this.sheet.style.setProperty('--columns', template);
    this.sheet.style.minWidth = `${columns.reduce((sum, c) => sum + c.width, 0)}px`;
    columns.forEach((c, i) => this.head.append(el('div', { role: 'columnheader', class: c.right ? 'right' : '' }, el('button', { type: 'button', onclick: () => this.sort(i) }, c.title))));
    this.virtual = new Virtualizer<HTMLElement, HTMLElement>({
      count: 0, getScrollElement: () => this.scroller, estimateSize: () => high, overscan: 8,
      scrollToFn: elementScroll, observeElementRect, observeElementOffset, onChange: () => this.draw(),
    });
    this.virtual._didMount();
  }

  /** These rows, in the order of the chosen column; equal ones stay in table order. */
  show(rows: Int32Array): void {
    this.rows = rows;
    this.reorder();
    this.virtual.setOptions({ ...this.virtual.options, count: rows.length });
    this.virtual._willUpdate();
    this.virtual.measure();
    this.draw();
  }

  private sort(column: number): void {
    this.sorted = { column, down: this.sorted.column === column ? !this.sorted.down : this.columns[column].right === true };
    this.reorder();
    this.scroller.scrollTop = 0;
    this.draw();
  }

  private reorder(): void {
    const { column, down } = this.sorted;
    const order = this.columns[column].order;
    const sign = down ? -1 : 1;
    this.rows.sort((a, b) => {
      const [x, y] = [order(a), order(b)];
      if (x !== x || y !== y) return (x !== x ? 1 : 0) - (y !== y ? 1 : 0) || a - b;
      return x < y ? -sign : x > y ? sign : a - b;
    });
    [...this.head.children].forEach((cell, i) => cell.setAttribute('aria-sort', i !== column ? 'none' : down ? 'descending' : 'ascending'));
  }

  private draw(): void {
    const items = this.virtual.getVirtualItems();
    this.body.style.height = `${this.virtual.getTotalSize()}px`;
    this.sheet.setAttribute('aria-rowcount', String(this.rows.length + 1));
    this.body.replaceChildren(...items.map((item) => {
      const row = el('div', { role: 'row', class: 'grid-row', 'aria-rowindex': String(item.index + 2) });
      row.style.transform = `translateY(${item.start}px)`;
      for (const column of this.columns) row.append(el('div', { role: 'cell', class: column.right ? 'right' : '' }, this.cell(column, this.rows[item.index])));
      return row;
    }));
  }

  private cell(column: GridColumn, row: number): Node | string {
    const open = column.open;
    return open ? el('button', { type: 'button', class: 'link', onclick: () => open(row) }, column.text(row)) : column.text(row);
  }
}
