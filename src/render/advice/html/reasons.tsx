import { labels } from '../../../report/vocabulary.ts';
import type { Reason } from '../../../advice/result.ts';
import { wordCondition } from '../../../report/condition.ts';
import { wordMarks } from '../../../report/marks.ts';
import { wordFact, wordPlacement } from '../../../report/names.ts';
import { wordOrigin } from '../../../report/origins.ts';
import {
  formTitle,
  listReasons,
  listWeaker,
  type ReasonGroup,
  viewConflicts,
  wordStrength,
  wordUnmetNeed,
} from '../../../report/reasons.ts';
import { Citations } from './citations.tsx';
import { anchorRule, type PagePart } from './page-part.ts';

/** Why the headline is what it is; every reason opens to its rule, facts and citations. */
export function Reasons({ about }: { readonly about: PagePart }) {
  const groups = listReasons(about);
  const told = new Map<string, string>();
  for (const { title, reasons } of groups)
    for (const { rule } of reasons) if (!told.has(rule)) told.set(rule, title);
  const others = about.part.reasons.form.filter(({ rule }) => !told.has(rule));
  const form: ReasonGroup = { title: formTitle, reasons: others, unmet: [] };
  const all = others.length === 0 ? groups : [...groups, form];
  const isTold = (rule: string) => all.some(({ reasons }) => reasons.some((each) => each.rule === rule));
  const isFirst = (rule: string, title: string) => (told.get(rule) ?? title) === title;
  return (
    <section class="reasons">
      {all.map((group) => (
        <Group key={group.title} group={group} about={about} isFirst={isFirst} isTold={isTold} />
      ))}
      <Conflicts about={about} />
      {about.part.notes.map(({ rule, note }) => (
        <p key={rule} class="note">
          <strong>Note</strong> {note} <code>{rule}</code>
        </p>
      ))}
    </section>
  );
}

function Group(props: {
  readonly group: ReasonGroup;
  readonly about: PagePart;
  /** A rule that stands in two groups has its id in the first. */
  readonly isFirst: (rule: string, title: string) => boolean;
  /** Whether a rule has a line of its own. */
  readonly isTold: (rule: string) => boolean;
}) {
  const { group, about, isFirst, isTold } = props;
  const { title, reasons, unmet } = group;
  const { names, file } = about;
  return (
    <>
      <h4>{title}</h4>
      {reasons.length + unmet.length === 0 && <p class="quiet">Nothing.</p>}
      {unmet.map((need) => (
        <p key={need.placement} class="reason-line">
          <span class="tier">needs</span>
          <span>
            {wordUnmetNeed(names, need)} (
            {need.facts.map((fact) => `${wordFact(names, fact)}, ${wordOrigin(fact, file)}`).join('; ')})
          </span>
        </p>
      ))}
      {reasons.map((reason) => (
        <OneReason
          key={reason.rule}
          reason={reason}
          strength={wordStrength(reason, group)}
          weaker={listWeaker(about.part, reason).filter(({ rule }) => !isTold(rule))}
          about={about}
          {...(isFirst(reason.rule, title) ? { id: anchorRule(about, reason.rule) } : {})}
        />
      ))}
    </>
  );
}

/** A rule that fired: what it says, and folded below it all that it rests on. */
function OneReason(props: {
  readonly reason: Reason;
  readonly strength: string;
  /** What it stands for and that has no line of its own. */
  readonly weaker: readonly Reason[];
  readonly about: PagePart;
  readonly id?: string;
}) {
  const { reason, strength, weaker, about, id } = props;
  const { names, file } = about;
  const { facts, removes, instead, contested, marks } = reason;
  const rule = names.rules(reason.rule);
  return (
    <details class="reason" {...(id === undefined ? {} : { id })}>
      <summary>
        <span class={`tier tier-${strength.replace(' ', '-')}`}>{strength}</span>
        <span>{reason.because}</span>
      </summary>
      <dl>
        <dt>Rule</dt>
        <dd>
          <code>{reason.rule}</code>: {reason.title}{' '}
          <span class="quiet">
            {reason.at.file}:{reason.at.line}
          </span>
          {marks !== undefined && ` ${wordMarks(marks)}`}
        </dd>
        {rule !== undefined && <Entry title="Fires when" text={wordCondition(rule.when, names)} />}
        {removes.length > 0 && (
          <Entry
            title={labels.rulesOut}
            text={removes.map((each) => wordPlacement(names, each)).join(', ')}
          />
        )}
        <Weaker reasons={weaker} about={about} />
        {facts.length > 0 && (
          <>
            <dt>Facts</dt>
            <dd>
              <ul>
                {facts.map((fact) => (
                  <li key={fact.fact}>
                    {wordFact(names, fact)} <span class="quiet">{wordOrigin(fact, file)}</span>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        {instead !== undefined && <Entry title={labels.instead} text={instead} />}
        {contested !== undefined && <Entry title={labels.contested} text={contested} />}
        <dt>Sources</dt>
        <dd>
          <Citations ids={reason.cites} about={about} />
        </dd>
      </dl>
    </details>
  );
}

/** Weaker votes of its concern for the same kind: they add nothing to it, and are told only here. */
function Weaker({ reasons, about }: { readonly reasons: readonly Reason[]; readonly about: PagePart }) {
  if (reasons.length === 0) return null;
  return (
    <>
      <dt>Stands for</dt>
      <dd>
        <ul>
          {reasons.map(({ rule, because, strength }) => (
            <li key={rule} class="weaker" id={anchorRule(about, rule)}>
              {because}{' '}
              <span class="quiet">
                {strength}, <code>{rule}</code>
              </span>
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}

function Entry({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>{text}</dd>
    </>
  );
}

/** For `none`: the smallest sets that leave nothing, and what could be done about each. */
function Conflicts({ about }: { readonly about: PagePart }) {
  const { title, sets, ways } = viewConflicts(about);
  if (sets.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {sets.map((set, index) => (
          <li key={index}>{set}</li>
        ))}
      </ul>
      {ways.map((way) => (
        <p key={way}>{`${labels.instead}: ${way}`}</p>
      ))}
    </>
  );
}
