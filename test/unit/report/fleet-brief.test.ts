import { describe, expect, it } from 'vitest';
import type { Portfolio } from '../../../src/portfolio/portfolio.ts';
import { waves } from '../../../src/portfolio/waves.ts';
import { wordFleetBrief } from '../../../src/report/fleet-brief.ts';
import { createNames } from '../../../src/report/names.ts';
import { loadSmallRulebook } from '../../support/load-small-rulebook.ts';

// What stands before the tables for who decides: what came out, how far it holds, and what to do next.

const names = createNames(loadSmallRulebook().rulebook);

function makePortfolio(parts: Partial<Portfolio>): Portfolio {
  return {
    schemaVersion: 1,
    tool: { name: 'advise', version: '1' },
    rulebooks: [],
    rows: { read: 0, judged: 0, rejected: 0 },
    sorts: 0,
    verdicts: [],
    contested: 0,
    notProven: 0,
    by: null,
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

describe('a fleet in a few sentences', () => {
  it('says where it belongs and how far that holds, then what to ask, then what to do', () => {
    const portfolio = makePortfolio({
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
    expect(wordFleetBrief(portfolio, names)).toMatchInlineSnapshot(`
      {
        "result": [
          "1 belongs in a container; 1,230 belong in virtual machines; 4 have no place as they are.",
          "1,204 cannot be overturned by anything unsaid; 1 holds as long as what is presumed is so; 30 are open: what nobody has said could turn them.",
        ],
        "steps": [
          "Ask for the VM platform: 2 answers settle 20.5 workloads on average, 11 of them whatever it is.",
          "Ask for the memory: 1 answer settles 1 workload on average.",
          "Move 1 to containers first: the reasons are plain, and nothing has to be changed for it.",
          "Package 2 for containers next: the reasons are plain.",
          "Plan a change of 3 for containers, or find out what the move takes.",
          "Leave 8 in virtual machines: the reasons are plain.",
          "Decide what changes for 9 that have no place: their own demands, or what the platforms offer.",
        ],
      }
    `);
  });

  it('names what there is, and no more', () => {
    const portfolio = makePortfolio({
      verdicts: [{ headline: 'either', strength: null, status: 'open', workloads: 1 }],
    });
    expect(wordFleetBrief(portfolio, names)).toMatchInlineSnapshot(`
      {
        "result": [
          "1 is as well placed in either.",
          "1 is open: what nobody has said could turn it.",
        ],
        "steps": [],
      }
    `);
  });

  it('of nothing says nothing', () => {
    expect(wordFleetBrief(makePortfolio({}), names)).toEqual({ result: [], steps: [] });
  });
});
