import { considerTitle, leastBadTitle, unchosenForm } from '../../../report/beside-headline.ts';
import { listVerdictWords } from '../../../report/glossary.ts';
import { startSentence } from '../../../report/names.ts';
import { formTitle, wordFacts } from '../../../report/reasons.ts';
import { tellFirst } from '../../../report/remarks.ts';
import {
  type FormView,
  noPlacementLeft,
  unstatedLead,
  type VerdictView,
  viewVerdict,
} from '../../../report/verdict.ts';
import type { PagePart } from './page-part.ts';
import { Words } from './words.tsx';

/** The verdict at a glance: headline, strength, status, placement and its isolation. */
export function HeadlineBlock({ about }: { readonly about: PagePart }) {
  const verdict = viewVerdict(about);
  const { headline, forms, tell, trust, runnerUp, consider, leastBad, if: leanings } = verdict;
  const { changed = 0 } = about;
  return (
    <div class={`headline is-${headline}`}>
      <Chips verdict={verdict} />
      <Words entries={listVerdictWords(about.part.verdict)} />
      {changed > 0 && (
        <p class="warning">
          What if: {changed === 1 ? 'one fact differs' : `${changed} facts differ`} from the recorded
          decision.
        </p>
      )}
      {consider.map(({ text, rule }) => (
        <p key={rule} class="note">
          <strong>{considerTitle}</strong>: {text}. <code>{rule}</code>
        </p>
      ))}
      {headline === 'none' && <p class="form">{startSentence(noPlacementLeft)}.</p>}
      {leastBad !== null && (
        <p>
          {leastBadTitle}: {leastBad}
        </p>
      )}
      {forms.map((form) => (
        <Form key={form.id} form={form} />
      ))}
      {tell.length > 0 && <FirstQuestions name={about.name} tell={tell} />}
      <p class="holds">{trust}.</p>
      {runnerUp !== null && runnerUp.removers.length === 0 && (
        <p>
          Runner-up: {runnerUp.title}; {runnerUp.takes}.
        </p>
      )}
      {leanings.length > 0 && (
        <details class="leaning">
          <summary>
            It leans on {leanings.length === 1 ? 'a presumption' : `${leanings.length} presumptions`}
          </summary>
          <p class="quiet">{wordFacts(about.names, leanings, ' · ')}</p>
        </details>
      )}
    </div>
  );
}

/** The headline as a badge, and beside it how strongly it was reached and how far it holds. */
export function Chips({ verdict }: { readonly verdict: VerdictView }) {
  const { headline, strength, contested, status, proven } = verdict;
  return (
    <p class="verdict">
      <span class="badge">{headline}</span>
      {strength !== null && <span class="chip">{strength}</span>}
      {contested && <span class="chip">contested</span>}
      <span class={`chip status-${status}`}>{status}</span>
      {!proven && <span class="chip">not proven</span>}
    </p>
  );
}

function Form({ form }: { readonly form: FormView }) {
  const { title, is, isolation, promises, reason, unchosen, unstated } = form;
  return (
    <div class="form">
      <p class="form-title">{title}</p>
      <p>
        {is}
        {reason !== null && ` ${formTitle}: ${reason.because}`}
        {unchosen && ` This form: ${unchosenForm}.`}
      </p>
      <p class="quiet">
        Isolation: {isolation}; {promises}.
      </p>
      {unstated.length > 0 && (
        <p class="warning">
          {startSentence(unstatedLead)}: {unstated.join(', ')}
        </p>
      )}
    </div>
  );
}

function FirstQuestions({ name, tell }: { readonly name: string; readonly tell: VerdictView['tell'] }) {
  return (
    <>
      <p>
        Nothing is known of {name} yet. {tellFirst}
      </p>
      <ul>
        {tell.map(({ fact, question }) => (
          <li key={fact}>
            {question} <code>{fact}</code>
          </li>
        ))}
      </ul>
    </>
  );
}
