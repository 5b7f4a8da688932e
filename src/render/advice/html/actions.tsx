import type { ActionItem } from '../../../advice/result.ts';
import { contradicted, listOnlyFor, listTold } from '../../../report/actions.ts';
import { baselineTitle, isTold, listBaseline, onlyBaseline } from '../../../report/baseline.ts';
import { wordHolders } from '../../../report/front.ts';
import { startSentence, wordFact, wordPlacement } from '../../../report/names.ts';
import { wordOrigin } from '../../../report/origins.ts';
import { viewShown } from '../../../report/shown.ts';
import { Citations } from './citations.tsx';
import { Fold } from './fold.tsx';
import type { PagePart } from './page-part.ts';

/** What to do that follows from what is known of this one: the conditions of the decision first. */
export function Actions({ about }: { readonly about: PagePart }) {
  const actions = listTold(about.part);
  const own = actions.filter((action) => isTold(action, about));
  const of = (level: ActionItem['level']) => own.filter((action) => action.level === level);
  if (actions.length === 0) return null;
  return (
    <section class="actions">
      <h4>What to do</h4>
      {own.length === 0 && <p class="quiet">{onlyBaseline}</p>}
      {[...of('must'), ...of('should')].map((action) => (
        <OneAction key={action.id} action={action} abouts={[about]} />
      ))}
    </section>
  );
}

/** What is to be done of any program in these placements, once for all the parts that it holds for. */
export function Baseline({ parts }: { readonly parts: readonly PagePart[] }) {
  const all = listBaseline(parts);
  if (all.length === 0) return null;
  return (
    <Fold title={`${baselineTitle} (${all.length})`} name="baseline actions">
      {all.map(({ action, holders }) => (
        <OneAction
          key={action.id}
          action={action}
          abouts={holders}
          {...(parts.length === 1
            ? {}
            : {
                of: wordHolders(
                  holders.map(({ name }) => name),
                  parts.map(({ name }) => name),
                ),
              })}
        />
      ))}
    </Fold>
  );
}

/** @param props.abouts the parts that it holds for; what it rests on is told of the first */
function OneAction(props: {
  readonly action: ActionItem;
  readonly abouts: readonly PagePart[];
  readonly of?: string;
}) {
  const { action, abouts, of } = props;
  const [about] = abouts;
  if (about === undefined) return null;
  const { part, names, file } = about;
  const { title, level, because, id, rule, facts, contradictedBy, cites } = action;
  const only = of === undefined ? listOnlyFor(action, part) : [];
  const shown = viewShown(action, about);
  return (
    <details class={`action action-${level}`} data-parts={abouts.map(({ anchor }) => anchor).join(' ')}>
      <summary>
        <span class="tick" data-shown={shown?.is} aria-hidden="true" />
        <span>
          {level === 'must' && <strong>must </strong>}
          {title}
          {of !== undefined && <span class="quiet"> · {of}</span>}
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
          {shown !== null && !shown.is.startsWith('not-') && (
            <span class={shown.is === 'against' ? 'warning' : 'quiet'}> {startSentence(shown.text)}</span>
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
      {shown?.is.startsWith('not-') === true && of === undefined && (
        <p class="quiet">{startSentence(shown.text)}</p>
      )}
      {facts.length > 0 && of === undefined && (
        <p class="quiet">
          Since {facts.map((fact) => `${wordFact(names, fact)} (${wordOrigin(fact, file)})`).join(' · ')}
        </p>
      )}
      {cites.length > 0 && (
        <p class="quiet">
          Sources: <Citations ids={cites} about={about} />
        </p>
      )}
    </details>
  );
}
