import { escapeLabel } from '../report/escape-label.ts';
import type { Stack } from '../report/describe-stack.ts';

/**
 * Draws stacks side by side as a Mermaid flow chart, hardware at the bottom. What neighbours share is
 * dashed.
 * @param stacks each with what it is called in the picture
 */
export function drawStacks(stacks: readonly { readonly role: string; readonly stack: Stack }[]): string {
  const groups = stacks.flatMap(({ role, stack }, index) => {
    const node = (layer: number) => `s${index}l${layer}`;
    const boxes = stack.layers.map(
      ({ is, shared }, layer) => `    ${node(layer)}["${escapeLabel(is)}"]${shared ? ':::shared' : ''}`,
    );
    const links = stack.layers.slice(1).map((_, layer) => `    ${node(layer)} --- ${node(layer + 1)}`);
    return [
      `  subgraph s${index}["${escapeLabel(`${role}: ${stack.title}`)}"]`,
      '    direction BT',
      ...boxes,
      ...links,
      '  end',
    ];
  });
  return ['flowchart LR', ...groups, '  classDef shared stroke-dasharray: 5 4'].join('\n');
}
