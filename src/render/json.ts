import type { Renderer } from './render.ts';

/** The versioned result, as its JSON schema describes it. */
export const renderJson: Renderer = (result) => `${JSON.stringify(result, null, 2)}\n`;
