import { describe, expect, it } from 'vitest';
import { formatPosition, isInputError } from '../../../src/errors.ts';
import { artefactKinds } from '../../../src/import/kinds.ts';
import { recogniseForeign } from '../../../src/import/read-foreign.ts';
import { createTestWorld } from '../../support/create-test-world.ts';

const { io } = createTestWorld({ folder: '.' }).world;

async function recognise(text: string, as?: string) {
  const kind = artefactKinds.find(({ id }) => id === as);
  return await recogniseForeign(io, 'some.txt', new TextEncoder().encode(text), kind);
}

describe('a broken text that is larger than any file of ours', () => {
  const filling = `# ${'x'.repeat(1022)}\n`.repeat(1100);
  it.each([
    {
      what: 'YAML says where it breaks, not how large it is',
      text: `${filling}apiVersion: v1\nkind: Pod\n  metadata: {}\n`,
      problem: { message: /the next line is indented deeper/, place: ':1102:' },
    },
    {
      what: 'JSON says that it is none',
      text: `{"a": "${filling}`,
      problem: { message: /not valid JSON/, place: 'some.txt' },
    },
  ])('$what', async ({ text, problem }) => {
    const refused = await recognise(text).catch((error: unknown) => error);
    const [first] = isInputError(refused) ? refused.problems : [];
    expect(first?.message).toMatch(problem.message);
    expect(formatPosition(first?.at ?? { file: '' })).toContain(problem.place);
  });
});

it.each([
  { as: 'systemd', text: '[Service]\nExecStart=/bin/shop\n' },
  { as: 'dockerfile', text: 'FROM a\nRUN : x: y\n' },
  { as: 'libvirt', text: '<domain/>' },
])('somebody may say that a text is $as, though it is no YAML', async ({ as, text }) => {
  expect((await recognise(text, as))?.kind.id).toBe(as);
});
