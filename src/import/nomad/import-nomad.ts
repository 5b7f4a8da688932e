import type { Artefact } from '../artefact.ts';
import { containerRules, inferContainer } from '../container/container-rules.ts';
import { engineSights } from '../container/engine-sights.ts';
import { observeEngine } from '../container/observe-engine.ts';
import { replacedRules } from '../container/replaced-rules.ts';
import { sightRules } from '../container/sight-rules.ts';
import type { ImportedArtefact, ImportedPart, Importer, ReadingOptions, Unread } from '../importer.ts';
import { listInferences } from '../inference-rule.ts';
import { type Spot, spotAt, textAt } from '../spot.ts';
import { nomadRules } from './group-rules.ts';
import { runGroup } from './group-run.ts';
import { viewGroup } from './group-view.ts';
import { findJob } from './recognise-nomad.ts';
import { isHelper, runsContainers, type TaskGroup } from './task-group.ts';

/** Jobs of Nomad: a job is a workload, its groups of tasks are its parts. */
export const nomadImporter: Importer = {
  rules: [...nomadRules, ...replacedRules, ...containerRules, ...engineSights, ...sightRules],
  read: importJob,
};

function importJob({ file, documents }: Artefact, options?: ReadingOptions): ImportedArtefact {
  const job = findJob(documents[0]);
  const groups = (spotAt(job, 'TaskGroups')?.items ?? []).map((group) =>
    toTaskGroup(job ?? group, group, options?.running === true),
  );
  const parts = groups.map(toNomadPart);
  const [first, ...others] = parts;
  const name = textAt(job, 'ID') ?? 'job';
  if (job === undefined || first === undefined)
    return {
      workloads: [],
      unread: [],
      remarks: [],
      problems: [{ message: 'a job of Nomad without tasks', at: { file } }],
    };
  const at = (spotAt(job, 'ID') ?? job).at;
  return {
    workloads: [
      others.length === 0 ? { ...first, name, at, parts: [] } : { name, at, inferences: [], parts },
    ],
    unread: listUnreadFields(groups),
    remarks: [
      { what: 'a cluster of Nomad is no container platform that facts know, so the site is left out', at },
      ...groups.flatMap(listGroupRemarks),
    ],
    problems: [],
  };
}

function toTaskGroup(job: Spot, group: Spot, running: boolean): TaskGroup {
  const all = spotAt(group, 'Tasks')?.items ?? [];
  const own = all.filter((task) => !isHelper(task));
  const tasks = own.length > 0 ? own : all;
  const helpers = all.filter((task) => !tasks.includes(task));
  const replaced = /^(service|batch)?$/.test(textAt(job, 'Type') ?? '');
  return {
    job,
    group,
    tasks,
    observed: running || /^(running|pending)$/.test(textAt(job, 'Status') ?? ''),
    view: runsContainers(tasks)
      ? viewGroup(
          group,
          tasks,
          helpers.filter((task) => runsContainers([task])),
          replaced,
        )
      : undefined,
  };
}

function toNomadPart(group: TaskGroup): ImportedPart {
  const { view } = group;
  const name = spotAt(group.group, 'Name');
  return {
    name: name?.text ?? 'group',
    at: (name ?? group.group).at,
    inferences: [
      ...(view === undefined ? [] : [...inferContainer(view), ...listInferences(replacedRules, view)]),
      ...listInferences(nomadRules, group),
    ],
    observed: view === undefined ? [] : observeEngine(runGroup(group, view)),
  };
}

function listGroupRemarks({ group }: TaskGroup): Unread[] {
  const count = spotAt(group, 'Count');
  return count?.text === '0'
    ? [{ what: `${textAt(group, 'Name') ?? 'group'} is switched off`, at: count.at }]
    : [];
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

const readFields = {
  group: words('Name Count Scaling Tasks Volumes Networks Constraints Services'),
  task: words(
    'Name Driver Config User KillTimeout Resources VolumeMounts Constraints Lifecycle Services Env Vault',
  ),
  config: words(
    'image command args entrypoint privileged readonly_rootfs cap_add cap_drop pids_limit init cpuset_cpus cpu_hard_limit security_opt volumes volume_driver network_mode pid_mode ipc_mode uts_mode userns_mode runtime sysctl devices mounts mount',
  ),
} as const;

/** Fields that no rule reads, each once; those that are empty do not count. */
function listUnreadFields(groups: readonly TaskGroup[]): Unread[] {
  const unread = new Map<string, Unread>();
  const noteAll = (spot: Spot | undefined, read: ReadonlySet<string>, prefix: string): void => {
    for (const [key, inner] of spot?.entries ?? []) {
      const empty =
        inner.is === 'nothing' ||
        inner.text === '' ||
        (inner.is !== 'text' && inner.items.length + inner.entries.size === 0);
      const what = prefix + key;
      if (!read.has(key) && !empty && !unread.has(what)) unread.set(what, { what, at: inner.key });
    }
  };
  for (const { group, tasks } of groups) {
    noteAll(group, readFields.group, '');
    for (const task of tasks) {
      noteAll(task, readFields.task, 'Tasks.');
      noteAll(spotAt(task, 'Config'), readFields.config, 'Tasks.Config.');
    }
  }
  return [...unread.values()];
}
