import type { ReportingDescriptor, Result } from 'sarif';
import type { Position } from '../../errors.ts';
import { findingKinds } from '../../prove/lint/finding.ts';
import type { Reported } from '../../prove/lint/report.ts';
import { wordBlame } from '../../report/lint.ts';
import { startSentence, withoutStop } from '../../report/names.ts';
import { writeSarif } from '../../text/sarif.ts';
import type { Renderer } from '../renderer.ts';

/** The findings of `rules lint` as a SARIF 2.1.0 log, for code scanning. */
export const renderLintSarif: Renderer<readonly Reported[]> = (findings, { version }) => {
  const kinds = Object.keys(findingKinds);
  return writeSarif({
    tool: { driver: { name: 'advise', semanticVersion: version, rules: listDescriptors() } },
    columnKind: 'utf16CodeUnits',
    results: findings.map((finding) => describeResult(finding, kinds.indexOf(finding.kind))),
  });
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
  const blame = changes.map((change) => `${startSentence(withoutStop(wordBlame(change)))}.`);
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
    message: { text: [`${startSentence(message)}.`, todo, ...blame].join(' ') + shown },
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
