import type { InferenceRule } from '../inference-rule.ts';
import type { SettingsView } from './container-settings.ts';
import { runningSights } from './running-sights.ts';
import { securitySights } from './security-sights.ts';

/** What the description of a container shows of actions, whatever format it is written in. */
export const sightRules: readonly InferenceRule<SettingsView>[] = [...securitySights, ...runningSights];
