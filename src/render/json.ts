import { escapeJson } from '../read/show-text.ts';
import type { Renderer } from './render-context.ts';

/** The versioned result, as its JSON schema describes it. */
export const renderJson: Renderer = (result) => `${escapeJson(JSON.stringify(result, null, 2))}\n`;
