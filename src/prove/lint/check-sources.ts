import type { ReadyRulebook } from '../../rulebook/ready.ts';
import type { Finding } from './finding.ts';
import { isInherited } from './list-blame.ts';

/** A text older than this at the date of the rulebook should be looked at again. */
const yearsToTrust = 3;

/**
 * Sources that nothing cites, and those older than three years by the rulebook's own date. Of a date
 * without month or day the latest day counts; what is undated is honest about it and left alone. Of what
 * another rulebook brings, its own makers are told, and nobody else.
 */
export function checkSources({ rulebook }: ReadyRulebook): Finding[] {
  const cited = new Set(
    [
      ...rulebook.rules,
      ...rulebook.placements,
      ...rulebook.outside,
      ...rulebook.actions,
      ...rulebook.params,
      ...rulebook.corrections,
    ].flatMap(({ cites }) => cites),
  );
  const [year = '', ...rest] = rulebook.date.split('-');
  const oldest = [Number(year) - yearsToTrust, ...rest].join('-');
  return rulebook.sources.flatMap(({ id, date }): Finding[] => {
    const subject = { sort: 'source', id } as const;
    if (isInherited(rulebook, subject)) return [];
    const dated = { ...subject, path: ['date'] };
    const latest = latestDay(date);
    return [
      ...(cited.has(id) ? [] : [{ kind: 'source-unused' as const, subject, message: `nothing cites ${id}` }]),
      ...(latest === undefined && date !== 'undated'
        ? [
            {
              kind: 'source-date-unclear' as const,
              subject: dated,
              message: `the date of ${id} cannot be read`,
            },
          ]
        : []),
      ...(latest !== undefined && latest < oldest
        ? [
            {
              kind: 'source-old' as const,
              subject: dated,
              message: `${id} is of ${date}, more than ${yearsToTrust} years before the rulebook (${rulebook.date})`,
            },
          ]
        : []),
    ];
  });
}

/** The latest day a date can mean; days after the end of a month sort well enough. */
function latestDay(date: string): string | undefined {
  const [, year, month = '12', day = '31'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? [];
  return year === undefined ? undefined : `${year}-${month}-${day}`;
}
