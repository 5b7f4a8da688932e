import { type BriefReason, viewBrief } from '../../../report/brief.ts';
import type { ReportPart } from '../../../report/names.ts';
import { viewVerdict } from '../../../report/verdict.ts';

/** Why, on page one: the few reasons that weigh most, with what was said that they rest on. */
export function BriefReasons(props: {
  readonly about: ReportPart;
  /** Of its titles: one below what they stand under. */
  readonly heading: 'h2' | 'h4';
}) {
  const { about, heading } = props;
  const { reasons, against, impossible } = viewBrief(about);
  const { consider, leastBad, runnerUp } = viewVerdict(about);
  if (about.part.verdict.tell.length > 0) return null;
  return (
    <section class="front-list">
      {consider.map(({ text, rule }) => (
        <p key={rule} class="note">
          <strong>To be considered first</strong>: {text}.
        </p>
      ))}
      <List title="Why" reasons={reasons} heading={heading} />
      <List title="Against it" reasons={against} heading={heading} />
      {impossible !== '' && <p class="quiet">{impossible}.</p>}
      {leastBad !== null && <p>{leastBad}</p>}
      {runnerUp !== null && runnerUp.removers.length === 0 && (
        <p class="quiet">
          Runner-up: {runnerUp.title}; {runnerUp.takes}.
        </p>
      )}
    </section>
  );
}

function List(props: {
  readonly title: string;
  readonly reasons: readonly BriefReason[];
  readonly heading: 'h2' | 'h4';
}) {
  const { title, reasons, heading: Heading } = props;
  if (reasons.length === 0) return null;
  return (
    <>
      <Heading>{title}</Heading>
      <ul class="points">
        {reasons.map(({ strength, because, rests }) => (
          <li key={because}>
            <span class={`tier tier-${strength.replace(' ', '-')}`}>{strength}</span>{' '}
            <span>
              {because} <span class="quiet">({rests})</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
