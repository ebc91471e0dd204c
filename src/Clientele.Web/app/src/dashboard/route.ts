/** Where in the dashboard a person is. It stands before the # of the address; the filters of a report stand behind it. */
export type Route =
  | { page: 'start' }
  | { page: 'run'; run: string }
  | { page: 'source'; source: string }
  | { page: 'again'; from: string }
  | { page: 'job'; job: string }
  | { page: 'compare'; a: string; b: string; by: string; otherBy: string };

const id = /^[a-z][0-9a-f]{16}$/;

/** The page of an address; what cannot be read leads to the start. */
export function read(search: string): Route {
  const words = new URLSearchParams(search);
  const one = (name: string): string | null => (id.test(words.get(name) ?? '') ? words.get(name) : null);
  const kind = (name: string): string => (words.get(name) === 'cluster' ? 'cluster' : 'segment');
  const [run, source, from, job, a, b] = ['run', 'source', 'from', 'job', 'a', 'b'].map(one);
  if (run) return { page: 'run', run };
  if (source) return { page: 'source', source };
  if (from) return { page: 'again', from };
  if (job) return { page: 'job', job };
  if (a && b) return { page: 'compare', a, b, by: kind('by'), otherBy: kind('otherBy') };
  return { page: 'start' };
}

/** The address of a page. */
export function write(route: Route): string {
  switch (route.page) {
    case 'run': return `/?run=${route.run}`;
    case 'source': return `/?source=${route.source}`;
    case 'again': return `/?from=${route.from}`;
    case 'job': return `/?job=${route.job}`;
    case 'compare': return `/?a=${route.a}&b=${route.b}&by=${route.by}&otherBy=${route.otherBy}`;
    default: return '/';
  }
}

/** Goes there. */
export function open(route: Route): void {
  location.assign(write(route));
}
