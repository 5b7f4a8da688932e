import { describe, expect, it } from 'vitest';
import { listSaid, readManifest } from './read-manifest.ts';

// What decides something in a file, beside what nearly looks like it and does not.

/** What a file says of its only workload: a fact, an observation that was made, what was left unread or remarked. */
async function inspect(text: string, path: string) {
  const { workloads, imported } = await readManifest(text, path);
  const [workload] = workloads;
  if (workload === undefined) throw new Error('no workload');
  const seen = (workload.observed ?? []).flatMap(({ observation, seen: is }) => (is ? [observation] : []));
  return {
    name: workload.name,
    said: listSaid(workload),
    seen: new Set(seen),
    unread: imported.unread.map(({ what }) => what),
    remarks: imported.remarks.map(({ what }) => what),
  };
}

const compose = (...lines: readonly string[]): string =>
  `services:\n  web:\n    image: town/shop:1\n${lines.map((line) => `    ${line}\n`).join('')}`;
const unit = (...lines: readonly string[]): string => ['[Service]', ...lines].join('\n');
const quadlet = (...lines: readonly string[]): string =>
  ['[Container]', 'Image=town/shop:1', ...lines].join('\n');
const pods = '{ spec: { containers: [{ name: a, image: town/shop:1 }] } }';
const job = (kind: string, spec: string): string =>
  `apiVersion: batch/v1\nkind: ${kind}\nmetadata: { name: shop }\nspec: ${spec}\n`;
const store = (spec: string): string =>
  `apiVersion: acid.zalan.do/v1\nkind: postgresql\nmetadata: { name: db }\nspec: ${spec}\n`;
const claiming = (claim: string): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: shop }\nspec:\n  template: { spec: { containers: [{ name: a, image: town/shop:1 }], volumes: [{ name: d, persistentVolumeClaim: { claimName: data } }] } }\n---\napiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: ${claim} }\nspec: { storageClassName: fast, resources: { requests: { storage: 1Gi } } }\n`;
const domain = (devices: string): string =>
  `<domain type='kvm'><name>shop</name><devices>${devices}</devices></domain>`;
const screen = (more = ''): string => `<video><model type='qxl'${more}/></video>`;

describe('a fact', () => {
  it.each([
    {
      of: 'hours, of two digits',
      file: 'compose.yaml',
      text: compose('stop_grace_period: 10h'),
      fact: 'life.stop',
      is: 'hours-to-drain',
    },
    {
      of: 'minutes and seconds',
      file: 'compose.yaml',
      text: compose('stop_grace_period: 11m30s'),
      fact: 'life.stop',
      is: 'minutes-to-drain',
    },
    {
      of: 'many seconds',
      file: 'compose.yaml',
      text: compose('stop_grace_period: 90s'),
      fact: 'life.stop',
      is: 'minutes-to-drain',
    },
    {
      of: 'no time',
      file: 'compose.yaml',
      text: compose('stop_grace_period: soon'),
      fact: 'life.stop',
      is: undefined,
    },
    {
      of: 'a time and more',
      file: 'compose.yaml',
      text: compose('stop_grace_period: 90s or so'),
      fact: 'life.stop',
      is: undefined,
    },
    {
      of: 'a filter that is off',
      file: 'compose.yaml',
      text: compose("security_opt: ['seccomp:unconfined']"),
      fact: 'os.host-access',
      is: 'none | extra-capabilities ? extra-capabilities',
    },
    {
      of: 'a filter that only begins so',
      file: 'compose.yaml',
      text: compose("security_opt: ['seccomp:unconfined.json']"),
      fact: 'os.host-access',
      is: 'none',
    },
    {
      of: 'labels that are off',
      file: 'compose.yaml',
      text: compose("security_opt: ['label:disable']"),
      fact: 'os.host-access',
      is: 'none | extra-capabilities ? extra-capabilities',
    },
    {
      of: 'a label that only begins so',
      file: 'compose.yaml',
      text: compose("security_opt: ['label:disabled']"),
      fact: 'os.host-access',
      is: 'none',
    },
    {
      of: 'a port for all and one for itself',
      file: 'compose.yaml',
      text: compose("ports: ['127.0.0.1:80:80', '8080:80']"),
      fact: 'trust.internet',
      is: undefined,
    },
    {
      of: 'a flow map, which is no JSON',
      file: 'compose.yaml',
      text: '{ services: { web: { image: town/shop:1 } } }',
      fact: 'life.runs-today',
      is: '? container',
    },
    {
      of: 'a user, and a plus among its arguments',
      file: 'shop.service',
      text: unit('ExecStart=/opt/shop +x', 'User=shop'),
      fact: 'trust.root',
      is: 'no',
    },
    {
      of: 'a user, and a step with all rights',
      file: 'shop.service',
      text: unit('ExecStart=/opt/shop', 'ExecStartPre=-+/bin/x', 'User=shop'),
      fact: 'trust.root',
      is: 'no | start-only ? start-only',
    },
    {
      of: 'two screens',
      file: 'shop.xml',
      text: domain(screen() + screen()),
      fact: 'os.desktop',
      is: '? yes',
    },
    {
      of: 'a screen of two heads',
      file: 'shop.xml',
      text: domain(screen(" heads='2'")),
      fact: 'os.desktop',
      is: '? yes',
    },
    {
      of: 'one screen',
      file: 'shop.xml',
      text: domain(screen(" heads='1'")),
      fact: 'os.desktop',
      is: undefined,
    },
  ])('of $of: $fact is $is', async ({ file, text, fact, is }) => {
    expect((await inspect(text, file)).said[fact]).toBe(is);
  });
});

describe('an observation', () => {
  it.each([
    {
      of: 'a port for itself',
      file: 'compose.yaml',
      text: compose("ports: ['127.0.0.1:80:80']"),
      shows: 'ports-on-named-address',
      is: true,
    },
    {
      of: 'ports of which one is for all',
      file: 'compose.yaml',
      text: compose("ports: ['127.0.0.1:80:80', '8080:80']"),
      shows: 'ports-on-named-address',
      is: false,
    },
    {
      of: 'published ports, each for itself',
      file: 'a.container',
      text: quadlet('PublishPort=127.0.0.1:80:80', 'PublishPort=127.0.0.1:81:81'),
      shows: 'ports-on-named-address',
      is: true,
    },
    {
      of: 'published ports of which one is for all',
      file: 'a.container',
      text: quadlet('PublishPort=127.0.0.1:80:80', 'PublishPort=81:81'),
      shows: 'ports-on-named-address',
      is: false,
    },
    {
      of: 'nobody as its user',
      file: 'compose.yaml',
      text: compose("user: ''"),
      shows: 'ordinary-user',
      is: false,
    },
    {
      of: 'a user',
      file: 'compose.yaml',
      text: compose('user: 1000:1000'),
      shows: 'ordinary-user',
      is: true,
    },
    {
      of: 'the user root by number',
      file: 'compose.yaml',
      text: compose("user: '00:1000'"),
      shows: 'ordinary-user',
      is: false,
    },
    {
      of: 'a shell in the container of a unit',
      file: 'shop.service',
      text: unit('ExecStart=/usr/bin/docker run town/shop:1 sh -c run'),
      shows: 'shell-before-program',
      is: true,
    },
    {
      of: 'a program in the container of a unit',
      file: 'shop.service',
      text: unit('ExecStart=/usr/bin/docker run town/shop:1 run'),
      shows: 'shell-before-program',
      is: false,
    },
    {
      of: 'a user, and a plus among its arguments',
      file: 'shop.service',
      text: unit('ExecStart=/opt/shop +x', 'User=shop'),
      shows: 'ordinary-user',
      is: true,
    },
    {
      of: 'a user, and a step with all rights',
      file: 'shop.service',
      text: unit('ExecStart=/opt/shop', 'ExecStartPre=-+/bin/x', 'User=shop'),
      shows: 'ordinary-user',
      is: false,
    },
    {
      of: 'the claim that a pod names',
      file: 'k.yaml',
      text: claiming('data'),
      shows: 'volume-apart',
      is: true,
    },
    {
      of: 'a claim that no pod names',
      file: 'k.yaml',
      text: claiming('other'),
      shows: 'volume-apart',
      is: false,
    },
    {
      of: 'a limit of a job',
      file: 'k.yaml',
      text: job('Job', `{ activeDeadlineSeconds: 60, template: ${pods} }`),
      shows: 'time-limit',
      is: true,
    },
    {
      of: 'a limit of the jobs of a timetable',
      file: 'k.yaml',
      text: job(
        'CronJob',
        `{ schedule: '0 * * * *', jobTemplate: { spec: { activeDeadlineSeconds: 60, template: ${pods} } } }`,
      ),
      shows: 'time-limit',
      is: true,
    },
    {
      of: 'a time after which a job may be late',
      file: 'k.yaml',
      text: job(
        'CronJob',
        `{ schedule: '0 * * * *', startingDeadlineSeconds: 60, jobTemplate: { spec: { template: ${pods} } } }`,
      ),
      shows: 'time-limit',
      is: false,
    },
    {
      of: 'a logical backup',
      file: 'k.yaml',
      text: store('{ numberOfInstances: 3, enableLogicalBackup: true }'),
      shows: 'backup-by-operator',
      is: true,
    },
    {
      of: 'a logical backup that is off',
      file: 'k.yaml',
      text: store('{ numberOfInstances: 3, enableLogicalBackup: false }'),
      shows: 'backup-by-operator',
      is: false,
    },
    ...['barmanObjectStore', 'volumeSnapshot', 'schedule', 'tasks'].flatMap((key) => [
      {
        of: `a backup with ${key}`,
        file: 'k.yaml',
        text: store(`{ backup: { ${key}: { x: y } } }`),
        shows: 'backup-by-operator',
        is: true,
      },
      {
        of: `a backup with an empty ${key}`,
        file: 'k.yaml',
        text: store(`{ backup: { ${key}: {} } }`),
        shows: 'backup-by-operator',
        is: false,
      },
      {
        of: `a backup with ${key} that is switched off`,
        file: 'k.yaml',
        text: store(`{ backup: { enabled: false, ${key}: { x: y } } }`),
        shows: 'backup-by-operator',
        is: false,
      },
    ]),
  ])('of $of: $shows is $is', async ({ file, text, shows, is }) => {
    expect((await inspect(text, file)).seen.has(shows)).toBe(is);
  });
});

describe('a project of Compose', () => {
  it.each([
    ['shop/compose.yaml', 'shop'],
    ['/srv/deep/shop/compose.yaml', 'shop'],
    ['compose.yaml', 'compose'],
    ['./compose.yaml', 'compose'],
    ['../compose.yml', 'compose'],
  ])('%s is called %s', async (file, name) => {
    expect((await inspect(compose(), file)).name).toBe(name);
  });

  it.each([
    'http://example.org/x.yaml',
    'https://example.org/x.yaml',
    'git@example.org:x',
    'oci://example.org/x',
  ])('fetches nothing from %s', async (file) => {
    const { remarks } = await inspect(compose(`extends: { file: '${file}', service: base }`), 'compose.yaml');
    expect(remarks).toEqual(['web extends a service from elsewhere, which is not fetched']);
  });
});

it('of a job of Nomad what no rule reads is named once, and what is empty is not', async () => {
  const task = {
    Name: 'web',
    Driver: 'docker',
    Odd: 'x',
    Vault: {},
    Config: { image: 'town/shop:1', curious: true, none: '' },
  };
  const group = {
    Name: 'web',
    Strange: { a: 1 },
    Empty: [],
    Meta: null,
    Tasks: [task, { ...task, Name: 'other' }],
  };
  const { unread } = await inspect(
    JSON.stringify({ Job: { ID: 'shop', Type: 'service', TaskGroups: [group] } }),
    'job.json',
  );
  expect(unread).toEqual(['Strange', 'Tasks.Odd', 'Tasks.Config.curious']);
});
