import { options, type VNode } from 'preact';
import { escapeAddress, escapeLines, escapeText } from '../../../text/safe.ts';

/**
 * Makes every text of elements safe from now on, whoever wrote it: no component has to think of it.
 * @returns ends that
 */
export function guardElements(): () => void {
  const before = options.vnode?.bind(options);
  options.vnode = (element) => {
    guard(element);
    before?.(element);
  };
  return () => {
    if (before === undefined) delete options.vnode;
    else options.vnode = before;
  };
}

function guard({ type, props }: VNode): void {
  const own = props as Record<string, unknown>;
  for (const [name, value] of Object.entries(own)) {
    if (name === 'children') own.children = guardChildren(value, type === 'pre' ? escapeLines : escapeText);
    // What a field holds is data: it is not shown as it stands, and has to come back as it was.
    else if (typeof type === 'string' && typeof value === 'string' && name !== 'value')
      own[name] = name === 'href' ? escapeAddress(value) : escapeText(value);
  }
}

function guardChildren(children: unknown, show: (text: string) => string): unknown {
  if (typeof children === 'string') return show(children);
  return Array.isArray(children) ? children.map((child: unknown) => guardChildren(child, show)) : children;
}
