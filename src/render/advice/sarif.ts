import type { Invocation, Location, Log, Result as SarifResult } from 'sarif';
import type { Result } from '../../advice/result.ts';
import type { Position } from '../../errors.ts';
import { writeJson } from '../../text/json.ts';
import { tidyPath } from '../../text/path.ts';
import { showText } from '../../text/safe.ts';
import { type PlacedFinding, listFindings } from '../../report/findings.ts';
import type { Renderer } from '../renderer.ts';
import { describeSarifRule } from './sarif-rules.ts';

/**
 * SARIF 2.1.0 for code scanning: findings at the lines of the facts. Only a tripped gate is an error.
 * No `kind` is given: code scanning reads the level alone.
 */
export const renderSarif: Renderer<Result> = (result, context) => {
  const findings = result.results.flatMap((advice) => listFindings(advice, result, context));
  const ids = [...new Set(findings.map((finding) => finding.id))].sort();
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: result.tool.name,
            version: result.tool.version,
            semanticVersion: result.tool.version,
            rules: ids.map((id) => describeSarifRule(id, context.rulebook)),
          },
        },
        invocations: [describeInvocation(result)],
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => describeFinding(finding, ids)),
        properties: {
          rulebooks: result.rulebooks,
          verdicts: result.results.map(({ workload, verdict, votes, counts }) => ({
            workload,
            headline: verdict.headline,
            strength: verdict.strength,
            status: verdict.status,
            placement: verdict.placement,
            votes,
            counts,
          })),
        },
      },
    ],
  };
  return writeJson(log);
};

/** Whether every file could be used, and what was wrong with those that could not. */
function describeInvocation({ unread = [] }: Result): Invocation {
  const notifications = unread.flatMap(({ file, problems }) =>
    problems.map(({ message, at }) => ({
      level: 'error' as const,
      message: { text: showText(message) },
      locations: [{ physicalLocation: describePlace(at ?? { file, line: 1, column: 1 }) }],
    })),
  );
  return {
    executionSuccessful: unread.length === 0,
    ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications }),
  };
}

function describeFinding(finding: PlacedFinding, ids: readonly string[]): SarifResult {
  const { workload, component } = finding;
  const names = [workload.name, ...(component === undefined ? [] : [component])].map(showText);
  const [first, ...others] = finding.at;
  const logicalLocations = [
    { name: names[names.length - 1] ?? '', fullyQualifiedName: names.join('/'), kind: 'resource' },
  ];
  const where: Location = {
    ...(first === undefined ? {} : { physicalLocation: describePlace(first) }),
    logicalLocations,
  };
  return {
    ruleId: finding.id,
    ruleIndex: ids.indexOf(finding.id),
    level: finding.level,
    message: { text: showText(`${finding.title}. ${finding.message}`) },
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
    partialFingerprints: { 'advise/v1': fingerprint(finding) },
  };
}

/** The same finding keeps it when lines move, the rule's wording changes or other workloads come. */
function fingerprint({ id, workload, component, detail }: PlacedFinding): string {
  return [tidyPath(workload.file), workload.document ?? '', workload.name, component ?? '', id, detail ?? '']
    .map((word) => encodeURIComponent(showText(String(word))))
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
    .map((step) => encodeURIComponent(showText(step)))
    .join('/');
}
