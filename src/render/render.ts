import type { Renderer } from './renderer.ts';

/** The formats, each loaded when it is used. */
export const renderers = {
  text: async (): Promise<Renderer> => (await import('./advice/text/text.ts')).renderText,
  json: async (): Promise<Renderer> => (await import('./advice/json.ts')).renderJson,
  markdown: async (): Promise<Renderer> => (await import('./advice/markdown/markdown.ts')).renderMarkdown,
  html: async (): Promise<Renderer> => (await import('./advice/html/html.tsx')).renderHtml,
  sarif: async (): Promise<Renderer> => (await import('./advice/sarif.ts')).renderSarif,
  github: async (): Promise<Renderer> => (await import('./advice/github.ts')).renderGithub,
  junit: async (): Promise<Renderer> => (await import('./advice/junit.ts')).renderJunit,
  csv: async (): Promise<Renderer> => (await import('./advice/csv.ts')).renderCsv,
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
  '.sarif': 'sarif',
  '.csv': 'csv',
  '.xml': 'junit',
};
