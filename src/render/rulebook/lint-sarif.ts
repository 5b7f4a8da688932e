import type { Log, ReportingDescriptor, Result } from 'sarif';
import { formatPosition, type Position } from '../../errors.ts';
import type { BlamedChange } from '../../prove/lint/list-blame.ts';
import { findingKinds } from '../../prove/lint/finding.ts';
import type { Reported } from '../../prove/lint/report.ts';
import { writeJson } from '../../text/json.ts';
import type { Renderer } from '../renderer.ts';

/** The findings of `rules lint` as a SARIF 2.1.0 log, for code scanning. */
export const renderLintSarif: Renderer<readonly Reported[]> = (findings, { version }) => {
  const kinds = Object.keys(findingKinds);
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'advise', semanticVersion: version, rules: listDescriptors() } },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => describeResult(finding, kinds.indexOf(finding.kind))),
      },
    ],
  };
  return writeJson(log);
};

function listDescriptors(): ReportingDescriptor[] {
  return Object.entries(findingKinds).map(([id, { level, title, todo }]) => ({
    id,
    shortDescription: { text: title },
    help: { text: todo },
    defaultConfiguration: { level },
  }));
}

function describeResult(finding: Reported, ruleIndex: number): Result {
  const { id, kind, level, at, about, message, todo, changes, related, witness } = finding;
  const shown = witness === null ? '' : ` For instance, ${witness.shows} in the workload under properties.`;
  const blame = changes.map((change) => sentence(describeBlame(change).replace(/\.$/, '')));
  const places = [
    ...related,
    ...changes.map(({ about, did, rulebook, at: where }) => ({
      about: `${about}, ${did} by ${rulebook}`,
      at: where,
    })),
  ];
  return {
    ruleId: kind,
    ruleIndex,
    level,
    message: { text: [sentence(message), todo, ...blame].join(' ') + shown },
    locations: [{ physicalLocation: locate(at), logicalLocations: [{ name: about }] }],
    ...(places.length === 0
      ? {}
      : {
          relatedLocations: places.map((place, index) => ({
            id: index + 1,
            physicalLocation: locate(place.at),
            message: { text: place.about },
          })),
        }),
    partialFingerprints: { 'finding/v1': id },
    ...(witness === null
      ? {}
      : {
          properties: {
            workload: witness.workload,
            ...(witness.step.length === 0 ? {} : { step: witness.step }),
          },
        }),
  };
}

function locate({
  file,
  line,
  column,
}: Position): NonNullable<Result['locations']>[0]['physicalLocation'] & object {
  return {
    artifactLocation: { uri: encodeURI(file.replaceAll('\\', '/')) },
    region: { startLine: line, startColumn: column },
  };
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** A change that a finding has to do with: who did what to what, where and why. */
export function describeBlame({ about, rulebook, did, what, because, at }: BlamedChange): string {
  const keys = what.length === 0 ? '' : ` (${what.join(', ')})`;
  return `${did} by ${rulebook}: ${about}${keys}, ${formatPosition(at)}${because === '' ? '' : `: ${because}`}`;
}
