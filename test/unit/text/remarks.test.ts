import { expect, it } from 'vitest';
import { writeYaml } from '../../../src/text/yaml.ts';

it('remarks stand behind their values, in one line and safe to print', () => {
  const remarks = [
    { path: ['facts', 'os'], text: 'a.yaml:1:2 rule' },
    { path: ['facts', 'name'], text: 'b\u001b.yaml' },
    { path: ['nowhere'], text: 'lost' },
  ];
  expect(writeYaml({ facts: { os: ['linux', 'bsd'], name: 'x' } }, remarks)).toBe(
    'facts:\n  os: [ linux, bsd ] # a.yaml:1:2 rule\n  name: x # b\\u001b.yaml\n',
  );
});
