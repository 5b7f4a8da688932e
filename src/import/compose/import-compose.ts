import type { Artefact } from '../artefact.ts';
import { containerRules, inferContainer } from '../container/container-rules.ts';
import { sightRules } from '../container/sight-rules.ts';
import { buildRules } from '../dockerfile/build-rules.ts';
import type { ImportedArtefact, ImportedPart, Importer, ReadingOptions, Unread } from '../importer.ts';
import { listInferences, listObserved } from '../inference-rule.ts';
import { spotAt } from '../spot.ts';
import { addBuild, openBuild } from './open-build.ts';
import { type ComposeProject, type ComposeService, composeProject } from './compose-project.ts';
import { projectRules } from './project-rules.ts';
import { serviceSights } from './service-sights.ts';
import { viewSettings } from './service-settings.ts';
import { serviceRules } from './service-rules.ts';
import { viewService } from './service-view.ts';

/** Docker Compose: a project is one workload, its services are its parts. */
export const composeImporter: Importer = {
  rules: [
    ...projectRules,
    ...serviceRules,
    ...buildRules,
    ...containerRules,
    ...serviceSights,
    ...sightRules,
  ],
  read: readProject,
};

async function readProject(artefact: Artefact, options?: ReadingOptions): Promise<ImportedArtefact> {
  const project = composeProject(artefact, options);
  // What is run by somebody else is no part of it.
  const services = project.services.filter(({ spot }) => !spot.entries.has('provider'));
  const [only, ...others] = services;
  if (only === undefined || project.declared === undefined)
    return {
      workloads: [],
      unread: [],
      remarks: project.remarks,
      problems: [{ message: 'a Compose file without services', at: { file: artefact.file } }],
    };
  const whole = listInferences(projectRules, { ...project, services });
  const parts = await Promise.all(services.map((service) => toPart(service, project, artefact)));
  const name = project.name ?? (artefact.path === undefined ? only.name : nameAfter(artefact));
  const at = project.declared.key;
  const workload =
    others.length === 0
      ? {
          name,
          at,
          inferences: [...whole, ...parts.flatMap(({ inferences }) => inferences)],
          observed: parts.flatMap(({ observed = [] }) => observed),
          parts: [],
        }
      : { name, at, inferences: whole, parts };
  return {
    workloads: [workload],
    unread: listUnread(services),
    remarks: [...project.remarks, ...services.flatMap(listRemarks)],
    problems: [],
  };
}

async function toPart(
  service: ComposeService,
  project: ComposeProject,
  artefact: Artefact,
): Promise<ImportedPart> {
  const view = viewService(service, project);
  const build = await openBuild(service.spot, artefact);
  return {
    name: service.name,
    at: service.spot.key,
    observed: [
      ...listObserved(sightRules, viewSettings(service, view, build?.settings)),
      ...listObserved(serviceSights, { ...service, project, view }),
    ],
    inferences: [
      ...inferContainer(build === undefined ? view : addBuild(view, build.view)),
      ...listInferences(serviceRules, service),
      ...(build?.inferences ?? []),
    ],
  };
}

/** Called like its folder, as Compose does, or else like its file. */
function nameAfter({ file }: Artefact): string {
  const parts = file.split('/');
  const folder = parts[parts.length - 2];
  const base = (parts[parts.length - 1] ?? '').replace(/\.(ya?ml|json)$/, '');
  return folder === undefined || /^\.*$/.test(folder) ? base : folder;
}

function listRemarks({ name, spot }: ComposeService): Unread[] {
  const profiles = spotAt(spot, 'profiles');
  const names = (profiles?.items ?? []).map(({ text = '' }) => text).join(', ');
  const remarks =
    profiles === undefined ? [] : [{ what: `${name} only with profile ${names}`, at: profiles.at }];
  const count = spotAt(spot, 'deploy', 'replicas') ?? spotAt(spot, 'scale');
  return count?.text === '0' ? [...remarks, { what: `${name} is switched off`, at: count.at }] : remarks;
}

/** Keys of services that no rule reads, each once; those of extensions are not of Compose. */
function listUnread(services: readonly ComposeService[]): Unread[] {
  const read = new Set([
    ...composeImporter.rules.flatMap(({ reads }) => reads.map((key) => key.split('.')[0] ?? '')),
    ...['extends', 'profiles', 'provider'],
  ]);
  const unread = new Map<string, Unread>();
  for (const { spot } of services)
    for (const [key, value] of spot.entries)
      if (!read.has(key) && !key.startsWith('x-') && !unread.has(key))
        unread.set(key, { what: key, at: value.key });
  return [...unread.values()];
}
