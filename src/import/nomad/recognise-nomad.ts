import type { Artefact } from '../artefact.ts';
import type { Recognition } from '../importer.ts';
import { type Spot, spotAt } from '../spot.ts';

const output = 'print it as JSON: nomad job run -output FILE | advise assess -';

/** Tells a job of Nomad, as its interface has it in JSON. */
export function recogniseNomad({ file, text, documents }: Artefact): Recognition {
  if (
    /^job\s+("[^"]*"|[\w-]+)\s*\{/m.test(text) ||
    (/\.(nomad|nomad\.hcl)$/.test(file) && !/^\s*\{/.test(text))
  )
    return { is: 'but', hint: `a job of Nomad in its own language; ${output}` };
  if (!/^\s*[[{]/.test(text)) return { is: 'no' };
  const [document] = documents;
  if (findJob(document) !== undefined) return { is: 'yes' };
  const written = [...(spotAt(document, 'job')?.entries.values() ?? [])];
  return written.some((job) => job.entries.has('group') || job.entries.has('datacenters'))
    ? { is: 'but', hint: `a job of Nomad in its own language, written as JSON; ${output}` }
    : { is: 'no' };
}

/** The job in a document, which may stand below a key of its own. */
export function findJob(document: Spot | undefined): Spot | undefined {
  const job = spotAt(document, 'Job') ?? document;
  return spotAt(job, 'TaskGroups')?.is === 'list' && spotAt(job, 'ID')?.text !== undefined ? job : undefined;
}
