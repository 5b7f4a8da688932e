import type { Reason } from '../../../advice/result.ts';
import { wordCondition } from '../../../report/condition.ts';
import { showMarks } from '../../../report/marks.ts';
import { showFact, showRemover, titlePlacement } from '../../../report/names.ts';
import { wordOrigin } from '../../../report/origins.ts';
import { arrangeReasons, type ReasonGroup } from '../../../report/reasons.ts';
import { Citations } from './citations.tsx';
import { anchorRule, type PartView } from './part-view.ts';

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
        <span class={`tier ${votes ? `tier-${reason.strength}` : 'tier-rules-out'}`}>
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
            <dd>{wordCondition(rule.when, rulebook.params)}</dd>
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

/** Why the headline is what it is; every reason opens to its rule, facts and citations. */
export function Reasons({ view }: { readonly view: PartView }) {
  const groups = arrangeReasons(view.part, true);
  const shown = new Map<string, string>();
  for (const { title, reasons } of groups)
    for (const { rule } of reasons) if (!shown.has(rule)) shown.set(rule, title);
  const form = view.part.reasons.form.filter((reason) => !shown.has(reason.rule));
  const isFirst = (rule: string, title: string) => (shown.get(rule) ?? title) === title;
  return (
    <section class="reasons">
      {groups.map((group) => (
        <Group key={group.title} group={group} view={view} isFirst={isFirst} />
      ))}
      {form.length > 0 && (
        <Group
          group={{ title: 'Why this form', reasons: form, ruling: false, unmet: [] }}
          view={view}
          isFirst={isFirst}
        />
      )}
      <Conflicts view={view} />
      {view.part.notes.map(({ rule, note }) => (
        <p key={rule} class="note">
          <strong>Note</strong> {note} <code>{rule}</code>
        </p>
      ))}
    </section>
  );
}

/** For `none`: the smallest sets that leave nothing, and what could be done about each. */
function Conflicts({ view }: { readonly view: PartView }) {
  const { conflicts } = view.part;
  if (conflicts.length === 0) return null;
  const ways = arrangeReasons(view.part, true).flatMap(({ reasons }) =>
    reasons.flatMap((reason) => reason.instead ?? []),
  );
  return (
    <>
      <h3>{conflicts.length === 1 ? 'What leaves nothing' : 'Each of these leaves nothing'}</h3>
      <ul>
        {conflicts.map((set, index) => (
          <li key={index}>{set.map(showRemover).join(' with ')}</li>
        ))}
      </ul>
      {ways.map((way) => (
        <p key={way}>Instead: {way}</p>
      ))}
    </>
  );
}

function Group(props: {
  readonly group: ReasonGroup;
  readonly view: PartView;
  /** A rule that stands in two groups has its id in the first. */
  readonly isFirst: (rule: string, title: string) => boolean;
}) {
  const { group, view, isFirst } = props;
  return (
    <>
      <h3>{group.title}</h3>
      {group.reasons.length + group.unmet.length === 0 && <p class="quiet">Nothing.</p>}
      {group.unmet.map(({ placement, facts }) => (
        <p key={placement} class="reason-line">
          <span class="tier">needs</span>
          <span>
            {titlePlacement(view.rulebook, placement)}: what it needs is not there (
            {facts
              .map((fact) => `${showFact(view.rulebook, fact)}, ${wordOrigin(fact, view.file)}`)
              .join('; ')}
            )
          </span>
        </p>
      ))}
      {group.reasons.map((reason) => (
        <OneReason
          key={reason.rule}
          reason={reason}
          ruling={group.ruling}
          view={view}
          {...(isFirst(reason.rule, group.title) ? { id: anchorRule(view, reason.rule) } : {})}
        />
      ))}
    </>
  );
}
