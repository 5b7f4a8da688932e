import { describe, expect, it } from 'vitest';
import { assessFacts } from '../../../support/build-workload.ts';
import { extendSmall } from '../../../support/build-extension.ts';
import { type Entry, type TinyRulebook, writeRulebook } from '../../../support/build-rulebook.ts';
import { tellPigeons } from '../../../support/hard-rulebook.ts';
import { compileRulebook } from '../../../../src/rulebook/compile-rulebook.ts';
import { loadRulebook } from '../../../../src/rulebook/load/load-rulebook.ts';
import type { RulebookFile } from '../../../../src/rulebook/load/shape-file.ts';
import { type Finding, type FindingKind, findingKinds } from '../../../../src/prove/lint/finding.ts';
import { lintRulebook } from '../../../../src/prove/lint/lint-rulebook.ts';
import type { ReadyRulebook } from '../../../../src/rulebook/ready.ts';

// Every kind of finding: a rulebook that has it, and a twin that differs in one thing and has not.

interface Case {
  readonly kind: FindingKind;
  readonly what: string;
  /** The rulebook that has it, and the twin. */
  readonly has: TinyRulebook;
  readonly hasNot: TinyRulebook;
  /** What the finding is about. */
  readonly about: string;
  /** What its message says, where several findings are about the same. */
  readonly says?: RegExp;
  /** Files instead of those of the tiny rulebook, for either. */
  readonly files?: readonly [has: Entry, hasNot: Entry];
  /** What a team adds to the tiny rulebook, for either. */
  readonly team?: readonly [has: string, hasNot: string];
}

const yes = (...names: string[]): Entry => Object.fromEntries(names.map((name) => [`t.${name}`, 'yes']));
const vote = (when: Entry, more: Entry = {}): Entry => ({
  when,
  favours: { vm: 'moderate' },
  ...more,
});
const colour = { kind: 'choice', values: { red: 'red', green: 'green', blue: 'blue' } };
const scale = { kind: 'scale', values: { low: 'low', middle: 'middle', high: 'high' } };

const source = (date: string): Entry => ({
  id: 'handbook',
  title: 'The handbook',
  publisher: 'Somebody',
  date,
  address: 'https://example.org/handbook',
  read: 'full',
  grade: 'primary',
  supports: 'It says so.',
});
const sources = (date: string) => ({ 'sources.yaml': { sources: [source(date)] } });
const citing = { c: { one: vote(yes('a'), { cites: ['handbook'] }) } };

const threeLevels = {
  'container.plain': { isolation: 'shared-kernel' },
  'container.sandboxed': { isolation: 'user-kernel' },
  'container.microvm': { isolation: 'own-kernel' },
  'vm.single': { isolation: 'own-kernel' },
};

/** Pigeons, and a demand that is answered by a vote for containers, of which none is ever left. */
const raiseAmong = (holes: number): TinyRulebook => {
  const { facts, rules } = tellPigeons(undefined, false, holes);
  return {
    facts: { ...facts, 's.demand': { ...scale, demands: 'isolation' } },
    rules: {
      ...rules,
      c: { one: { when: { 's.demand': 'middle' }, favours: { container: 'strong' } } },
    },
  };
};

const addedPlacement = (needs: string): string =>
  `placements: [{ id: container.nomad, kind: container, isolation: shared-kernel, title: Nomad, is: Nomad runs it., ${needs}cites: [judgement] }]\n`;

const cases: readonly Case[] = [
  {
    kind: 'rule-never-fires',
    what: 'a condition that contradicts itself over two places',
    has: {
      rules: {
        c: {
          one: vote({ all: [yes('a'), { any: [{ 't.a': 'no' }, { all: [yes('b'), { 't.b': 'no' }] }] }] }),
        },
      },
    },
    hasNot: { rules: { c: { one: vote({ all: [yes('a'), { any: [{ 't.a': 'no' }, yes('b')] }] }) } } },
    about: 'one',
  },
  {
    kind: 'vote-without-placement',
    what: 'a vote by way of what another rule always excludes',
    has: {
      rules: {
        c: {
          one: vote(yes('a', 'b'), { favours: { container: 'moderate' }, 'by-way-of': 'container.microvm' }),
        },
        d: { two: { when: yes('a'), 'rules-out': 'container.microvm' } },
      },
    },
    hasNot: {
      rules: {
        c: {
          one: vote(yes('a', 'b'), {
            favours: { container: 'moderate' },
            'by-way-of': ['container.microvm', 'container.plain'],
          }),
        },
        d: { two: { when: yes('a'), 'rules-out': 'container.microvm' } },
      },
    },
    about: 'one',
  },
  {
    kind: 'vote-without-placement',
    what: 'a form that is suited where its needs are never met',
    has: {
      placements: {
        'container.plain': { isolation: 'shared-kernel', needs: { 't.a': 'no' } },
        'vm.single': { isolation: 'own-kernel' },
      },
      rules: { c: { one: { when: yes('a'), suits: { 'container.plain': 'slight' } } } },
    },
    hasNot: {
      placements: {
        'container.plain': { isolation: 'shared-kernel', needs: { 't.b': 'no' } },
        'vm.single': { isolation: 'own-kernel' },
      },
      rules: { c: { one: { when: yes('a'), suits: { 'container.plain': 'slight' } } } },
    },
    about: 'one',
  },
  {
    kind: 'one-cause-twice',
    what: 'two concerns that vote by one value of a fact, but for a defence',
    has: {
      facts: { 's.colour': colour },
      rules: {
        c: { one: vote({ 's.colour': 'red' }) },
        d: { two: vote({ 's.colour': 'red', 't.a': 'yes' }) },
      },
    },
    hasNot: {
      facts: { 's.colour': colour },
      rules: {
        c: { one: vote({ 's.colour': 'red' }, { besides: { d: 'It asks for more.' } }) },
        d: { two: vote({ 's.colour': 'red', 't.a': 'yes' }) },
      },
    },
    about: 'one',
    says: /one and two .* because of s\.colour: red$/,
  },
  {
    kind: 'one-cause-twice',
    what: 'two concerns that vote by one fact, not two that only let its presumed value pass',
    has: {
      facts: { 's.colour': { ...colour, presumed: 'red' } },
      rules: {
        c: { one: vote({ 's.colour': ['green', 'blue'], 't.a': 'yes' }) },
        d: { two: vote({ 's.colour': ['green', 'blue'], 't.b': 'yes' }) },
      },
    },
    hasNot: {
      facts: { 's.colour': { ...colour, presumed: 'green' } },
      rules: {
        c: { one: vote({ 's.colour': ['green', 'blue'], 't.a': 'yes' }) },
        d: { two: vote({ 's.colour': ['green', 'blue'], 't.b': 'yes' }) },
      },
    },
    about: 'one',
  },
  {
    kind: 'one-cause-twice',
    what: 'two concerns that vote for the same kind, not for two',
    has: {
      rules: { c: { one: vote(yes('a')) }, d: { two: vote(yes('a', 'b')) } },
    },
    hasNot: {
      rules: {
        c: { one: vote(yes('a')) },
        d: { two: vote(yes('a', 'b'), { favours: { container: 'moderate' } }) },
      },
    },
    about: 'one',
  },
  {
    kind: 'besides-unused',
    what: 'a defence against a rule that votes by another value',
    has: {
      facts: { 's.colour': colour },
      rules: {
        c: { one: vote({ 's.colour': 'red' }, { besides: { two: 'It is another thing.' } }) },
        d: { two: vote({ 's.colour': 'green' }) },
      },
    },
    hasNot: {
      facts: { 's.colour': colour },
      rules: {
        c: { one: vote({ 's.colour': 'red' }, { besides: { two: 'It is another thing.' } }) },
        d: { two: vote({ 's.colour': 'red', 't.a': 'yes' }) },
      },
    },
    about: 'one',
  },
  {
    kind: 'reason-not-of-this-form',
    what: 'a vote by way of one form, where another is suited',
    has: {
      rules: {
        c: {
          one: vote(yes('a'), { favours: { container: 'moderate' }, 'by-way-of': 'container.microvm' }),
          two: { when: yes('b'), suits: { 'container.plain': 'strong' } },
        },
      },
    },
    hasNot: {
      rules: {
        c: {
          one: vote(yes('a'), {
            favours: { container: 'moderate' },
            'by-way-of': 'container.microvm',
            elsewhere: { container: 'Containers start quickly, whatever carries them.' },
          }),
          two: { when: yes('b'), suits: { 'container.plain': 'strong' } },
        },
      },
    },
    about: 'one',
    says: /container\.plain/,
  },
  {
    kind: 'reason-not-of-this-form',
    what: 'a vote for a form that does not come first, unless the rule suits it as well',
    has: {
      placements: {
        'container.plain': { isolation: 'shared-kernel' },
        'container.microvm': { isolation: 'own-kernel' },
        'vm.single': { isolation: 'own-kernel' },
      },
      rules: {
        c: { one: vote(yes('a'), { favours: { container: 'slight' }, 'by-way-of': 'container.microvm' }) },
      },
    },
    hasNot: {
      placements: {
        'container.plain': { isolation: 'shared-kernel' },
        'container.microvm': { isolation: 'own-kernel' },
        'vm.single': { isolation: 'own-kernel' },
      },
      rules: {
        c: {
          one: vote(yes('a'), {
            favours: { container: 'slight' },
            suits: { 'container.microvm': 'slight' },
            'by-way-of': 'container.microvm',
          }),
        },
      },
    },
    about: 'one',
  },
  {
    kind: 'elsewhere-unused',
    what: 'a reason for forms that are out wherever the rule fires',
    has: {
      rules: {
        c: {
          one: vote(yes('a'), {
            favours: { container: 'moderate' },
            'by-way-of': 'container.microvm',
            elsewhere: { container: 'Containers start quickly, whatever carries them.' },
          }),
        },
        d: { two: { when: yes('a'), 'rules-out': ['container.plain', 'container.orchestrated'] } },
      },
    },
    hasNot: {
      rules: {
        c: {
          one: vote(yes('a'), {
            favours: { container: 'moderate' },
            'by-way-of': 'container.microvm',
            elsewhere: { container: 'Containers start quickly, whatever carries them.' },
          }),
        },
        d: { two: { when: yes('a'), 'rules-out': 'container.plain' } },
      },
    },
    about: 'one',
  },
  {
    kind: 'rests-on-presumption',
    what: 'an exclusion by a presumption about the hosts',
    has: {
      facts: { 's.hosts': { presumed: 'no', about: 'hosts' } },
      rules: { c: { one: { when: { ...yes('a'), 's.hosts': 'no' }, 'rules-out': 'container' } } },
    },
    hasNot: {
      facts: {
        's.hosts': { presumed: 'no', about: 'hosts', 'safe-to-presume': 'Whoever has hosts knows it.' },
      },
      rules: { c: { one: { when: { ...yes('a'), 's.hosts': 'no' }, 'rules-out': 'container' } } },
    },
    about: 'one',
  },
  {
    kind: 'rests-on-presumption',
    what: 'a strong vote by a presumption about the platform, not a moderate one',
    has: {
      facts: { 's.mesh': { presumed: 'no', about: 'platform' } },
      rules: { c: { one: vote({ 's.mesh': 'no' }, { favours: { vm: 'strong' } }) } },
    },
    hasNot: {
      facts: { 's.mesh': { presumed: 'no', about: 'platform' } },
      rules: { c: { one: vote({ 's.mesh': 'no' }) } },
    },
    about: 'one',
  },
  {
    kind: 'rests-on-presumption',
    what: 'needs that fail by a presumption about people, not by one about the program',
    has: {
      facts: { 's.people': { presumed: 'no', about: 'people' } },
      placements: {
        'container.plain': { isolation: 'shared-kernel', needs: { 's.people': 'yes' } },
        'vm.single': { isolation: 'own-kernel' },
      },
      rules: { c: { one: vote(yes('a')) } },
    },
    hasNot: {
      facts: { 's.people': { presumed: 'no', about: 'program' } },
      placements: {
        'container.plain': { isolation: 'shared-kernel', needs: { 's.people': 'yes' } },
        'vm.single': { isolation: 'own-kernel' },
      },
      rules: { c: { one: vote(yes('a')) } },
    },
    about: 'container.plain',
  },
  {
    kind: 'law-isolation',
    what: 'a form rule that reads one step of a demand',
    has: {
      facts: { 's.demand': { ...scale, demands: 'isolation' } },
      rules: {
        c: { one: { when: { 's.demand': 'middle' }, suits: { 'container.microvm': 'strong' } } },
      },
    },
    hasNot: {
      facts: { 's.demand': { ...scale, demands: 'isolation' } },
      rules: {
        c: {
          one: {
            when: { 's.demand': { 'at-least': 'middle' } },
            suits: { 'container.microvm': 'strong' },
          },
        },
      },
    },
    about: 's.demand',
  },
  {
    kind: 'law-isolation',
    what: 'a milder demand that is the only one with a floor',
    has: {
      facts: { 's.demand': { ...scale, demands: 'isolation' } },
      rules: { c: { one: { when: { 's.demand': 'middle' }, isolation: 'own-kernel' } } },
    },
    hasNot: {
      facts: { 's.demand': { ...scale, demands: 'isolation' } },
      rules: {
        c: {
          one: { when: { 's.demand': 'middle' }, isolation: 'own-kernel' },
          two: { when: { 's.demand': 'high' }, isolation: 'own-kernel' },
        },
      },
    },
    about: 's.demand',
  },
  {
    kind: 'law-isolation',
    what: 'a demand that rules out the better of two containers where it does not rule out both',
    has: {
      facts: { 's.demand': { ...scale, demands: 'isolation' } },
      placements: threeLevels,
      rules: {
        c: {
          one: { when: { 's.demand': 'high', 't.a': 'yes' }, 'rules-out': ['container.plain'] },
          two: { when: { 's.demand': 'high', 't.b': 'yes' }, 'rules-out': ['container.sandboxed'] },
          three: { when: yes('c'), suits: { 'container.sandboxed': 'strong' } },
        },
      },
    },
    hasNot: {
      facts: { 's.demand': { ...scale, demands: 'isolation' } },
      placements: threeLevels,
      rules: {
        c: {
          one: { when: { 's.demand': 'high', 't.a': 'yes' }, isolation: 'user-kernel' },
          two: { when: { 's.demand': 'high', 't.b': 'yes' }, isolation: 'own-kernel' },
          three: { when: yes('c'), suits: { 'container.sandboxed': 'strong' } },
        },
      },
    },
    about: 's.demand',
  },
  {
    kind: 'law-towards-vm',
    what: 'a vote for VMs by way of a container that the other rule excludes',
    has: {
      rules: {
        c: {
          one: vote(yes('a'), { favours: { vm: 'strong' }, 'by-way-of': 'container.microvm' }),
          other: vote(yes('b'), { favours: { container: 'slight' } }),
        },
        d: { two: { when: yes('c'), 'rules-out': 'container.microvm' } },
      },
    },
    hasNot: {
      rules: {
        c: {
          one: vote(yes('a'), { favours: { vm: 'strong' }, 'by-way-of': 'vm.single' }),
          other: vote(yes('b'), { favours: { container: 'slight' } }),
        },
        d: { two: { when: yes('c'), 'rules-out': 'container.microvm' } },
      },
    },
    about: 'one',
  },
  {
    kind: 'question-never-asked',
    what: 'an asked-if that no answers meet',
    has: { facts: { 's.more': { 'asked-if': { all: [yes('a'), { 't.a': 'no' }] } } } },
    hasNot: { facts: { 's.more': { 'asked-if': { all: [yes('a'), { 't.b': 'no' }] } } } },
    about: 's.more',
  },
  {
    kind: 'rule-without-effect',
    what: 'a vote that two stronger ones leave no room, also while the fact is unknown',
    has: {
      rules: {
        c: {
          base: vote({ ...yes('a'), 's.colour': ['red', 'green'] }, { favours: { vm: 'slight' } }),
          red: vote(
            { 's.colour': ['red', 'green'] },
            { favours: { vm: 'strong' }, 'by-way-of': 'vm.single' },
          ),
          green: vote(
            { 's.colour': ['red', 'green'] },
            { favours: { vm: 'strong' }, 'by-way-of': 'vm.group' },
          ),
        },
      },
      facts: { 's.colour': colour },
      placements: {
        'vm.single': { isolation: 'own-kernel' },
        'vm.group': { isolation: 'own-kernel' },
        'container.plain': { isolation: 'shared-kernel' },
      },
    },
    // A base below two halves: every complete workload is the same without it, one that leaves the fact open is not.
    hasNot: {
      rules: {
        c: {
          base: vote(yes('a'), { favours: { vm: 'slight' } }),
          red: vote({ ...yes('a'), 's.colour': 'red' }, { favours: { vm: 'strong' } }),
          green: vote({ ...yes('a'), 's.colour': ['green', 'blue'] }, { favours: { vm: 'moderate' } }),
        },
      },
      facts: { 's.colour': colour },
      placements: {
        'vm.single': { isolation: 'own-kernel' },
        'vm.group': { isolation: 'own-kernel' },
        'container.plain': { isolation: 'shared-kernel' },
      },
    },
    about: 'base',
  },
  {
    kind: 'rules-alike',
    what: 'one condition written in two ways',
    has: {
      rules: {
        c: {
          one: vote({ 't.a': 'yes', 't.b': 'yes' }),
          two: vote({ not: { any: [{ 't.a': 'no' }, { 't.b': 'no' }] } }),
        },
      },
    },
    hasNot: {
      rules: {
        c: {
          one: vote({ 't.a': 'yes', 't.b': 'yes' }),
          two: vote({ not: { all: [{ 't.a': 'no' }, { 't.b': 'no' }] } }),
        },
      },
    },
    about: 'two',
  },
  {
    kind: 'rule-covered',
    what: 'a slight vote inside a strong one of its concern, not of another',
    has: {
      rules: {
        c: {
          one: vote(yes('a', 'b'), { favours: { vm: 'slight' } }),
          two: vote(yes('a'), { favours: { vm: 'strong' } }),
        },
      },
    },
    hasNot: {
      rules: {
        c: { one: vote(yes('a', 'b'), { favours: { vm: 'slight' } }) },
        d: { two: vote(yes('a'), { favours: { vm: 'strong' } }) },
      },
    },
    about: 'one',
  },
  {
    kind: 'complementary-halves',
    what: 'two halves, and two halves above a base that is as strong',
    has: {
      rules: { c: { one: vote({ ...yes('a'), 't.b': 'yes' }), two: vote({ ...yes('a'), 't.b': 'no' }) } },
    },
    hasNot: {
      rules: {
        c: {
          base: vote(yes('a')),
          one: vote({ ...yes('a'), 't.b': 'yes' }, { must: 'idle' }),
          two: vote({ ...yes('a'), 't.b': 'no' }),
        },
      },
    },
    about: 'one',
  },
  {
    kind: 'complementary-halves',
    what: 'three values in two halves, and a value that is left out',
    has: {
      facts: { 's.colour': colour },
      rules: { c: { one: vote({ 's.colour': 'red' }), two: vote({ 's.colour': ['green', 'blue'] }) } },
    },
    hasNot: {
      facts: { 's.colour': colour },
      rules: { c: { one: vote({ 's.colour': 'red' }), two: vote({ 's.colour': 'blue' }) } },
    },
    about: 'one',
  },
  {
    kind: 'pulls-both-ways',
    what: 'an exclusion of some containers with a vote for others',
    has: {
      rules: {
        c: { one: vote(yes('a'), { favours: { container: 'moderate' }, 'rules-out': 'container.plain' }) },
      },
    },
    hasNot: {
      rules: {
        c: {
          one: vote(yes('a'), { favours: { container: 'moderate' } }),
          two: { when: yes('a'), 'rules-out': 'container.plain' },
        },
      },
    },
    about: 'one',
  },
  {
    kind: 'fact-unread',
    what: 'a fact that only an asked-if reads, and one that an action reads',
    has: { facts: { 's.colour': colour, 's.more': { 'asked-if': { 's.colour': 'red' } } } },
    hasNot: {
      facts: { 's.colour': colour },
      actions: { one: { level: 'should', for: 'vm', when: { 's.colour': 'red' } } },
    },
    about: 's.colour',
  },
  {
    kind: 'fact-without-effect',
    what: 'a fact that only an idle rule reads',
    has: {
      facts: { 's.colour': colour },
      rules: {
        c: {
          one: vote({ ...yes('a'), 's.colour': 'red' }, { favours: { vm: 'slight' } }),
          two: vote(yes('a')),
        },
      },
    },
    hasNot: {
      facts: { 's.colour': colour },
      rules: {
        c: {
          one: vote({ ...yes('a'), 's.colour': 'red' }, { favours: { vm: 'strong' } }),
          two: vote(yes('a')),
        },
      },
    },
    about: 's.colour',
  },
  {
    kind: 'choices-alike',
    what: 'two of three choices',
    has: { facts: { 's.colour': colour }, rules: { c: { one: vote({ 's.colour': ['red', 'green'] }) } } },
    hasNot: {
      facts: { 's.colour': colour },
      rules: {
        c: {
          one: vote({ 's.colour': ['red', 'green'] }),
          two: vote({ 's.colour': 'green' }, { favours: { vm: 'strong' } }),
        },
      },
    },
    about: 's.colour',
  },
  {
    kind: 'choices-alike',
    what: 'a threshold that makes no difference',
    has: {
      facts: { 's.count': { kind: 'number' } },
      rules: {
        c: {
          one: vote({ 's.count': { 'at-least': 5 } }),
          two: vote({ 's.count': { 'at-least': 9 } }, { favours: { vm: 'slight' } }),
        },
      },
    },
    hasNot: {
      facts: { 's.count': { kind: 'number' } },
      rules: {
        c: {
          one: vote({ 's.count': { 'at-least': 5 } }, { favours: { vm: 'slight' } }),
          two: vote({ 's.count': { 'at-least': 9 } }),
        },
      },
    },
    about: 's.count',
  },
  {
    kind: 'placement-unreachable',
    what: 'a form that another always beats',
    has: {
      rules: {
        c: {
          one: vote(yes('a')),
          two: { when: yes('b'), suits: { 'container.orchestrated': 'slight' } },
        },
      },
    },
    hasNot: {
      rules: {
        c: {
          one: vote(yes('a')),
          two: {
            when: yes('b'),
            suits: { 'container.orchestrated': 'slight', 'container.microvm': 'slight' },
          },
          three: { when: yes('c'), suits: { 'container.microvm': 'slight' } },
        },
      },
    },
    about: 'container.microvm',
  },
  {
    kind: 'kind-unreachable',
    what: 'containers that every workload is denied',
    has: { rules: { c: { one: { when: { any: [yes('a'), { 't.a': 'no' }] }, 'rules-out': 'container' } } } },
    hasNot: {
      rules: {
        c: {
          one: { when: yes('a'), 'rules-out': 'container' },
          two: vote(yes('b'), { favours: { container: 'moderate' } }),
        },
      },
    },
    about: '',
  },
  {
    kind: 'action-never-called',
    what: 'an action for nothing that no rule demands',
    has: { actions: { one: { level: 'should' } } },
    hasNot: { actions: { one: { level: 'should' } }, rules: { c: { one: { when: yes('a'), must: 'one' } } } },
    about: 'one',
  },
  {
    kind: 'action-never-called',
    what: 'an action whose condition excludes the placements it is for',
    has: {
      actions: { one: { level: 'should', for: 'container', when: yes('a', 'b') } },
      rules: { c: { one: { when: yes('a'), 'rules-out': 'container' } } },
    },
    hasNot: {
      actions: { one: { level: 'should', for: 'container', when: yes('b') } },
      rules: { c: { one: { when: yes('a'), 'rules-out': 'container' } } },
    },
    about: 'one',
  },
  {
    kind: 'param-unused',
    what: 'a threshold that no condition names',
    has: {
      params: { many: 5 },
      facts: { 's.count': { kind: 'number' } },
      rules: { c: { one: vote({ 's.count': 5 }) } },
    },
    hasNot: {
      params: { many: 5 },
      facts: { 's.count': { kind: 'number' } },
      rules: { c: { one: vote({ 's.count': '$many' }) } },
    },
    about: 'many',
  },
  {
    kind: 'condition-unused',
    what: 'a condition that no other uses, and one that a rule does',
    has: { conditions: { lit: yes('a') }, rules: { c: { one: vote(yes('a')) } } },
    hasNot: { conditions: { lit: yes('a') }, rules: { c: { one: vote({ condition: 'lit' }) } } },
    about: 'lit',
  },
  {
    kind: 'condition-unused',
    what: 'a condition that only an unused one uses',
    has: {
      conditions: { lit: yes('a'), bright: { condition: 'lit' } },
      rules: { c: { one: vote(yes('a')) } },
    },
    hasNot: {
      conditions: { lit: yes('a'), bright: { condition: 'lit' } },
      rules: { c: { one: vote({ condition: 'bright' }) } },
    },
    about: 'lit',
  },
  {
    kind: 'outside-unused',
    what: 'an entry that no rule considers, and one that a rule does',
    has: { outside: ['elsewhere'], rules: { c: { one: vote(yes('a')) } } },
    hasNot: { outside: ['elsewhere'], rules: { c: { one: vote(yes('a'), { consider: 'elsewhere' }) } } },
    about: 'elsewhere',
  },
  {
    kind: 'observation-unused',
    what: 'an observation that shows nothing, and one that shows an action done',
    has: { observations: ['seen'], actions: { one: { level: 'should', for: 'vm' } } },
    hasNot: {
      observations: ['seen'],
      actions: { one: { level: 'should', for: 'vm', 'shown-by': { against: ['seen'] } } },
    },
    about: 'seen',
  },
  {
    kind: 'source-unused',
    what: 'a source that no rule cites',
    has: { rules: { c: { one: vote(yes('a')) } } },
    hasNot: { rules: citing },
    files: [sources('2025'), sources('2025')],
    about: 'handbook',
  },
  {
    kind: 'source-old',
    what: 'a text of a month more than three years before the rulebook, and of the year that may be less',
    has: { rules: citing },
    hasNot: { rules: citing },
    files: [sources('2022-12'), sources('2023')],
    about: 'handbook',
  },
  {
    kind: 'source-date-unclear',
    what: 'a date in words, and an honest undated',
    has: { rules: citing },
    hasNot: { rules: citing },
    files: [sources('spring 2024'), sources('undated')],
    about: 'handbook',
  },
  {
    kind: 'headline-unreachable',
    what: 'an either that some vote always prevents',
    has: { rules: { c: { one: vote(yes('a')), two: vote({ 't.a': 'no' }) } } },
    hasNot: { rules: { c: { one: vote(yes('a')) } } },
    about: '',
    says: /either/,
  },
  {
    kind: 'proof-unfinished',
    what: 'a law that holds because two pigeons always share a hole, of many and of few',
    has: raiseAmong(8),
    hasNot: raiseAmong(3),
    about: 's.demand',
  },
  {
    kind: 'demand-undeclared',
    what: 'a floor without a fact that says it is a demand',
    has: {
      facts: { 's.demand': scale },
      rules: { c: { one: { when: { 's.demand': 'high' }, isolation: 'own-kernel' } } },
    },
    hasNot: {
      facts: { 's.demand': { ...scale, demands: 'isolation' } },
      rules: { c: { one: { when: { 's.demand': 'high' }, isolation: 'own-kernel' } } },
    },
    about: '',
  },
  {
    kind: 'placement-without-needs',
    what: 'a placement of a team',
    has: { rules: { c: { one: vote(yes('a')) } } },
    hasNot: { rules: { c: { one: vote(yes('a')) } } },
    team: [addedPlacement(''), addedPlacement("needs: { 't.a': 'yes' }, ")],
    about: 'container.nomad',
  },
];

function build(tiny: TinyRulebook, instead: Entry = {}, team?: string): ReadyRulebook {
  const files = writeRulebook(tiny).map((file): RulebookFile => {
    const other = instead[file.name];
    return other === undefined ? file : { ...file, text: JSON.stringify(other) };
  });
  const loaded = loadRulebook(files, 'rules');
  const rulebook = team === undefined ? loaded : extendSmall(team, 'acme', loaded);
  return { rulebook, model: compileRulebook(rulebook) };
}

function lint(ready: ReadyRulebook, { kind, about, says = /./ }: Case): Finding[] {
  return lintRulebook(ready).filter(
    (each) => each.kind === kind && each.subject.id === about && says.test(each.message),
  );
}

describe.each(cases)('$kind: $what', (each) => {
  const { has, hasNot, files, team } = each;
  const ready = build(has, files?.[0], team?.[0]);
  const findings = lint(ready, each);

  it('is found', () => {
    expect(findings).not.toEqual([]);
  });

  it('is not found in its twin', () => {
    expect(lint(build(hasNot, files?.[1], team?.[1]), each)).toEqual([]);
  });

  it('is said in a sentence without a full stop', () => {
    for (const { message } of findings) expect(message).toMatch(/^[a-z][^\n]*[^.]$/);
  });

  it('has a witness that can be assessed, where it has one', () => {
    for (const { witness } of findings) {
      if (witness === undefined) continue;
      const facts = Object.entries({ ...witness.facts, ...witness.change }).map(([fact, value]) => ({
        fact,
        values: value === null ? null : [value],
        origin: 'stated' as const,
      }));
      expect(() => assessFacts(ready, facts)).not.toThrow();
    }
  });
});

it('every kind of finding is tried', () => {
  const tried = new Set(cases.map(({ kind }) => kind));
  expect([...tried].sort()).toEqual(Object.keys(findingKinds).sort());
});
