import type { ComponentChildren } from 'preact';

/** A part of a report that is folded away, on paper too, until its reader opens it. */
export function Fold(props: {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly name: string;
}) {
  return (
    <details class={`fold ${props.name}`}>
      <summary>
        <h4>{props.title}</h4>
      </summary>
      {props.children}
    </details>
  );
}
