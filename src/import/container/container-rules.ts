import { type Inference, type InferenceRule, listInferences } from '../inference-rule.ts';
import { absenceRules } from './absence-rules.ts';
import type { ContainerView } from './container-view.ts';
import { deviceRules } from './device-rules.ts';
import { grantRules } from './grant-rules.ts';
import { imageRules } from './image-rules.ts';
import { limitRules } from './limit-rules.ts';
import { stateRules } from './state-rules.ts';

/** What holds of every container, whatever format describes it. */
export const containerRules: readonly InferenceRule<ContainerView>[] = [
  ...imageRules,
  ...absenceRules,
  ...grantRules,
  ...deviceRules,
  ...limitRules,
  ...stateRules,
];

/** All that these rules say of one container. */
export function inferContainer(view: ContainerView): Inference[] {
  return listInferences(containerRules, view);
}
