import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formats } from '../../../src/render/render.ts';
import { binary, buildBinary } from '../../support/build-binary.ts';

// A run opens no socket, and what programs read holds no escape sequence, even where colour is asked for.

/** Loaded before the program: whatever reaches for the network ends the run with a code of its own. */
const guard = `
  const stop = (what) => () => { process.stderr.write('network: ' + what + '\\n'); process.exit(99); };
  const wrap = (name, keys) => { const module = require(name); for (const key of keys) module[key] = stop(name + '.' + key); };
  require('net').Socket.prototype.connect = stop('net.connect');
  require('net').Server.prototype.listen = stop('net.listen');
  wrap('dns', ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny']);
  wrap('dgram', ['createSocket']);
  for (const name of ['http', 'https']) wrap(name, ['request', 'get']);
  wrap('http2', ['connect']);
  wrap('tls', ['connect']);
  globalThis.fetch = stop('fetch');
  globalThis.WebSocket = stop('WebSocket');
`;

let folder = '';

beforeAll(() => {
  buildBinary();
  folder = mkdtempSync(join(tmpdir(), 'advise-offline-'));
  writeFileSync(join(folder, 'guard.cjs'), guard);
  writeFileSync(
    join(folder, 'web.yaml'),
    'advise: 1\nname: "\\e[31mred"\nfacts: { state: { kind: stateless } }\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const runGuarded = (...argv: string[]) =>
  spawnSync(process.execPath, ['--require', join(folder, 'guard.cjs'), ...argv], {
    cwd: folder,
    encoding: 'utf8',
  });

describe('no socket is opened', () => {
  test.each([
    ...formats.map((format) => ['assess', 'web.yaml', '--format', format]),
    ['why', 'only-processes', 'web.yaml'],
    ['facts', '--unanswered', 'web.yaml'],
    ['rules', 'show', 'only-processes'],
    ['schema', 'result'],
    ['init', '-'],
    ['completion', 'bash'],
    ['complete', 'zsh', '--', 'why', 'only'],
    ['--help'],
    ['--version'],
  ])('by advise %s %s %s %s', (...argv) => {
    const { stdout, stderr, status } = runGuarded(binary, ...argv.filter((word) => typeof word === 'string'));
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout).not.toBe('');
  });

  test.each([
    "require('net').connect(1)",
    "require('dns').lookup('a', () => 0)",
    "fetch('http://localhost:1')",
  ])('and the guard would see %s', (code) => {
    expect(runGuarded('-e', code)).toMatchObject({
      status: 99,
      stderr: expect.stringMatching(/^network: /) as string,
    });
  });
});

describe('what programs read holds no escape sequence', () => {
  test.each(formats.filter((format) => format !== 'text'))('as %s', (format) => {
    const argv = [binary, 'assess', 'web.yaml', '--format', format, '--color'];
    const { stdout, status } = spawnSync(process.execPath, argv, { cwd: folder, encoding: 'utf8' });
    expect(status).toBe(0);
    expect(stdout).toContain('red');
    // eslint-disable-next-line no-control-regex
    expect(stdout).not.toMatch(/[\u001b\u009b]/);
  });
});
