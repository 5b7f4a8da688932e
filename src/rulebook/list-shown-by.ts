import type { Action } from './rulebook.ts';

/** The observations that show something of an action, whatever they show, each once. */
export function listShownBy({ 'shown-by': shown = {} }: Pick<Action, 'shown-by'>): string[] {
  const { done = [], part = [], against = [] } = shown;
  return [...new Set([...done.flat(), ...part, ...against])];
}
