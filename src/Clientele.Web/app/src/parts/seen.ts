/** How near an element is to what the reader sees. */
export interface Seen {
  /** Any part of it is in the window. */
  inSight: boolean;
  /** It is in the window or just beyond. */
  near: boolean;
}

type Told = (seen: Seen) => void;

const told = new WeakMap<Element, { seen: Seen; tell: Told }>();
const beyond = '200px';

function observer(kind: keyof Seen, rootMargin: string): IntersectionObserver | null {
  if (typeof IntersectionObserver === 'undefined') return null;
  return new IntersectionObserver((entries) => {
    for (const entry of entries) {
      const known = told.get(entry.target);
      if (!known) continue;
      known.seen = { ...known.seen, [kind]: entry.isIntersecting };
      known.tell(known.seen);
    }
  }, { rootMargin });
}

const [sight, nearness] = [observer('inSight', '0px'), observer('near', beyond)];

/** Tells whenever an element comes or goes; without the browser's help everything counts as seen. */
export function watch(element: Element, tell: Told): void {
  if (!sight || !nearness) {
    tell({ inSight: true, near: true });
    return;
  }
  told.set(element, { seen: { inSight: false, near: false }, tell });
  sight.observe(element);
  nearness.observe(element);
}

/** Work that follows the filters, done only while its element is near the window, and after what is in sight was drawn. */
export function lazily(element: Element, work: () => void): { refresh: () => void } {
  let [near, stale, waiting] = [false, true, false];
  const later = (): void => {
    if (waiting) return;
    waiting = true;
    window.setTimeout(() => {
      waiting = false;
      if (!near || !stale) return;
      stale = false;
      work();
    });
  };
  watch(element, (seen) => {
    near = seen.near;
    if (near && stale) later();
  });
  return { refresh: () => { stale = true; if (near) later(); } };
}
