import type { Artefact } from '../artefact.ts';
import type { Recognition } from '../importer.ts';

const render = 'fill it in, or print what is installed: systemctl cat NAME | advise assess -';

/** Tells units of systemd that run something, and Quadlets of Podman. */
export function recogniseSystemd({ file, text }: Artefact): Recognition {
  if (/^\s*[{<]/.test(text)) return { is: 'no' };
  if (/^\[(Service|Container)\][ \t]*\r?$/m.test(text))
    return holdsTemplate(text)
      ? { is: 'but', hint: `a template of a unit of systemd; ${render}` }
      : { is: 'yes' };
  const ending =
    /\.(socket|timer|path|mount|target|pod|kube|network|volume|build|image)$/.exec(file)?.[1] ?? '';
  if (/^\[(Timer|Socket|Path)\][ \t]*\r?$/m.test(text))
    return {
      is: 'but',
      hint: 'a unit of systemd that starts a service; what it starts is placed: give the .service',
      holds: 'part',
    };
  if (ending === 'pod' && /^\[Pod\][ \t]*\r?$/m.test(text))
    return {
      is: 'but',
      hint: 'a Quadlet of a pod; what runs in it is placed: give its .container files',
      holds: 'part',
    };
  if (ending === 'kube' && /^\[Kube\][ \t]*\r?$/m.test(text))
    return {
      is: 'but',
      hint: 'a Quadlet of a manifest; give the manifest that it names under Yaml',
      holds: 'part',
    };
  return { is: 'no' };
}

/** Keys whose values are programs' own, in which braces and at-signs may stand for anything. */
const free =
  /^\s*(Description|Environment|Label|Annotation|Secret|Exec\w*|HealthCmd|Documentation|PodmanArgs)\s*=/;

/** Whether something is to be filled in before it is installed: `@bindir@`, `{{ user }}`, `{% if %}`. */
function holdsTemplate(text: string): boolean {
  return text.split(/\r?\n/).some((line) => {
    if (/^\s*[#;]/.test(line)) return false;
    if (/^\s*\{[%{]/.test(line)) return true;
    // Of a command only the program that it begins with.
    if (free.test(line)) return /^\s*Exec\w*\s*=\s*[-@+!:|]*(@\w+@|\{\{)/.test(line);
    return /=.*(\{\{|\{%|@\w+@)/.test(line);
  });
}
