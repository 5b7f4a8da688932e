import { type StackLayer, runnerUpRole, type Stack, viewStacks } from '../../../report/stack.ts';
import { Fold } from './fold.tsx';
import type { PagePart } from './page-part.ts';

// Measures of the picture, in units of its own coordinates.
const width = 320;
const ownWidth = 212;
const gap = 6;
const line = 17;
const padding = 9;
const neighbourLeft = ownWidth + 12;

/** The recommended stack beside the runner-up, hardware at the bottom. */
export function StackPictures({ about }: { readonly about: PagePart }) {
  const stacks = viewStacks(about);
  if (stacks.length === 0) return null;
  return (
    <Fold title="What it would stand on" name="stacks">
      <div class="side-by-side">
        {stacks.map((stack) => (
          <figure key={stack.placement} class={stack.role === runnerUpRole ? 'is-second' : 'is-first'}>
            <figcaption>
              {stack.role}: {stack.title}
            </figcaption>
            <StackPicture stack={stack} />
          </figure>
        ))}
      </div>
      <p class="quiet">
        Dashed boxes are neighbours; what reaches below them is shared with them, what stands beside them is
        not.
      </p>
    </Fold>
  );
}

interface Box {
  readonly layer: StackLayer;
  readonly lines: readonly string[];
  readonly top: number;
  readonly height: number;
}

function StackPicture({ stack }: { readonly stack: Stack }) {
  const boxes = placeBoxes(stack.layers);
  const own = boxes.filter(({ layer }) => !layer.shared);
  const top = boxes[0]?.top ?? 0;
  const bottom = Math.max(...boxes.map((box) => box.top + box.height));
  const ownBottom = Math.max(...own.map((box) => box.top + box.height));
  const words = stack.layers.map(({ is, shared }) => `${is}${shared ? ' (shared)' : ''}`).join(', ');
  return (
    <svg
      class="stack"
      viewBox={`0 0 ${width} ${bottom + 2}`}
      role="img"
      aria-label={`From the bottom up: ${words}`}
    >
      {own.length > 0 && (
        <g class="neighbour" aria-hidden="true">
          <rect
            x={neighbourLeft}
            y={top + 1}
            width={width - neighbourLeft - 1}
            height={ownBottom - top - 2}
            rx="6"
          />
          <text x={(neighbourLeft + width) / 2} y={(top + ownBottom) / 2 + 4} text-anchor="middle">
            neighbours
          </text>
        </g>
      )}
      {boxes.map(({ layer, lines, top: y, height }, index) => (
        <g
          key={index}
          class={`layer layer-${layer.layer}${layer.shared ? ' is-shared' : ''}`}
          aria-hidden="true"
        >
          <title>{layer.is}</title>
          <rect x="1" y={y + 1} width={(layer.shared ? width : ownWidth) - 2} height={height - 2} rx="6" />
          {lines.map((text, row) => (
            <text key={row} x="12" y={y + padding + 12 + row * line}>
              {text}
            </text>
          ))}
        </g>
      ))}
    </svg>
  );
}

/** Places the layers from the application at the top down to the hardware. */
function placeBoxes(layers: readonly StackLayer[]): Box[] {
  const boxes: Box[] = [];
  let top = 0;
  for (const layer of [...layers].reverse()) {
    const lines = breakLabel(layer.is, layer.shared ? 44 : 28);
    const height = 2 * padding + lines.length * line;
    boxes.push({ layer, lines, top, height });
    top += height + gap;
  }
  return boxes;
}

const mostLines = 3;

/** SVG does not break lines by itself. What does not fit ends in dots; its title has all of it. */
function breakLabel(text: string, most: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(' ').flatMap((each) => each.match(new RegExp(`.{1,${most}}`, 'gu')) ?? [])) {
    if (current !== '' && current.length + 1 + word.length > most) {
      lines.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  if (current !== '') lines.push(current);
  return lines.length <= mostLines
    ? lines
    : [...lines.slice(0, mostLines - 1), `${(lines[mostLines - 1] ?? '').slice(0, most - 1)}…`];
}
