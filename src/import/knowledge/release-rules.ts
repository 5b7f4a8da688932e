import { type Find, findsAt, type Inference, type InferenceRule } from '../inference-rule.ts';
import type { Spot } from '../spot.ts';
import { judgeRelease, type Support } from './judge-release.ts';

/** A system as it was found, with how far the support of its release goes. */
export interface ReleaseView {
  /** Where the release stands, which may be in the name of the system. */
  readonly shown: Spot | undefined;
  readonly support: Support | undefined;
}

/**
 * A system, judged once for all rules.
 * @param version its release, where that stands by itself
 * @param day the day by which it is judged, YYYY-MM-DD
 */
export function viewRelease(system: Spot | undefined, version: Spot | undefined, day: string): ReleaseView {
  const names = [system?.text, version?.text].filter((text) => text !== undefined);
  return { shown: version ?? system, support: judgeRelease(names.join(' '), day) };
}

/** How rules on releases are called, and what they read, where systems are found. */
interface ReleaseTopic {
  /** What begins their ids: `machine`. */
  readonly topic: string;
  readonly reads: readonly string[];
  /** An artefact with a machine that has this system. */
  readonly example: (system: string) => string;
}

function findSupport(release: ReleaseView, support: Support): Find[] {
  return release.support === support ? findsAt(release.shown) : [];
}

/** The day by which releases were judged, where one said something; nothing where none did. */
export function dayOfReleases(
  subjects: readonly { readonly inferences: readonly Inference[] }[],
  day: string,
): { readonly judgedOn?: string } {
  const wasJudged = subjects.some(({ inferences }) =>
    inferences.some(({ rule }) => rule.includes('/release-')),
  );
  return wasJudged ? { judgedOn: day } : {};
}

/**
 * What the release says that a machine runs: the third law holds, and that it is old is no need of it. The newest
 * release that a program is known to run on counts, so that one in support says enough.
 */
export function releaseRules({
  topic,
  reads,
  example,
}: ReleaseTopic): InferenceRule<{ readonly release: ReleaseView }>[] {
  const because = 'by the dates that endoflife.date gathers of makers';
  return [
    {
      id: `${topic}/release-in-support`,
      reads,
      finds: ({ release }) => findSupport(release, 'supported'),
      suggests: { 'os.release': ['current'] },
      because: `The release that it runs is in support, ${because}.`,
      examples: { fires: example('Windows Server 2025'), quiet: example('Windows Server') },
    },
    {
      id: `${topic}/release-in-extended-support`,
      reads,
      finds: ({ release }) => findSupport(release, 'extended'),
      suggests: { 'os.release': ['current', 'old-but-supported', 'end-of-life'] },
      because: `Only extended or paid support is left of the release that it runs, ${because}.`,
      not: 'That somebody pays for it, nor that its program needs this release.',
      examples: {
        fires: example('Red Hat Enterprise Linux 7'),
        quiet: example('Red Hat Enterprise Linux 9'),
      },
    },
    {
      id: `${topic}/release-ended`,
      reads,
      finds: ({ release }) => findSupport(release, 'ended'),
      suggests: { 'os.release': ['current', 'end-of-life'] },
      because: `The release that it runs is out of support, ${because}; whether its program needs it is a question.`,
      not: 'That its program needs this release: most run on a newer one.',
      examples: { fires: example('Windows Server 2008 R2'), quiet: example('CentOS 4/5/6/7') },
    },
  ];
}
