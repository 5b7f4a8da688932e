import { findsAt, type InferenceRule } from '../inference-rule.ts';
import { listSet } from './unit-file.ts';
import type { UnitWorkload } from './unit-workload.ts';

/** Whether a port is published to others than its own host, by the number that people use for the web. */
function findWebPort({ unit }: UnitWorkload) {
  const spot = listSet(unit, 'Container', 'PublishPort').find(({ text = '' }) => {
    const parts = text.split('/')[0]?.split(':') ?? [];
    return /^(80|443)$/.test(parts[parts.length - 2] ?? '') && !/^(127\.|localhost:|\[?::1\]?:)/.test(text);
  });
  return findsAt(spot);
}

const onEngine = { 'site.containers': ['single-host-engine'], 'life.runs-today': ['container'] };

const quadlet = (...lines: readonly string[]): string => ['[Container]', 'Image=shop', ...lines].join('\n');

/** What is said beside the container itself, where a unit of systemd is one. */
export const unitContainerRules: readonly InferenceRule<UnitWorkload>[] = [
  {
    id: 'systemd/engine',
    reads: ['Image', 'ExecStart'],
    finds: ({ declared, running }) =>
      findsAt(declared).map((find) =>
        running
          ? { ...find, proves: onEngine, suggests: { 'scale.instances': [1] } }
          : { ...find, suggests: { ...onEngine, 'scale.instances': [1] } },
      ),
    proves: { facts: Object.keys(onEngine), as: 'the same, where somebody says that it runs so' },
    suggests: { ...onEngine, 'scale.instances': [1] },
    because: 'A unit that starts a container is written for an engine on one host.',
    not: 'That it runs there, nor on how many hosts.',
    examples: { fires: quadlet(), quiet: '[Service]\nExecStart=/opt/shop/shop' },
  },
  {
    id: 'systemd/web-port',
    reads: ['PublishPort'],
    finds: findWebPort,
    suggests: { 'trust.internet': ['yes'] },
    because: 'A port of the web is published to everybody.',
    not: 'What a proxy or a firewall in front of it lets through.',
    examples: { fires: quadlet('PublishPort=443:8443'), quiet: quadlet('PublishPort=127.0.0.1:443:8443') },
  },
];
