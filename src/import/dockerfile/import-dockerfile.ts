import type { Artefact } from '../artefact.ts';
import { containerRules, inferContainer } from '../container/container-rules.ts';
import type { ImportedArtefact, Importer, Unread } from '../importer.ts';
import { listInferences, listObserved } from '../inference-rule.ts';
import { type BuildFile, parseBuildFile } from './build-file.ts';
import { buildRules, loneBuildRules } from './build-rules.ts';
import { buildSights } from './build-sights.ts';
import { viewAlone } from './build-view.ts';

/** A Dockerfile by itself: what is built from it is one workload. */
export const dockerfileImporter: Importer = {
  rules: [...buildRules, ...loneBuildRules, ...containerRules, ...buildSights],
  read: importBuild,
};

/** Nobody writes one that is longer; in characters. */
const largest = 1024 * 1024;

function importBuild(artefact: Artefact): ImportedArtefact {
  const { file, text } = artefact;
  const build = text.length > largest ? undefined : parseBuildFile(text, file);
  if (build === undefined)
    return {
      workloads: [],
      unread: [],
      remarks: [],
      problems: [
        {
          message: text.length > largest ? 'larger than any Dockerfile' : 'a Dockerfile without FROM',
          at: { file },
        },
      ],
    };
  return {
    workloads: [
      {
        name: nameAfterFolder(artefact),
        at: build.declared.at,
        inferences: [
          ...inferContainer(viewAlone(build)),
          ...listInferences(buildRules, build),
          ...listInferences(loneBuildRules, build),
        ],
        observed: listObserved(buildSights, build),
        parts: [],
      },
    ],
    unread: listUnreadSteps(build),
    remarks: [],
    problems: [],
  };
}

/** Called like its folder; one that has a name of its own, by that. */
function nameAfterFolder({ file }: Artefact): string {
  const parts = file.split('/');
  const base = parts[parts.length - 1] ?? '';
  const own = base.replace(/^(Docker|Container)file[._-]?/i, '').replace(/\.(docker|container)file$/i, '');
  const folder = parts[parts.length - 2] ?? '';
  if (own !== '' && own !== base) return own;
  return /^\.*$/.test(folder) ? 'image' : folder;
}

/** Instructions that no rule reads, each once. Of a line that is none, nothing is said: it may be a part of another. */
function listUnreadSteps({ steps }: BuildFile): Unread[] {
  const read = new Set([
    ...dockerfileImporter.rules.flatMap(({ reads }) => reads),
    'ARG',
    'STOPSIGNAL',
    'USER',
  ]);
  const unread = new Map<string, Unread>();
  for (const { keyword, spot } of steps) {
    const what = instruction.test(keyword) ? keyword : 'a line that is no instruction';
    if (!read.has(keyword) && !unread.has(what)) unread.set(what, { what, at: spot.key });
  }
  return [...unread.values()];
}

const instruction =
  /^(ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR)$/;
