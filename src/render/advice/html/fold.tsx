import type { ComponentChildren } from 'preact';

/** A part of a report that is folded away, on paper too, until its reader opens it. */
export function Fold(props: {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly class?: string;
}) {
  return (
    <details class={`fold ${props.class ?? ''}`.trim()}>
      <summary>
        <h4>{props.title}</h4>
      </summary>
      {props.children}
    </details>
  );
}
