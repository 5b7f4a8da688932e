import { describeDecision, gatherSaid, listSpeaking } from '../advice/describe-drift.ts';
import type { Advice, PartAdvice, Result } from '../advice/result.ts';
import { writeYaml } from '../text/yaml.ts';

const head = `# What was decided, for --against. Written by advise lock; do not edit.
`;

/** Writes what was decided of every workload, a few lines each, sorted by file: what a reviewer approves. */
export function writeLock({ rulebooks, results }: Pick<Result, 'rulebooks' | 'results'>): string {
  const workloads = [...results].sort(compare).map(({ workload, components, ...advice }) => ({
    file: workload.file,
    ...(workload.document === undefined ? {} : { document: workload.document }),
    name: workload.name,
    ...lockPart(advice, components),
  }));
  const lock = {
    'advise-lock': 1,
    rulebooks: rulebooks.map(({ name, version, digest }) => ({ name, version, digest })),
    workloads,
  };
  return head + writeYaml(lock, [], ['placement', 'must', 'said', 'rules']);
}

function lockPart(
  part: PartAdvice,
  components: Advice['components'] = [],
): Readonly<Record<string, unknown>> {
  const { headline, placements, must } = describeDecision(part);
  return {
    headline,
    ...(part.verdict.proven ? {} : { proven: false }),
    placement: placements,
    ...(must.length === 0 ? {} : { must }),
    ...(components.length === 0
      ? { said: gatherSaid(part), rules: listSpeaking(part) }
      : { parts: components.map(({ name, ...each }) => ({ name, ...lockPart(each) })) }),
  };
}

/** By file, by place in it, by name, as code points are ordered: the same on every machine. */
function compare({ workload: a }: Advice, { workload: b }: Advice): number {
  return order(a.file, b.file) || (a.document ?? 0) - (b.document ?? 0) || order(a.name, b.name);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
