import { formatPosition } from '../../errors.ts';
import { describeBlame } from './lint-sarif.ts';
import type { Level } from '../../prove/lint/finding.ts';
import type { Reported } from '../../prove/lint/report.ts';
import { showText } from '../../text/safe.ts';
import { wrapText } from '../../text/lines.ts';
import type { RenderContext, Renderer } from '../renderer.ts';

/** The findings, each with its place, its witness and what to do, and a closing count. */
export const renderLint: Renderer<readonly Reported[]> = (findings, context) => {
  const shown = findings.filter(({ level }) => context.all || level !== 'note');
  const blocks = shown.map((finding) => renderFinding(finding, context).join('\n'));
  return `${[...blocks, countFindings(findings, context)].join('\n\n')}\n`;
};

function renderFinding(finding: Reported, { width, style }: RenderContext): string[] {
  const { at, level, kind, message, todo, changes, related, witness } = finding;
  const place = formatPosition(at);
  const mark = level === 'note' ? style.dim(`${level} ${kind}`) : style.warn(`${level} ${kind}`);
  return [
    `${style.bold(place)}  ${mark}`,
    ...wrapText(showText(message), width, 2),
    ...wrapText(todo, width, 2),
    ...changes.flatMap((change) => wrapText(showText(describeBlame(change)), width, 2)),
    ...related.map((each) => style.dim(`  ${each.about}: ${formatPosition(each.at)}`)),
    ...(witness === null
      ? []
      : [
          ...wrapText(showText(`For instance (${witness.shows}):`), width, 2),
          ...witness.workload
            .trimEnd()
            .split('\n')
            .map((line) => `    ${showText(line)}`),
          ...(witness.step.length === 0
            ? []
            : wrapText(`then ${witness.step.map((each) => `--set ${each}`).join(' ')}`, width, 2)),
        ]),
  ];
}

function countFindings(findings: readonly Reported[], { all, width, rulebook }: RenderContext): string {
  const count = (level: Level) => {
    const number = findings.filter((each) => each.level === level).length;
    return `${number} ${level}${number === 1 ? '' : 's'}`;
  };
  const notes = findings.some(({ level }) => level === 'note') && !all ? ' (--all prints them)' : '';
  const { name, version, rules, facts } = rulebook;
  const total = `${count('error')}, ${count('warning')}, ${count('note')}${notes}`;
  const size = `${rules.length} rules, ${facts.length} facts`;
  return wrapText(`${name} ${version} (${size}): ${total}`, width).join('\n');
}
