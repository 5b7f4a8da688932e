import type { InferenceRule } from '../inference-rule.ts';
import { declaredIf } from './absence-rules.ts';
import type { ContainerView } from './container-view.ts';

const pod = 'containers: [{ name: shop, image: shop }]';
const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: { name: shop }
spec: { template: { spec: { ${pod} } } }`;
const bare = `apiVersion: v1
kind: Pod
metadata: { name: shop }
spec: { ${pod} }`;

/** What follows where a platform replaces instances by new ones: only there, since others may live for years. */
export const replacedRules: readonly InferenceRule<ContainerView>[] = [
  {
    id: 'container/replaced',
    reads: [],
    finds: (view) => declaredIf(view, view.complete && view.replaced),
    proves: { 'package.writes': ['nothing', 'known-paths'], 'package.self-updates': ['no'] },
    because: 'Its platform replaces instances by new ones, so that only what it mounts lasts.',
    examples: { fires: deployment, quiet: bare },
  },
  {
    id: 'container/any-name',
    reads: [],
    finds: (view) =>
      declaredIf(view, view.complete && view.replaced && !view.stableName && view.hostNetwork === undefined),
    proves: { 'package.identity': ['none'] },
    because: 'Its platform gives every new instance another name and address.',
    examples: { fires: deployment, quiet: bare },
  },
  {
    id: 'container/replaced-without-data',
    reads: ['volumes'],
    finds: (view) =>
      declaredIf(view, view.complete && view.replaced && view.volumes.every(({ readOnly }) => readOnly)),
    proves: { 'state.kind': ['stateless', 'rebuildable'] },
    because: 'Its platform replaces instances by new ones and it mounts nothing that lasts.',
    examples: { fires: deployment, quiet: bare },
  },
];
