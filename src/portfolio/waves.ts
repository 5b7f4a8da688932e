import { judgeCondition, truth } from '../decide/judge-condition.ts';
import type { SurroundedPart, SurroundedSort } from './fleet-sort.ts';

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
/** @see waves */
export type Wave = (typeof waves)[number];

/** The wave that workloads of a sort belong to; a system goes with the last of its parts that go into containers. */
export function waveOf({ headline, strength, status, parts }: SurroundedSort): Wave {
  if (headline === 'none') return 'none';
  if (status === 'open') return 'open';
  if (headline === 'either') return 'either';
  const isPlain = strength === 'forced' || strength === 'clear';
  if (headline === 'vm') return isPlain ? 'vm' : 'vm-favoured';
  if (!isPlain) return 'container-favoured';
  const own = parts.filter(({ from }) => parts.length === 1 || from.headline === 'container').map(moveOf);
  return own.reduce((last, wave) => (waves.indexOf(wave) > waves.indexOf(last) ? wave : last), waves[0]);
}

/** What moving a part takes. */
function moveOf({ prepared: { model }, known }: SurroundedPart): Wave {
  const takes = model.moving[1].find(({ when }) => judgeCondition(when, known.state) !== truth.false);
  const isCertain = takes !== undefined && judgeCondition(takes.when, known.state) === truth.true;
  if (!isCertain || takes.takes === 'redesign') return 'container-redesigned';
  return takes.takes === 'nothing' ? 'container-as-it-is' : 'container-repackaged';
}
