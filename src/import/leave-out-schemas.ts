/** Below this, a text is composed whole, so that all mistakes in it are found. */
const large = 2 * 1024 * 1024;

const schemaKind = /^kind: *["']?CustomResourceDefinition["']? *\r?$/m;

/**
 * A large YAML text with its definitions of custom resources emptied, but for what they are: they are the
 * bulk of many rendered charts, no kind of artefact reads them, and composing takes a second a megabyte.
 * Lines stay where they are.
 */
export function leaveOutSchemas(text: string): string {
  if (text.length <= large || !schemaKind.test(text)) return text;
  return text
    .split(/^(?=---(?:\s|$))/m)
    .map((document) => (schemaKind.test(document) ? emptyDocument(document) : document))
    .join('');
}

/** Only the lines that say what a document is; others lose what stands in them. */
function emptyDocument(document: string): string {
  return document.replace(/^.*$/gm, (line) => (/^(---|apiVersion:|kind:)/.test(line) ? line : ''));
}
