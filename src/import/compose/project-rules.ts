import type { Claims, Find, InferenceRule } from '../inference-rule.ts';
import type { ComposeProject } from './compose-project.ts';

function findDeclared({ declared }: ComposeProject): Find[] {
  return declared === undefined ? [] : [{ spot: declared, part: 'key' }];
}

const onEngine: Claims = { 'site.containers': ['single-host-engine'], 'life.runs-today': ['container'] };

/** What a Compose file says of the system as a whole. */
export const projectRules: readonly InferenceRule<ComposeProject>[] = [
  {
    id: 'compose/services',
    reads: ['services'],
    finds: (project) =>
      project.complete
        ? findDeclared(project).map((find) => ({
            ...find,
            proves: { 'scale.services': [project.services.length] },
          }))
        : [],
    proves: { facts: ['scale.services'], as: 'the number of services' },
    because: 'These are the services of the system, stores and jobs included.',
    examples: {
      fires: 'image: shop',
      quiet: 'include: [https://shop.example/compose.yaml]\nservices: { shop: { image: shop } }',
    },
  },
  {
    id: 'compose/engine',
    reads: ['services'],
    finds: (project) =>
      findDeclared(project).map((find) =>
        project.running ? { ...find, proves: onEngine, suggests: {} } : { ...find, suggests: onEngine },
      ),
    proves: { facts: Object.keys(onEngine), as: 'the same, where it is known to run in production' },
    suggests: onEngine,
    because: 'A Compose file is written for an engine on one host.',
    not: 'That it runs there in production: many such files are for development only.',
    examples: { fires: 'image: shop', quiet: 'include: []' },
  },
];
