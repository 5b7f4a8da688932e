import { escapeJson } from '../../text/safe.ts';
import type { Renderer } from '../renderer.ts';

/** The versioned result, as its JSON schema describes it. */
export const renderJson: Renderer = (result) => `${escapeJson(JSON.stringify(result, null, 2))}\n`;
