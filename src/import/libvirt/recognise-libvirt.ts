import type { Artefact } from '../artefact.ts';
import type { Recognition } from '../importer.ts';

const dump = 'virsh dumpxml NAME | advise assess -';

/** Tells domains of libvirt by the root of an XML text. */
export function recogniseLibvirt({ text }: Artefact): Recognition {
  const root = findRoot(text);
  if (root === undefined) return { is: 'no' };
  if (/\{\{|\{%|<%/.test(text))
    return { is: 'but', hint: `a template of XML; of libvirt, what is defined: ${dump}` };
  if (/^(domain|domainsnapshot)$/.test(root)) return { is: 'yes' };
  return root === 'Envelope'
    ? { is: 'but', hint: 'the description of an appliance (OVF), which is not read yet' }
    : {
        is: 'but',
        hint: `XML whose outermost element is ${root}; of XML only domains of libvirt are read: ${dump}`,
        holds: 'anything',
      };
}

/** The name of the outermost element, without its prefix; undefined where it is no XML. */
function findRoot(text: string): string | undefined {
  if (!/^\uFEFF?\s*</.test(text)) return undefined;
  const body = text.replace(
    /^\uFEFF?(?:\s+|<\?[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(?:\[[^\]]*\])?\s*>)*/i,
    '',
  );
  return /^<(?:[\w-]+:)?([A-Za-z][\w-]*)/.exec(body)?.[1];
}
