import { useRef, useState } from 'preact/hooks';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { writeWorkload } from '../workload/write-workload.ts';
import type { Workload } from '../workload/workload.ts';

/** The changed workload as the file that gives the same advice again. */
export function ChangedWorkload(props: {
  readonly workload: Workload;
  readonly rulebook: Rulebook;
  readonly profile: string | undefined;
}) {
  const { workload, rulebook, profile } = props;
  const [copied, setCopied] = useState('');
  const block = useRef<HTMLPreElement>(null);
  const text = writeWorkload(rulebook, workload);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied('Copied.');
    } catch {
      // A browser may refuse; then the text is marked, and the keyboard copies it.
      if (block.current !== null) getSelection()?.selectAllChildren(block.current);
      setCopied('The text is marked; copy it with the keyboard.');
    }
  };
  return (
    <details class="yaml">
      <summary>The changed workload as YAML</summary>
      {profile !== undefined && <p class="quiet">To be used with --profile {profile}, as the report was.</p>}
      <pre ref={block} tabIndex={0} aria-label="The changed workload as YAML">
        {text}
      </pre>
      <p>
        <button type="button" onClick={() => void copy()}>
          Copy
        </button>{' '}
        <span role="status">{copied}</span>
      </p>
    </details>
  );
}
