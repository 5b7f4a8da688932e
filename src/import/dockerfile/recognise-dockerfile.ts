import type { Artefact } from '../artefact.ts';
import type { Recognition } from '../importer.ts';
import { isProse } from '../prose-endings.ts';

const fileName = /(^|[\\/])((Docker|Container)file([._-][\w.-]+)?|[\w.-]+\.(docker|container)file)$/i;

/** Comments, directives and empty lines, and then an instruction with which a Dockerfile may begin. */
const beginning = /^\uFEFF?(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*(?:FROM|ARG)[ \t]+\S/i;

/** Tells a Dockerfile, or a Containerfile. */
export function recogniseDockerfile({ file, text }: Artefact): Recognition {
  // `dockerfile.test.ts` is a source about them.
  const named = fileName.test(file) && !isProse(file);
  if (!beginning.test(text) || !/^[ \t]*FROM[ \t]+\S/im.test(text))
    return named && !/^\s*[[{]/.test(text)
      ? { is: 'but', hint: 'a Dockerfile without FROM; give the one that an image is built from' }
      : { is: 'no' };
  if (/^[ \t]*(FROM[ \t]+.*)?(\{\{|\{%|%%\w+%%)/im.test(text))
    return { is: 'but', hint: 'a template of a Dockerfile; fill it in first' };
  // Other languages have a FROM, too, but not an image behind it.
  return named ||
    /^[ \t]*FROM[ \t]+(--\S+[ \t]+)*[\w${][\w${}./:@-]*([ \t]+AS[ \t]+[\w.-]+)?[ \t]*\r?$/im.test(text)
    ? { is: 'yes' }
    : { is: 'no' };
}
