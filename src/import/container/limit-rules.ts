import type { Find, InferenceRule } from '../inference-rule.ts';
import { convertSize } from '../../rulebook/units.ts';
import type { Spot } from '../spot.ts';
import type { ContainerView } from './container-view.ts';
import { findsAt } from '../inference-rule.ts';

/**
 * A size as containers are given it, in GiB: a bare number is bytes, and one letter is a power of 1024,
 * with or without an i.
 */
export function convertMemory(text: string): number | undefined {
  const [, number = '', unit = ''] = /^\s*(\d+(?:\.\d+)?)\s*([A-Za-z]*)\s*$/.exec(text) ?? [];
  if (number === '') return undefined;
  const letter = unit.charAt(0).toLowerCase();
  if (unit === '' || /^b$/i.test(unit)) return Number((Number(number) / 2 ** 30).toPrecision(9));
  return /^[kmgt](i?b?)$/i.test(unit) ? convertSize(`${number} ${letter}iB`, 'GiB') : undefined;
}

function findMemory(spot: Spot | undefined, bound: 'at-most' | 'at-least'): Find[] {
  const size = spot?.text === undefined ? undefined : convertMemory(spot.text);
  if (spot === undefined || size === undefined || size <= 0) return [];
  const claims = { 'hardware.memory': [{ [bound]: size }] };
  return [bound === 'at-most' ? { spot, proves: claims } : { spot, suggests: claims }];
}

/** More than an hour is hours, more than a minute minutes; less says that it does not take hours. */
function findGrace({ grace }: ContainerView): Find[] {
  if (grace === undefined) return [];
  const { spot, seconds } = grace;
  const stop =
    seconds > 3600
      ? ['hours-to-drain']
      : seconds > 60
        ? ['minutes-to-drain']
        : ['any-time', 'minutes-to-drain'];
  return [{ spot, proves: { 'life.stop': stop } }];
}

function readUser({ user }: ContainerView): 'root' | 'other' | undefined {
  const name = user?.text?.split(':')[0]?.trim();
  if (name === undefined || name === '' || /[$%]/.test(name)) return undefined;
  return name === 'root' || /^0+$/.test(name) ? 'root' : 'other';
}

/** What follows from limits, the user and the boundary that a container is given. */
export const limitRules: readonly InferenceRule<ContainerView>[] = [
  {
    id: 'container/memory-limit',
    reads: ['mem_limit', 'deploy.resources.limits.memory'],
    finds: ({ memoryLimit }) => findMemory(memoryLimit, 'at-most'),
    proves: { facts: ['hardware.memory'], as: 'at most the limit' },
    because: 'It is never given more memory than its limit.',
    examples: { fires: 'image: shop\nmem_limit: 512m', quiet: 'image: shop\nshm_size: 512m' },
  },
  {
    id: 'container/memory-request',
    reads: ['mem_reservation', 'deploy.resources.reservations.memory'],
    finds: ({ memoryRequest }) => findMemory(memoryRequest, 'at-least'),
    suggests: { facts: ['hardware.memory'], as: 'at least what is reserved' },
    because: 'So much memory is kept free for it.',
    examples: { fires: 'image: shop\nmem_reservation: 512m', quiet: 'image: shop\nshm_size: 512m' },
  },
  {
    id: 'container/grace',
    reads: ['stop_grace_period'],
    finds: findGrace,
    proves: { facts: ['life.stop'], as: 'minutes or hours, by how long it is given' },
    because: 'It is killed when the time that it is given to stop is over.',
    not: 'The time that a platform gives by default says nothing.',
    examples: {
      fires: 'image: shop\nstop_grace_period: 5m',
      quiet: 'image: shop\nhealthcheck: { interval: 5m }',
    },
  },
  {
    id: 'container/user',
    reads: ['user'],
    finds: (view) => (readUser(view) === 'other' ? findsAt(view.user) : []),
    proves: { 'trust.root': ['no'] },
    because: 'It runs as a user that is not root.',
    examples: { fires: 'image: shop\nuser: "1000:1000"', quiet: 'image: shop\nuser: "0:1000"' },
  },
  {
    id: 'container/root',
    reads: ['user'],
    finds: (view) => (readUser(view) === 'root' ? findsAt(view.user) : []),
    suggests: { 'trust.root': ['start-only', 'always'] },
    because: 'Somebody asked for root.',
    not: 'A need for root, nor for how long.',
    examples: { fires: 'image: shop\nuser: root', quiet: 'image: shop\nuser: rooter' },
  },
  {
    id: 'container/read-only',
    reads: ['read_only'],
    finds: ({ readOnlyRoot }) => findsAt(readOnlyRoot),
    proves: { 'package.writes': ['nothing', 'known-paths'] },
    because: 'Its file system is read-only but for what is mounted.',
    examples: { fires: 'image: shop\nread_only: true', quiet: 'image: shop\nread_only: false' },
  },
  {
    id: 'container/boundary',
    reads: ['runtime'],
    finds: ({ runtime }) => (/runsc|gvisor|kata/i.test(runtime?.text ?? '') ? findsAt(runtime) : []),
    suggests: { 'trust.mandate': ['wanted', 'separate-kernel'] },
    because: 'It is run inside a boundary of its own; somebody wanted one, and why is not said.',
    examples: { fires: 'image: shop\nruntime: runsc', quiet: 'image: shop\nruntime: runc' },
  },
];
