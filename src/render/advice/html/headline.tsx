import {
  isUnchosenForm,
  unchosenForm,
  wordConsidered,
  wordLeastBad,
} from '../../../report/beside-headline.ts';
import { showFact, showName, titlePlacement } from '../../../report/names.ts';
import { moves, wordStatus } from '../../../report/verdict.ts';
import type { PartView } from './part-view.ts';

/** The verdict at a glance: headline, strength, status, placement and its isolation. */
export function Headline({ view }: { readonly view: PartView }) {
  const { verdict } = view.part;
  const { headline, strength, contested, status, runnerUp } = verdict;
  return (
    <div class={`headline is-${headline}`}>
      <p class="verdict">
        <span class="badge">{headline}</span>
        {strength !== null && <span class="chip">{strength}</span>}
        {contested && <span class="chip">contested</span>}
        <span class={`chip status-${status}`}>{status}</span>
      </p>
      {view.changed !== undefined && view.changed > 0 && (
        <p class="warning">
          What if: {view.changed === 1 ? 'one fact differs' : `${view.changed} facts differ`} from the
          recorded decision.
        </p>
      )}
      {view.part.consider.map((each) => (
        <p key={each.id} class="note">
          <strong>Consider first</strong>: {wordConsidered(each)}. <code>{each.rule}</code>
        </p>
      ))}
      {headline === 'none' && <p class="form">No placement is left.</p>}
      {verdict.leastBad !== null && <p>Least bad: {wordLeastBad(verdict.leastBad, view.rulebook)}</p>}
      {verdict.forms.map((form) => (
        <Form key={form} view={view} form={form} />
      ))}
      {verdict.tell.length > 0 && <FirstQuestions view={view} />}
      <p class="holds">{wordStatus(view.part)}.</p>
      {runnerUp !== null && (
        <p>
          Instead: {titlePlacement(view.rulebook, runnerUp.placement)}; {moves[runnerUp.takes]}
          {runnerUp.removedBy.length > 0 && '; it is ruled out as things stand'}.
        </p>
      )}
      {verdict.if.length > 0 && (
        <details class="leaning">
          <summary>
            It leans on {verdict.if.length === 1 ? 'a presumption' : `${verdict.if.length} presumptions`}
          </summary>
          <p class="quiet">{verdict.if.map((entry) => showFact(view.rulebook, entry)).join(' · ')}</p>
        </details>
      )}
    </div>
  );
}

function Form({ view, form }: { readonly view: PartView; readonly form: string }) {
  const placement = view.rulebook.placements.find((each) => each.id === form);
  const fate = view.part.placements.find((each) => each.id === form);
  const suiting = view.part.reasons.form.find((reason) => reason.suits.includes(form));
  const needs = fate?.mightBeRemovedBy.flatMap((remover) => ('needs' in remover ? remover.facts : [])) ?? [];
  const unknown = needs.filter((fact) => view.part.facts[fact]?.value === 'unknown');
  return (
    <div class="form">
      <p class="form-title">
        {placement?.title ?? form}
        <span class="quiet"> · isolation: {fate?.isolation.replace('-', ' ')}</span>
      </p>
      <p>
        {placement?.is}
        {suiting !== undefined && ` Why this form: ${suiting.because}`}
        {isUnchosenForm(view.part, form) && ` This form: ${unchosenForm}.`}
      </p>
      {unknown.length > 0 && (
        <p class="warning">Possible only with what is not stated: {unknown.join(', ')}</p>
      )}
    </div>
  );
}

function FirstQuestions({ view }: { readonly view: PartView }) {
  return (
    <>
      <p>Nothing is known of {showName(view.name)} yet. Tell these first:</p>
      <ul>
        {view.part.verdict.tell.map((id) => (
          <li key={id}>
            {view.rulebook.facts.find((fact) => fact.id === id)?.question ?? id} <code>{id}</code>
          </li>
        ))}
      </ul>
    </>
  );
}
