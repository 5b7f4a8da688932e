import { describe, expect, it } from 'vitest';
import type { Overview } from '../../../src/advice/result.ts';
import { waves } from '../../../src/portfolio/waves.ts';
import { createNames } from '../../../src/report/names.ts';
import { wordOverviewBrief } from '../../../src/report/overview-brief.ts';
import { loadSmallRulebook } from '../../support/load-small-rulebook.ts';

// What stands before the tables for who decides: what came out, how far it holds, and what to do next.

const names = createNames(loadSmallRulebook().rulebook);

function makeOverview(parts: Partial<Overview>): Overview {
  return {
    sorts: 0,
    verdicts: [],
    contested: 0,
    notProven: 0,
    placements: [],
    looked: { changes: 1, questions: 1 },
    questions: [],
    holders: { vm: [], container: [] },
    changes: [],
    musts: [],
    presumptions: [],
    waves: [],
    ...parts,
  };
}

describe('workloads in a few sentences', () => {
  it('says how far what came out holds, then what to ask, then what to do', () => {
    const overview = makeOverview({
      verdicts: [
        { headline: 'vm', strength: 'clear', status: 'firm', workloads: 1200 },
        { headline: 'vm', strength: 'lean', status: 'open', workloads: 30 },
        { headline: 'container', strength: 'clear', status: 'presumed', workloads: 1 },
        { headline: 'none', strength: null, status: 'firm', workloads: 4 },
      ],
      questions: [
        { fact: 'site.vms', siteWide: true, open: 30, answers: 2, settles: 20.5, settlesAlways: 11 },
        { fact: 'os.memory', siteWide: false, open: 1, answers: 1, settles: 1, settlesAlways: 0 },
      ],
      waves: waves.map((wave, index) => ({ wave, workloads: wave === 'either' ? 0 : index + 1 })),
    });
    expect(wordOverviewBrief(overview, names, false)).toMatchInlineSnapshot(`
      {
        "steps": [
          "Ask for “VM platform”, once a site: 2 answers settle 20.5 workloads on average, 11 of them whatever it is.",
          "Ask for “memory”: 1 answer settles 1 workload on average.",
          "Move 1 to containers first: the reasons are plain, and nothing has to be changed for it.",
          "Package 2 for containers: the reasons are plain.",
          "Plan a change of 3 for containers, or find out what the move takes.",
          "Leave 8 in VMs: the reasons are plain.",
          "Decide what changes for 9 that have no place: their own demands, or what the platforms offer.",
        ],
        "trust": [
          "1,204 cannot be overturned by anything unsaid; 1 holds as long as what is presumed is so; 30 are open: what nobody has said could turn them.",
        ],
      }
    `);
  });

  it('names what there is, and no more', () => {
    const overview = makeOverview({
      verdicts: [{ headline: 'either', strength: null, status: 'open', workloads: 1 }],
    });
    expect(wordOverviewBrief(overview, names, false)).toMatchInlineSnapshot(`
      {
        "steps": [],
        "trust": [
          "1 is open: what nobody has said could turn it.",
        ],
      }
    `);
  });

  it('of nothing says nothing', () => {
    expect(wordOverviewBrief(makeOverview({}), names, false)).toEqual({ trust: [], steps: [] });
  });

  it('beside a list of a few says nothing that the list says, and nothing of one alone', () => {
    const overview = makeOverview({
      verdicts: [
        { headline: 'vm', strength: 'clear', status: 'firm', workloads: 2 },
        { headline: 'container', strength: 'clear', status: 'open', workloads: 1 },
      ],
      contested: 1,
      waves: [
        { wave: 'container-repackaged', workloads: 1 },
        { wave: 'vm', workloads: 2 },
      ],
    });
    expect(wordOverviewBrief(overview, names, true)).toEqual({
      trust: ['1 is contested: heavier reasons stand against each other.'],
      steps: ['Leave 2 in VMs: the reasons are plain.'],
    });
  });

  it('names what is asked of each workload though much could be asked once a site', () => {
    const ask = (fact: string, siteWide: boolean, settles: number) => ({
      fact,
      siteWide,
      open: 100,
      answers: siteWide ? 1 : 100,
      settles,
      settlesAlways: 0,
    });
    const overview = makeOverview({
      questions: [
        ask('site.vms', true, 43),
        ask('site.a', true, 20),
        ask('site.b', true, 10),
        ask('os.memory', false, 5106.3),
        ask('os.b', false, 0.7),
      ],
    });
    expect(wordOverviewBrief(overview, names, false).steps).toEqual([
      'Ask for “VM platform”, once a site: 1 answer settles 43 workloads on average.',
      'Ask for “site.a”, once a site: 1 answer settles 20 workloads on average.',
      'Ask for “memory”: 100 answers settle 5,106 workloads on average.',
    ]);
  });
});
