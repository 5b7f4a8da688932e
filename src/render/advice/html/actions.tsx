import type { ActionItem } from '../../../advice/result.ts';
import { showFact, titlePlacement } from '../../../report/names.ts';
import { wordOrigin } from '../../../report/origins.ts';
import { Citations } from './citations.tsx';
import type { PartView } from './part-view.ts';

/** What to do: the conditions of the decision before everything else. */
export function Actions({ view }: { readonly view: PartView }) {
  const { actions } = view.part;
  if (actions.length === 0) return null;
  const of = (level: ActionItem['level']) => actions.filter((action) => action.level === level);
  return (
    <section class="actions">
      <h3>What to do</h3>
      <List title="Must: conditions of the decision" actions={of('must')} view={view} />
      <List title="Should" actions={of('should')} view={view} />
    </section>
  );
}

function List(props: {
  readonly title: string;
  readonly actions: readonly ActionItem[];
  readonly view: PartView;
}) {
  const { title, actions, view } = props;
  if (actions.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      {actions.map((action) => (
        <OneAction key={action.id} action={action} view={view} />
      ))}
    </>
  );
}

function OneAction({ action, view }: { readonly action: ActionItem; readonly view: PartView }) {
  const some = view.part.verdict.forms.length > action.for.length && action.for.length > 0;
  return (
    <details class={`action action-${action.level}`}>
      <summary>
        <span class="tick" aria-hidden="true" />
        <span>
          {action.title}
          {some && (
            <span class="quiet">
              {' '}
              · {action.for.map((id) => titlePlacement(view.rulebook, id)).join(', ')}
            </span>
          )}
          {action.contradictedBy.length > 0 && (
            <span class="warning">
              {' '}
              Contradicted by what was said:{' '}
              {action.contradictedBy
                .map((fact) => `${showFact(view.rulebook, fact)}, ${wordOrigin(fact, view.file)}`)
                .join(' · ')}
            </span>
          )}
        </span>
      </summary>
      <p>
        {action.because} <code>{action.id}</code>
        {action.rule !== null && (
          <>
            {' '}
            demanded by <code>{action.rule}</code>
          </>
        )}
      </p>
      {action.facts.length > 0 && (
        <p class="quiet">
          Since{' '}
          {action.facts
            .map((fact) => `${showFact(view.rulebook, fact)} (${wordOrigin(fact, view.file)})`)
            .join(' · ')}
        </p>
      )}
      <Citations ids={action.cites} rulebook={view.rulebook} />
    </details>
  );
}
