import { type Spot, spotAt, textAt } from '../spot.ts';

/** Whether a plain map of labels, as a Service has it, names a pod; one without labels names none. */
export function matchesLabels(selector: Spot | undefined, labels: Spot | undefined): boolean {
  const wanted = [...(selector?.entries ?? [])];
  return wanted.length > 0 && wanted.every(([name, { text }]) => textAt(labels, name) === text);
}

/** Whether a selector with `matchLabels` and `matchExpressions` takes a pod in; an empty one takes all. */
export function isSelected(selector: Spot | undefined, labels: Spot | undefined): boolean {
  if (selector === undefined) return false;
  const wanted = [...(spotAt(selector, 'matchLabels')?.entries ?? [])];
  const tests = spotAt(selector, 'matchExpressions')?.items ?? [];
  return (
    wanted.every(([name, { text }]) => textAt(labels, name) === text) &&
    tests.every((test) => holds(test, labels))
  );
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
