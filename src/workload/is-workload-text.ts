/**
 * Whether a text is meant as a file of ours: it has the key that every such file begins with, at the top.
 * Looked at, not parsed, so that our own files pay nothing for those of others.
 */
export function isWorkloadText(text: string): boolean {
  if (/^\s*[[{]/.test(text)) return /["']?\badvise["']?\s*:\s*\d/.test(text);
  return /^(?:--- *)?["']?advise["']?[ \t]*:/m.test(text);
}
