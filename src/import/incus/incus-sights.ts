import { findsAt, type InferenceRule } from '../inference-rule.ts';
import { saysYes, type Spot, spotAt, textAt } from '../spot.ts';
import type { IncusInstance } from './incus-rules.ts';

/** A setting of its own or, where it has none, of a profile. */
const configOf = ({ instance }: IncusInstance, key: string): Spot | undefined =>
  spotAt(instance, 'config', key) ?? spotAt(instance, 'expanded_config', key);

const isContainer = ({ instance }: IncusInstance): boolean => textAt(instance, 'type') === 'container';

const instance = (config: object): string =>
  JSON.stringify(
    { name: 'shop', type: 'container', config, devices: {}, expanded_config: config, profiles: ['default'] },
    null,
    1,
  );

/** What an instance shows of how it is set up. */
export const incusSights: readonly InferenceRule<IncusInstance>[] = [
  {
    id: 'incus/unprivileged-root',
    reads: ['config.security.privileged', 'type'],
    finds: (subject) =>
      isContainer(subject) &&
      spotAt(subject.instance, 'expanded_config') !== undefined &&
      !saysYes(configOf(subject, 'security.privileged'))
        ? findsAt(configOf(subject, 'security.privileged') ?? spotAt(subject.instance, 'type'))
        : [],
    shows: 'unprivileged',
    because: 'Its root is an ordinary user of the host, as of every container that is not told otherwise.',
    examples: { fires: instance({}), quiet: instance({ 'security.privileged': 'true' }) },
  },
  {
    id: 'incus/privileged-root',
    reads: ['config.security.privileged'],
    finds: (subject) =>
      findsAt(
        [configOf(subject, 'security.privileged')].find((spot) => isContainer(subject) && saysYes(spot)),
      ),
    shows: 'privileged-mode',
    because: 'Its root is root of the host.',
    examples: { fires: instance({ 'security.privileged': 'true' }), quiet: instance({}) },
  },
  {
    id: 'incus/limited-memory',
    reads: ['config.limits.memory'],
    finds: (subject) => findsAt([configOf(subject, 'limits.memory')].find(() => isContainer(subject))),
    shows: 'memory-limit',
    looks: isContainer,
    because: 'Its memory is limited.',
    examples: { fires: instance({ 'limits.memory': '1GiB' }), quiet: instance({}) },
  },
  {
    id: 'incus/limited-processor',
    reads: ['config.limits.cpu', 'config.limits.cpu.allowance'],
    finds: (subject) =>
      findsAt(
        [configOf(subject, 'limits.cpu') ?? configOf(subject, 'limits.cpu.allowance')].find(() =>
          isContainer(subject),
        ),
      ),
    shows: 'processor-limit',
    looks: isContainer,
    because: 'Its processors, or its time on them, are limited.',
    examples: { fires: instance({ 'limits.cpu': '2' }), quiet: instance({ 'limits.cpu.priority': '5' }) },
  },
  {
    id: 'incus/limited-processes',
    reads: ['config.limits.processes'],
    finds: (subject) => findsAt([configOf(subject, 'limits.processes')].find(() => isContainer(subject))),
    shows: 'process-limit',
    looks: isContainer,
    because: 'The number of its processes is limited.',
    examples: { fires: instance({ 'limits.processes': '500' }), quiet: instance({}) },
  },
];
