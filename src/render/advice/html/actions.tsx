import type { ActionItem } from '../../../advice/result.ts';
import { contradicted, listOnlyFor } from '../../../report/actions.ts';
import { startSentence, wordFact, wordPlacement } from '../../../report/names.ts';
import { wordOrigin } from '../../../report/origins.ts';
import { Citations } from './citations.tsx';
import type { PagePart } from './page-part.ts';

/** What to do: the conditions of the decision before everything else. */
export function Actions({ about }: { readonly about: PagePart }) {
  const { actions } = about.part;
  if (actions.length === 0) return null;
  const of = (level: ActionItem['level']) => actions.filter((action) => action.level === level);
  return (
    <section class="actions">
      <h3>What to do</h3>
      <List title="Must: conditions of the decision" actions={of('must')} about={about} />
      <List title="Should" actions={of('should')} about={about} />
    </section>
  );
}

function List(props: {
  readonly title: string;
  readonly actions: readonly ActionItem[];
  readonly about: PagePart;
}) {
  const { title, actions, about } = props;
  if (actions.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      {actions.map((action) => (
        <OneAction key={action.id} action={action} about={about} />
      ))}
    </>
  );
}

function OneAction({ action, about }: { readonly action: ActionItem; readonly about: PagePart }) {
  const { part, names, file } = about;
  const { title, level, because, id, rule, facts, contradictedBy, cites } = action;
  const only = listOnlyFor(action, part);
  return (
    <details class={`action action-${level}`}>
      <summary>
        <span class="tick" aria-hidden="true" />
        <span>
          {title}
          {only.length > 0 && (
            <span class="quiet"> · {only.map((form) => wordPlacement(names, form)).join(', ')}</span>
          )}
          {contradictedBy.length > 0 && (
            <span class="warning">
              {' '}
              {startSentence(contradicted)}:{' '}
              {contradictedBy
                .map((fact) => `${wordFact(names, fact)}, ${wordOrigin(fact, file)}`)
                .join(' · ')}
            </span>
          )}
        </span>
      </summary>
      <p>
        {because} <code>{id}</code>
        {rule !== null && (
          <>
            {' '}
            demanded by <code>{rule}</code>
          </>
        )}
      </p>
      {facts.length > 0 && (
        <p class="quiet">
          Since {facts.map((fact) => `${wordFact(names, fact)} (${wordOrigin(fact, file)})`).join(' · ')}
        </p>
      )}
      <Citations ids={cites} names={names} />
    </details>
  );
}
