import type { Invocation, Location, Result as SarifResult } from 'sarif';
import type { Result } from '../../advice/result.ts';
import type { Position } from '../../errors.ts';
import type { Annotation } from '../../report/annotation.ts';
import { listAllAnnotations } from '../../report/annotations.ts';
import { createNames } from '../../report/names.ts';
import { tidyPath } from '../../text/path.ts';
import { escapeText } from '../../text/safe.ts';
import { writeSarif } from '../../text/sarif.ts';
import type { Renderer } from '../renderer.ts';
import { toSarifRule } from './sarif-rules.ts';

/**
 * SARIF 2.1.0 for code scanning: annotations at the lines of the facts. Only a tripped gate is an error.
 * No `kind` is given: code scanning reads the level alone.
 */
export const renderSarif: Renderer<Result> = (result, { rulebook }) => {
  const names = createNames(rulebook);
  const annotations = listAllAnnotations(result, names);
  const ids = [...new Set(annotations.map(({ id }) => id))].sort();
  const { name, version } = result.tool;
  return writeSarif({
    tool: {
      driver: {
        name,
        version,
        semanticVersion: version,
        rules: ids.map((id) => toSarifRule(id, names)),
      },
    },
    invocations: [describeInvocation(result)],
    columnKind: 'utf16CodeUnits',
    results: annotations.map((annotation) => describeAnnotation(annotation, ids)),
    properties: {
      rulebooks: result.rulebooks,
      verdicts: result.results.map(({ workload, verdict, votes, counts }) => ({
        workload,
        headline: verdict.headline,
        strength: verdict.strength,
        status: verdict.status,
        proven: verdict.proven,
        placement: verdict.placement,
        votes,
        counts,
      })),
    },
  });
};

/** Whether every file could be used, and what was wrong with those that could not. */
function describeInvocation({ unread = [] }: Result): Invocation {
  const notifications = unread.flatMap(({ file, problems }) =>
    problems.map(({ message, at }) => ({
      level: 'error' as const,
      message: { text: message },
      locations: [{ physicalLocation: describePlace(at ?? { file, line: 1, column: 1 }) }],
    })),
  );
  return {
    executionSuccessful: unread.length === 0,
    ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications }),
  };
}

function describeAnnotation(annotation: Annotation, ids: readonly string[]): SarifResult {
  const { workload, component } = annotation;
  const names = [workload.name, ...(component === undefined ? [] : [component])];
  const [first, ...others] = annotation.at;
  const logicalLocations = [
    { name: names[names.length - 1] ?? '', fullyQualifiedName: names.join('/'), kind: 'resource' },
  ];
  const where: Location = {
    ...(first === undefined ? {} : { physicalLocation: describePlace(first) }),
    logicalLocations,
  };
  return {
    ruleId: annotation.id,
    ruleIndex: ids.indexOf(annotation.id),
    level: annotation.level,
    message: { text: `${annotation.title}. ${annotation.message}` },
    locations: [where],
    ...(others.length === 0
      ? {}
      : {
          relatedLocations: others.map((place, index) => ({
            id: index,
            physicalLocation: describePlace(place),
            message: { text: 'It also rests on this.' },
          })),
        }),
    partialFingerprints: { 'advise/v1': fingerprint(annotation) },
  };
}

/** The same annotation keeps it when lines move, the rule's wording changes or other workloads come. */
function fingerprint({ id, workload, component, detail }: Annotation): string {
  return [tidyPath(workload.file), workload.document ?? '', workload.name, component ?? '', id, detail ?? '']
    .map((word) => encodeURIComponent(escapeText(String(word))))
    .join(':');
}

function describePlace({ file, line, column }: Position): NonNullable<Location['physicalLocation']> {
  return {
    artifactLocation: file.startsWith('/')
      ? { uri: `file://${encodePath(file)}` }
      : { uri: encodePath(file), uriBaseId: '%SRCROOT%' },
    region: { startLine: line, startColumn: column },
  };
}

/** Each step percent-encoded, so that blanks, colons and letters of any language survive; tidy, so that runs can be compared. */
function encodePath(file: string): string {
  return tidyPath(file)
    .split('/')
    .map((step) => encodeURIComponent(escapeText(step)))
    .join('/');
}
