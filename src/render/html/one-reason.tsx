import type { Reason } from '../../advice/advice.ts';
import { describeCondition } from '../describe-condition.ts';
import { showFact, titlePlacement } from '../name-things.ts';
import { showMarks } from '../show-marks.ts';
import { wordOrigin } from '../report/word-origin.ts';
import { Citations } from './citations.tsx';
import type { PartView } from './part-view.ts';

/** A rule that fired: what it says, and folded below it all that it rests on. */
export function OneReason(props: {
  readonly reason: Reason;
  readonly ruling: boolean;
  readonly view: PartView;
  readonly id?: string;
}) {
  const { reason, ruling, view, id } = props;
  const { rulebook } = view;
  const rule = rulebook.rules.find((each) => each.id === reason.rule);
  const votes = !ruling && reason.strength !== null;
  return (
    <details class="reason" {...(id === undefined ? {} : { id })}>
      <summary>
        <span class={`tier ${votes ? `tier-${reason.strength ?? ''}` : 'tier-rules-out'}`}>
          {votes ? reason.strength : 'rules out'}
        </span>
        <span>{reason.because}</span>
      </summary>
      <dl>
        <dt>Rule</dt>
        <dd>
          <code>{reason.rule}</code>: {reason.title}{' '}
          <span class="quiet">
            {reason.at.file}:{reason.at.line}
          </span>
          {reason.marks !== undefined && ` ${showMarks(reason.marks)}`}
        </dd>
        {rule !== undefined && (
          <>
            <dt>Fires when</dt>
            <dd>{describeCondition(rule.when, rulebook.params)}</dd>
          </>
        )}
        {reason.removes.length > 0 && (
          <>
            <dt>Rules out</dt>
            <dd>{reason.removes.map((id) => titlePlacement(rulebook, id)).join(', ')}</dd>
          </>
        )}
        {reason.facts.length > 0 && (
          <>
            <dt>Facts</dt>
            <dd>
              <ul>
                {reason.facts.map((fact) => (
                  <li key={fact.fact}>
                    {showFact(rulebook, fact)} <span class="quiet">{wordOrigin(fact, view.file)}</span>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        {reason.instead !== undefined && (
          <>
            <dt>Instead</dt>
            <dd>{reason.instead}</dd>
          </>
        )}
        {reason.contested !== undefined && (
          <>
            <dt>Contested</dt>
            <dd>{reason.contested}</dd>
          </>
        )}
        <dt>Sources</dt>
        <dd>
          <Citations ids={reason.cites} rulebook={rulebook} />
        </dd>
      </dl>
    </details>
  );
}
