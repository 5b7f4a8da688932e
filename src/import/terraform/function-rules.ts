import { type Find, findsAt, type InferenceRule } from '../inference-rule.ts';
import type { CloudWorkload } from './cloud-workload.ts';
import { plan } from './examples.ts';
import { attributeAt, firstAttribute } from './resource.ts';

function findTime({ resource, kind }: CloudWorkload): Find[] {
  const spot = firstAttribute(resource.values, ['timeout'], ['service_config', 'timeout_seconds']);
  const seconds = Number(spot?.text);
  if (kind.is !== 'function' || spot === undefined || !(seconds > 0)) return [];
  return findsAt(spot);
}

/** What functions alone say; the rest they share with containers. */
export const functionRules: readonly InferenceRule<CloudWorkload>[] = [
  {
    id: 'terraform/function-time',
    reads: ['timeout', 'service_config.timeout_seconds'],
    finds: findTime,
    proves: { 'life.instance': ['seconds', 'minutes', 'hours'] },
    suggests: { 'life.instance': ['seconds', 'minutes'] },
    because: 'Each run is ended when its time is over, and what ran it is kept for some more, then put away.',
    examples: {
      fires: plan('aws_lambda_function', { timeout: 30 }),
      quiet: plan('aws_lambda_function', { memory_size: 128 }),
    },
  },
  {
    id: 'terraform/function-code',
    reads: ['address', 'name'],
    finds: ({ kind, resource }) =>
      kind.is === 'function' && attributeAt(resource.values, 'image_uri') === undefined
        ? findsAt(resource.declared)
        : [],
    suggests: { 'trust.code': ['own'], 'package.form': ['built-from-source'] },
    because: 'Code for a function is mostly written by whoever deploys it.',
    not: 'Makers ship functions, too.',
    examples: { fires: plan('aws_lambda_function', {}), quiet: plan('aws_instance', {}) },
  },
];
