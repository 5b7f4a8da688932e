import type { RenderContext, Renderer, Subjects } from './renderer.ts';

/**
 * Every format of every subject, each loaded when it is used. A new format is a file and a row here.
 */
const renderers = {
  advice: {
    text: async () => (await import('./advice/text/text.ts')).renderText,
    json: async () => (await import('./json.ts')).renderAdviceJson,
    markdown: async () => (await import('./advice/markdown/markdown.ts')).renderMarkdown,
    html: async () => (await import('./advice/html/html.tsx')).renderHtml,
    sarif: async () => (await import('./advice/sarif.ts')).renderSarif,
    github: async () => (await import('./advice/github.ts')).renderGithub,
    summary: async () => (await import('./advice/markdown/summary.ts')).renderSummary,
    junit: async () => (await import('./advice/junit.ts')).renderJunit,
    csv: async () => (await import('./advice/csv.ts')).renderCsv,
  },
  why: {
    text: async () => (await import('./advice/why-text.ts')).renderWhy,
    json: async () => (await import('./json.ts')).renderWhyJson,
  },
  unanswered: {
    text: async () => (await import('./advice/unanswered-text.ts')).renderUnanswered,
    json: async () => (await import('./json.ts')).renderUnansweredJson,
  },
  facts: {
    text: async () => (await import('./rulebook/facts-text.ts')).renderFacts,
    json: async () => (await import('./json.ts')).renderFactsJson,
  },
  matches: {
    text: async () => (await import('./rulebook/matches-text.ts')).renderMatches,
    json: async () => (await import('./json.ts')).renderMatchesJson,
  },
  rules: {
    text: async () => (await import('./rulebook/rules-text.ts')).renderRules,
    json: async () => (await import('./json.ts')).renderRulesJson,
  },
  rule: {
    text: async () => (await import('./rulebook/rules-text.ts')).renderRule,
    json: async () => (await import('./json.ts')).renderRuleJson,
  },
  tests: {
    text: async () => (await import('./rulebook/tests-text.ts')).renderTests,
    json: async () => (await import('./rulebook/tests-json.ts')).renderTestsJson,
    junit: async () => (await import('./rulebook/tests-junit.ts')).renderTestsJunit,
  },
  lint: {
    text: async () => (await import('./rulebook/lint-text.ts')).renderLint,
    json: async () => (await import('./json.ts')).renderLintJson,
    sarif: async () => (await import('./rulebook/lint-sarif.ts')).renderLintSarif,
  },
  diff: {
    text: async () => (await import('./rulebook/diff-text.ts')).renderDiff,
    json: async () => (await import('./rulebook/diff-json.ts')).renderDiffJson,
  },
  upgrade: {
    text: async () => (await import('./rulebook/upgrade-text.ts')).renderUpgrade,
  },
  import: {
    text: async () => (await import('./import/import-text.ts')).renderImport,
    json: async () => (await import('./import/import-json.ts')).renderImportJson,
  },
  inferences: {
    text: async () => (await import('./import/inferences-text.ts')).renderInferences,
    json: async () => (await import('./json.ts')).renderInferencesJson,
    markdown: async () => (await import('./import/inferences-markdown.ts')).renderInferenceDocs,
  },
  portfolio: {
    text: async () => (await import('./portfolio/portfolio-text.ts')).renderPortfolioText,
    json: async () => (await import('./json.ts')).renderPortfolioJson,
    markdown: async () => (await import('./portfolio/portfolio-markdown.ts')).renderPortfolioMarkdown,
    html: async () => (await import('./portfolio/portfolio-html.tsx')).renderPortfolioHtml,
    csv: async () => (await import('./portfolio/portfolio-csv.ts')).renderPortfolioCsv,
  },
  moves: {
    text: async () => (await import('./portfolio/moves-text.ts')).renderMovesText,
  },
  docs: {
    markdown: async () => (await import('./rulebook/docs/rulebook-markdown.ts')).renderDocs,
  },
} as const satisfies { [S in Subject]: Readonly<Record<string, Loader<Subjects[S]>>> };

type Loader<Content> = () => Promise<Renderer<Content>>;

/** What can be rendered. */
export type Subject = keyof Subjects;
/** The name of a format of a subject. */
export type FormatOf<S extends Subject> = keyof (typeof renderers)[S] & string;

/**
 * Renders a subject in one of its formats.
 * @returns the whole text, with a line end behind it where it is not empty
 */
export async function render<S extends Subject>(
  subject: S,
  format: FormatOf<S>,
  content: Subjects[S],
  context: RenderContext,
): Promise<string> {
  const load = (renderers[subject] as Readonly<Record<string, Loader<Subjects[S]>>>)[format];
  if (load === undefined) throw new Error(`${subject} has no format ${format}`);
  return (await load())(content, context);
}

/** The formats of a subject, in the order of the help. */
export function listFormats<S extends Subject>(subject: S): FormatOf<S>[] {
  return Object.keys(renderers[subject]) as FormatOf<S>[];
}

/** The name of a format of advice. */
export type Format = FormatOf<'advice'>;
/** The formats of advice, in the order of the help. */
export const formats: readonly Format[] = listFormats('advice');

/** The format of a file of advice, by the ending of its name. */
export const formatsByEnding: Readonly<Record<string, Format>> = {
  '.json': 'json',
  '.md': 'markdown',
  '.html': 'html',
  '.sarif': 'sarif',
  '.csv': 'csv',
  '.xml': 'junit',
};
