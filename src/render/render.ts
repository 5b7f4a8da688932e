import type { Renderer } from './render-context.ts';

/** The formats, each loaded when it is used. */
export const renderers = {
  text: async (): Promise<Renderer> => (await import('./text.ts')).renderText,
  json: async (): Promise<Renderer> => (await import('./json.ts')).renderJson,
  markdown: async (): Promise<Renderer> => (await import('./markdown.ts')).renderMarkdown,
  html: async (): Promise<Renderer> => (await import('./html.tsx')).renderHtml,
} as const;

/** The name of a format. */
export type Format = keyof typeof renderers;
/** The names of the formats, in the order of the help. */
export const formats = Object.keys(renderers) as Format[];

/** The format of a file, by the ending of its name. */
export const formatsByEnding: Readonly<Record<string, Format>> = {
  '.json': 'json',
  '.md': 'markdown',
  '.html': 'html',
};
