import { describe, expect, it } from 'vitest';
import { isSecretName, startsShell } from '../../../../src/import/container/container-settings.ts';
import { parseMount, viewHostPaths, viewVolumes } from '../../../../src/import/container/mounts.ts';
import { parseQuantity } from '../../../../src/import/kubernetes/parse-quantity.ts';
import type { Spot } from '../../../../src/import/spot.ts';

// What the settings of containers say, and what those that only look like it do not.

const at = { file: 'compose.yaml', line: 1, column: 1 };
const spot: Spot = { is: 'text', text: '', entries: new Map(), items: [], at, key: at };

describe('a command', () => {
  it.each([
    ['sh -c run', true],
    ['/bin/sh -c run', true],
    ['/usr/bin/bash -lc run', true],
    ['/usr/local/bin/bash -c run', false],
    ['bashful -c run', false],
    ['fish -c run', false],
    ['sh run.sh', false],
    ['sh -cx run', false],
    ['sh x-c run', false],
    ['sh -c exec run', false],
    ['sh -c sleep 1; exec run', false],
    ['sh -c executable run', true],
    ['sh -c noexec run', true],
  ])('%s starts a shell that stays: %s', (command, starts) => {
    const [first = '', option = '', ...rest] = command.split(' ');
    expect(startsShell([first, option, rest.join(' ')])).toBe(starts);
  });
});

describe('a setting', () => {
  it.each([
    ['POSTGRES_PASSWORD', true],
    ['db_passwd', true],
    ['API_KEY', true],
    ['APIKEY', true],
    ['AWS_SECRET_ACCESS_KEY', true],
    ['GOOGLE_CREDENTIALS', true],
    // A file that holds one hands nothing over.
    ['POSTGRES_PASSWORD_FILE', false],
    ['TOKEN_URL', false],
    ['KEYBOARD', false],
  ])('%s is called as a secret is: %s', (name, is) => {
    expect(isSecretName(name)).toBe(is);
  });
});

describe('a mount', () => {
  it.each([
    { text: '/cache', is: ['volume', '', '/cache', false] },
    { text: 'data:/var/lib/app', is: ['volume', 'data', '/var/lib/app', false] },
    { text: './data:/data:ro', is: ['bind', './data', '/data', true] },
    { text: '/srv:/data:z,ro', is: ['bind', '/srv', '/data', true] },
    { text: '/srv:/data:rox', is: ['bind', '/srv', '/data', false] },
    { text: '~/data:/data', is: ['bind', '~/data', '/data', false] },
    { text: '%h/data:/data', is: ['bind', '%h/data', '/data', false] },
    { text: '${DATA:-./data}:/data', is: ['bind', '${DATA:-./data}', '/data', false] },
    { text: 'C:\\data:/data', is: ['bind', 'C:\\data', '/data', false] },
    { text: 'c:/data', is: ['volume', '', 'c:/data', false] },
  ])('$text is $is', ({ text, is }) => {
    const { type, source, target, readOnly } = parseMount(spot, text);
    expect([type, source, target, readOnly]).toEqual(is);
  });

  it.each([
    { mount: 'data:/var/lib/app', holds: true },
    { mount: './data:/data', holds: true },
    { mount: '/cache', holds: false, why: 'anonymous' },
    { mount: '/etc/ssl:/certs', holds: false, why: 'of the system' },
    { mount: './app.conf:/etc/app.conf', holds: false, why: 'a file' },
    { mount: './conf:/etc/nginx/conf.d', holds: false, why: 'configuration' },
    { mount: './conf:/etc/nginx/conf.data', holds: true },
    {
      mount: './init:/docker-entrypoint-initdb.d',
      holds: false,
      why: 'where a store takes its first content',
    },
    { mount: './x.json5:/data', holds: true },
    { mount: './site:/srv', built: true, holds: false, why: 'sources of what is built' },
    { mount: './site:/srv', holds: true },
    { mount: './storage:/srv', built: true, holds: true },
    { mount: '.:/srv', built: true, holds: false, why: 'the project' },
    { mount: '.cache:/srv', built: true, holds: true },
    { mount: 'site:/srv', built: true, holds: true },
  ])('$mount holds data: $holds', ({ mount, built = false, holds }) => {
    expect(viewVolumes([parseMount(spot, mount)], built)).toHaveLength(holds ? 1 : 0);
  });

  it.each([
    { mount: '/run/user/1000/podman/podman.sock:/var/run/docker.sock', path: '/var/run/docker.sock' },
    { mount: '/var/run/docker.sock:/sock', path: '/var/run/docker.sock' },
    { mount: '/srv:/data', path: '/srv' },
    { mount: 'data:/var/run/docker.sock', path: undefined },
  ])('$mount gives $path of the host', ({ mount, path }) => {
    expect(viewHostPaths([parseMount(spot, mount)])[0]?.path).toBe(path);
  });
});

describe('a quantity', () => {
  it.each([
    ['512Mi', 536_870_912],
    ['512M', 512_000_000],
    ['1.5Gi', 1_610_612_736],
    ['1.', 1],
    ['100m', 0.1],
    ['1e3', 1000],
    ['1E-1', 0.1],
    ['1E', 1e18],
    [' 2 ', 2],
    ['2 Gi', undefined],
    ['2Gib', undefined],
    ['2GiB', undefined],
    ['2Gx', undefined],
    ['2Gi!', undefined],
    ['x2Gi', undefined],
    ['Gi', undefined],
    ['-1', undefined],
    ['1e999', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s is %s', (text, is) => {
    expect(parseQuantity(text)).toBe(is);
  });
});
