import type { ReportDocument } from '../data/document';

/** A report with the person's own names of segments in place of its own, wherever they are shown. */
export function renamed(doc: ReportDocument): ReportDocument {
  const names = doc.names;
  if (!names) return doc;
  const own = (kind: string, name: string): string => names[kind]?.[name] ?? name;
  return {
    ...doc,
    segmentations: doc.segmentations?.map((s) => ({ ...s, segments: s.segments.map((x) => ({ ...x, name: own(s.key, x.name) })) })),
    customers: doc.customers && {
      ...doc.customers,
      dimensions: doc.customers.dimensions.map((d) => (d.kind === 'group' && d.labels ? { ...d, labels: d.labels.map((l) => own(d.key, l)) } : d)),
    },
  };
}
