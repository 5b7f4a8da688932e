import { type Spot, spotAt, textAt } from '../spot.ts';

/** Whether a plain map of labels, as a Service has it, names a pod; one without labels names none. */
export function matchesLabels(selector: Spot | undefined, labels: Spot | undefined): boolean {
  return (selector?.entries.size ?? 0) > 0 && holdsAll(selector, labels);
}

function holdsAll(wanted: Spot | undefined, labels: Spot | undefined): boolean {
  for (const [name, { text }] of wanted?.entries ?? [])
    if (labels?.entries.get(name)?.text !== text) return false;
  return true;
}

/** The name by which what selects pods is found: its first label, or an empty one where it has none. */
export function listSelectorNames(wanted: Spot | undefined): string[] {
  const [first] = wanted?.entries ?? [];
  return [first === undefined ? '' : nameOfLabel(first)];
}

/** The names by which what selects a pod is found. */
export function listLabelNames(labels: Spot | undefined): string[] {
  return ['', ...Array.from(labels?.entries ?? [], nameOfLabel)];
}

function nameOfLabel([name, { text }]: readonly [string, Spot]): string {
  return `${name}=${text ?? ''}`;
}

/** Whether a selector with `matchLabels` and `matchExpressions` takes a pod in; an empty one takes all. */
export function isSelected(selector: Spot | undefined, labels: Spot | undefined): boolean {
  if (selector === undefined) return false;
  const tests = spotAt(selector, 'matchExpressions')?.items ?? [];
  return holdsAll(spotAt(selector, 'matchLabels'), labels) && tests.every((test) => holds(test, labels));
}

function holds(test: Spot, labels: Spot | undefined): boolean {
  const label = textAt(labels, textAt(test, 'key') ?? '');
  const values = (spotAt(test, 'values')?.items ?? []).map(({ text }) => text);
  switch (textAt(test, 'operator')) {
    case 'In':
      return label !== undefined && values.includes(label);
    case 'NotIn':
      return !values.includes(label);
    case 'Exists':
      return label !== undefined;
    case 'DoesNotExist':
      return label === undefined;
    default:
      return false;
  }
}
