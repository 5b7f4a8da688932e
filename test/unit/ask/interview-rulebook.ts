import type { TinyRulebook } from '../../support/build-rulebook.ts';

/** The question of the open fact that decides most. */
export const stateQuestion = 'What is lost when an instance vanishes?';

/**
 * A rulebook with one of each: facts without a presumption, one with a common exception, a number, a
 * question that another answer switches on, exceptions with and without a further question, a fact
 * of its own to every headline, and one that nothing listens to.
 */
export const interviewRulebook: TinyRulebook = {
  topics: [
    { id: 'platforms', title: 'What is there?', as: 'sheet' },
    { id: 'data', title: 'Its data' },
    { id: 'desktops', title: 'Desktops', as: 'list' },
    { id: 'rights', title: 'Rights and systems', as: 'list' },
  ],
  facts: {
    'app.state': {
      kind: 'choice',
      question: stateQuestion,
      topic: 'data',
      why: 'What it must not lose decides.',
      values: { stateless: 'nothing', 'one-writer': 'data that it alone owns' },
      help: 'Data in a database elsewhere is not its own.',
    },
    'app.memory': {
      kind: 'number',
      question: 'How much memory does it need?',
      unit: 'GiB',
      above: 0,
      'at-most': 4096,
      help: 'At its peak.',
    },
    'app.family': {
      kind: 'choice',
      question: 'Which system does it run on?',
      values: { linux: 'any Linux', windows: 'Windows', bsd: 'a BSD' },
      presumed: 'linux',
      exception: 'It runs on something other than Linux',
      'exception-is': 'common',
    },
    'app.desktop': {
      question: 'Do people work at its desktop?',
      topic: 'desktops',
      presumed: 'no',
      exception: 'People work at its desktop',
      'exception-is': 'rare',
    },
    'app.access': {
      kind: 'choice',
      question: 'Which rights over its host does it need?',
      topic: 'rights',
      values: { none: 'none', folders: 'folders of the host', agent: 'all, it looks after the host' },
      presumed: 'none',
      exception: 'It needs rights over its host',
      'exception-is': 'occasional',
    },
    'app.colour': { question: 'Is its logo red?' },
    'site.platform': {
      kind: 'choice',
      about: 'platform',
      question: 'Which container platform is there?',
      topic: 'platforms',
      values: { none: 'none', engine: 'an engine on one host', kubernetes: 'Kubernetes' },
    },
    'site.skill': {
      kind: 'scale',
      about: 'people',
      question: 'How well does the team know Kubernetes?',
      topic: 'platforms',
      values: { none: 'not at all', some: 'some', production: 'in production' },
      'asked-if': { 'site.platform': 'kubernetes' },
    },
  },
  placements: {
    'container.plain': { isolation: 'shared-kernel', needs: { 'site.platform': { not: 'none' } } },
    'container.orchestrated': { isolation: 'shared-kernel', needs: { 'site.platform': 'kubernetes' } },
    'vm.single': { isolation: 'own-kernel' },
  },
  rules: {
    state: {
      'owns-its-data': {
        title: 'Owns its data',
        when: { 'app.state': 'one-writer' },
        favours: { vm: 'moderate' },
        must: 'keep-copies',
      },
    },
    size: {
      'fills-a-machine': { when: { 'app.memory': { 'at-least': 256 } }, favours: { vm: 'strong' } },
    },
    family: {
      'needs-windows': { when: { 'app.family': 'windows' }, favours: { vm: 'strong' } },
    },
    desktop: {
      'people-at-the-desktop': { when: { 'app.desktop': 'yes' }, 'rules-out': 'container' },
    },
    access: {
      'looks-after-its-host': { when: { 'app.access': 'agent' }, 'rules-out': 'vm' },
      'reads-the-host': { when: { 'app.access': 'folders' }, favours: { vm: 'moderate' } },
    },
    platform: {
      'fits-the-kubernetes': {
        when: { 'site.platform': 'kubernetes', 'site.skill': { 'at-least': 'production' } },
        favours: { container: 'strong' },
        'by-way-of': 'container.orchestrated',
      },
      'suits-the-kubernetes': {
        when: { 'site.platform': 'kubernetes' },
        suits: { 'container.orchestrated': 'slight' },
      },
      'engine-at-hand': {
        when: { 'site.platform': { not: 'none' } },
        favours: { container: 'slight' },
      },
    },
  },
  groups: { containers: ['container.plain', 'container.orchestrated'] },
  actions: { 'keep-copies': { level: 'must' } },
};
