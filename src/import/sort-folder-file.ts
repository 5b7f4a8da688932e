import { isInputError } from '../errors.ts';
import type { Io } from '../io.ts';
import { largestForeign, readWhole } from '../read/read-text.ts';
import type { FolderFile } from '../workload/read-workload-paths.ts';
import type { Artefact } from './artefact.ts';
import { openSource } from './open-artefact.ts';
import { recogniseKind } from './read-foreign.ts';
import { isProse } from './prose-endings.ts';
import { isPacked } from './table/table-bytes.ts';

/**
 * What a file of a folder is, by what it holds and how it is called; what is none of ours.
 * @param mapped whether somebody says what the columns of tables mean, so that each of them counts
 */
export async function readFolderFile(io: Io, path: string, mapped: boolean): Promise<FolderFile> {
  const named = isNamedSo(path);
  try {
    if (!named && !readMark(io, path)) return { is: 'other' };
    const artefact = await openSource(io, path, readWhole(io, path, path, largestForeign));
    if (mapped && artefact.tables.length > 0) return { is: 'workload' };
    const known = recogniseKind(artefact);
    if (known.is === 'yes') return sortKnown(known.kind.id, artefact);
    if (known.is === 'no') return artefact.tables.some(isTableOfOurs) ? { is: 'workload' } : { is: 'other' };
    const [first] = known.hints;
    // What only looks like something, and is called otherwise, may be a text about it.
    if (first === undefined || first.holds === 'anything' || !named) return { is: 'other' };
    return first.holds === 'part' ? { is: 'part' } : { is: 'hint', hint: first.hint };
  } catch (error) {
    if (!isInputError(error)) throw error;
    // Who reads it says what is wrong.
    return named || readPacked(io, path) ? { is: 'workload' } : { is: 'other' };
  }
}

/** What is called like something that can be read. */
const named =
  /\.(ya?ml|jsonl?|ndjson|csv|tsv|xlsx?|zip|xml|service|container|pod|kube|timer|socket|facts|tf|tofu|tfvars|hcl|nomad|pp|sls|bicep|(docker|container)file)$|(^|\/)((Docker|Container)file[^/]*|Vagrantfile|Berksfile|Kustomization|user-data)$/i;

function isNamedSo(path: string): boolean {
  return named.test(path) && !isProse(path);
}

/** How much of a file is looked at to tell whether it may be something, in bytes. */
const head = 4096;

/** The beginnings of what is read, and of what is known. */
const marks =
  /^\uFEFF?\s*(?:[[{]|<(?:\?xml|!--|domain))|^\uFEFF?(?:advise-collect 1|#cloud-config)|^[ \t]*(?:FROM|ARG)[ \t]+\S|^\[(?:Service|Container|Pod|Timer|Socket)\]|^(?:rootfs|ostype|scsihw|apiVersion|services|profiles):|^(?:resource|module|job)\s+"/m;

/** Whether it may be something that is known, by how it begins. */
function readMark(io: Io, path: string): boolean {
  if (isProse(path)) return false;
  const bytes = io.readBytes(path, head);
  return isPacked(bytes) || (!bytes.includes(0) && marks.test(new TextDecoder().decode(bytes)));
}

/** Plans of Terraform are archives, and called as people like. */
function readPacked(io: Io, path: string): boolean {
  return !isProse(path) && isPacked(io.readBytes(path, head));
}

/** A table that is headed as facts are called. */
function isTableOfOurs({ headings }: Artefact['tables'][number]): boolean {
  return (
    headings.some((heading) => /^name$/i.test(heading)) &&
    headings.some((heading) => /^(likely:)?[a-z]+\.[a-z-]+$/i.test(heading))
  );
}

const composeNames = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];

function sortKnown(kind: string, { file, listBeside }: Artefact): FolderFile {
  const base = /[^/\\]*$/.exec(file)?.[0] ?? file;
  if (kind === 'dockerfile') return { is: 'addition' };
  // A drop-in lies in the folder of its unit.
  if (kind === 'systemd' && /\.d\/[^/]+\.conf$/.test(file)) return { is: 'part' };
  if (kind !== 'compose' || !/^(docker-)?compose\b/.test(base)) return { is: 'workload' };
  const names = listBeside('.');
  const main = composeNames.find((name) => names.includes(name));
  if (main === undefined || main === base) return { is: 'workload' };
  return /\.override\.ya?ml$/.test(base)
    ? { is: 'part' }
    : { is: 'other', because: `another Compose file of the project of ${main}; name it to have it read` };
}
