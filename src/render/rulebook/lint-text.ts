import { formatPosition } from '../../errors.ts';
import type { Reported } from '../../prove/lint/report.ts';
import { wordBlame, wordFindings } from '../../report/lint.ts';
import { type Block, bold, dim, line, flow, separate, warn, writeLines } from '../../text/lines.ts';
import type { Renderer } from '../renderer.ts';

/** The findings, each with its place, its witness and what to do, and a closing count. */
export const renderLint: Renderer<readonly Reported[]> = (findings, context) => {
  const { all, rulebook } = context;
  const shown = findings.filter(({ level }) => all || level !== 'note');
  const total = flow(wordFindings(findings, rulebook, all));
  return writeLines(separate([...shown.map(renderFinding), [total]]), context);
};

function renderFinding(finding: Reported): Block[] {
  const { at, level, kind, message, todo, changes, related } = finding;
  const mark = `${level} ${kind}`;
  return [
    line([bold(formatPosition(at)), '  ', level === 'note' ? dim(mark) : warn(mark)]),
    flow(message, 2),
    flow(todo, 2),
    ...changes.map((change) => flow(wordBlame(change), 2)),
    ...related.map((each) => line(dim(`${each.about}: ${formatPosition(each.at)}`), 2)),
    ...renderWitness(finding),
  ];
}

function renderWitness({ witness }: Reported): Block[] {
  if (witness === null) return [];
  const lines = witness.workload.trimEnd().split('\n');
  const step = witness.step.map((each) => `--set ${each}`).join(' ');
  return [
    flow(`For instance (${witness.shows}):`, 2),
    ...lines.map((each) => line(each, 4)),
    ...(step === '' ? [] : [flow(`then ${step}`, 2)]),
  ];
}
