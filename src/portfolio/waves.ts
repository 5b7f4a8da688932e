import { judgeCondition, truth } from '../decide/judge-condition.ts';
import type { Model } from '../decide/model.ts';
import type { FleetSort } from './fleet-sort.ts';

/** A proposal in which order an estate could be moved, by what is certain: the names of the waves, the first first. */
export const waves = [
  'container-as-it-is',
  'container-repackaged',
  'container-redesigned',
  'container-favoured',
  'either',
  'open',
  'vm-favoured',
  'vm',
  'none',
] as const;

/** The wave that workloads of a sort belong to. */
export function waveOf(
  model: Model,
  { headline, strength, status, known }: FleetSort,
): (typeof waves)[number] {
  if (headline === 'none') return 'none';
  if (status === 'open') return 'open';
  if (headline === 'either') return 'either';
  const isPlain = strength === 'forced' || strength === 'clear';
  if (headline === 'vm') return isPlain ? 'vm' : 'vm-favoured';
  if (!isPlain) return 'container-favoured';
  const takes = model.moving[1].find(({ when }) => judgeCondition(when, known.state) !== truth.false);
  const isCertain = takes !== undefined && judgeCondition(takes.when, known.state) === truth.true;
  if (!isCertain || takes.takes === 'redesign') return 'container-redesigned';
  return takes.takes === 'nothing' ? 'container-as-it-is' : 'container-repackaged';
}
