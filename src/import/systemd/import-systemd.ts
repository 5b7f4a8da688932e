import type { Artefact } from '../artefact.ts';
import { containerRules, inferContainer } from '../container/container-rules.ts';
import { startsInit } from '../container/container-view.ts';
import { parseEngineCommand } from '../container/engine-command.ts';
import type { EngineRun } from '../container/engine-options.ts';
import { engineSights } from '../container/engine-sights.ts';
import { viewEngine } from '../container/engine-view.ts';
import { observeEngine } from '../container/observe-engine.ts';
import { sightRules } from '../container/sight-rules.ts';
import type { ImportedArtefact, ImportedWorkload, Importer, ReadingOptions, Unread } from '../importer.ts';
import { listInferences, listObserved } from '../inference-rule.ts';
import type { Spot } from '../spot.ts';
import { createTextSpot } from '../text-spot.ts';
import { viewQuadlet } from './quadlet-view.ts';
import { serviceUnitRules } from './service-unit-rules.ts';
import { serviceUnitSights } from './service-unit-sights.ts';
import { isSystemUnit } from './system-units.ts';
import { unitContainerRules } from './unit-container-rules.ts';
import { findSet, parseUnits, splitWords, type UnitFile } from './unit-file.ts';
import type { UnitWorkload } from './unit-workload.ts';

/** Units of systemd and Quadlets of Podman: what each runs is a workload. */
export const systemdImporter: Importer = {
  rules: [
    ...serviceUnitRules,
    ...unitContainerRules,
    ...containerRules,
    ...serviceUnitSights,
    ...engineSights,
    ...sightRules,
  ],
  read: importUnits,
};

function importUnits(artefact: Artefact, options?: ReadingOptions): ImportedArtefact {
  const { file, text, path } = artefact;
  const base = path === undefined ? undefined : (/[^/\\]*$/.exec(path)?.[0] ?? path);
  const units = parseUnits(text, file, base).map((unit) => putOver(unit, artefact));
  const remarks: Unread[] = [];
  const workloads = units.flatMap((unit) => {
    const workload = toUnitWorkload(unit, units, artefact, options?.running === true);
    if (workload === undefined) return [];
    const { declared, name } = workload;
    if (isSystemUnit(name)) {
      remarks.push({ what: `${name} belongs to the system, so it was left out`, at: declared.at });
      return [];
    }
    if (startsCompose(declared))
      remarks.push({
        what: `${name} starts a project of Compose; what runs in it is placed: give its file`,
        at: declared.at,
      });
    return [workload];
  });
  return {
    workloads: workloads.map((workload): ImportedWorkload => ({
      name: workload.name,
      at: workload.declared.at,
      inferences:
        workload.run === undefined
          ? listInferences(serviceUnitRules, workload)
          : [...inferContainer(workload.run.view), ...listInferences(unitContainerRules, workload)],
      observed:
        workload.run === undefined ? listObserved(serviceUnitSights, workload) : observeEngine(workload.run),
      parts: [],
    })),
    unread: listUnreadSettings(workloads),
    remarks,
    placesNothing: remarks.length > 0,
    problems:
      workloads.length > 0
        ? []
        : [
            {
              message:
                remarks.length > 0
                  ? 'units of the system itself, of which none is placed'
                  : 'a unit of systemd that runs nothing',
              at: { file },
            },
          ],
  };
}

/** A unit with the drop-ins that lie beside its file. */
function putOver(unit: UnitFile, { listBeside, openBeside }: Artefact): UnitFile {
  if (unit.name === undefined) return unit;
  const folder = `${unit.name}.d`;
  const settings = listBeside(folder)
    .filter((name) => name.endsWith('.conf'))
    .flatMap((name) => {
      const found = openBeside(`${folder}/${name}`);
      return found === undefined ? [] : parseUnits(found.text, found.file, unit.name);
    })
    .flatMap((dropIn) => dropIn.settings);
  return { ...unit, settings: [...unit.settings, ...settings] };
}

function toUnitWorkload(
  unit: UnitFile,
  units: readonly UnitFile[],
  artefact: Artefact,
  running: boolean,
): UnitWorkload | undefined {
  const start = findSet(unit, 'Service', 'ExecStart');
  const run = viewQuadlet(unit, artefact) ?? (start === undefined ? undefined : viewCommand(start));
  const declared = findSet(unit, 'Container', 'Image') ?? findSet(unit, 'Container', 'Rootfs') ?? start;
  if (declared === undefined) return undefined;
  const name = (unit.name ?? 'service').replace(/\.(service|container)$/, '').replace(/@$/, '');
  const timer = `${name}.timer`;
  const timed = units.some((other) => other.name === timer) || artefact.openBeside(timer) !== undefined;
  return { name, unit, declared, timed, running, run };
}

/** The words of a command without what systemd is told in front of it. */
function listCommand(start: Spot): string[] {
  return splitWords((start.text ?? '').replace(/^[-@+!:|]+/, ''));
}

/** The container that a command starts; undefined of any other command. */
function viewCommand(start: Spot): EngineRun | undefined {
  const [program = '', ...rest] = listCommand(start);
  const verb = rest[0] === 'container' ? 1 : 0;
  if (!/(^|\/)(docker|podman|nerdctl)$/.test(program) || rest[verb] !== 'run') return undefined;
  const { options: words, image: name, command } = parseEngineCommand(rest.slice(verb + 1));
  const options = words.map((option) => ({ ...option, spot: start }));
  const image = name === undefined ? undefined : createTextSpot(name, start.at, start.key);
  const view = viewEngine(start, options, {
    complete: image !== undefined && !options.some((option) => option.name === 'pod'),
    image,
    bootsSystemd:
      program.endsWith('podman') &&
      !options.some((option) => option.name === 'systemd' && option.value === 'false'),
    ...(command.length > 0 ? { command: start } : {}),
    ...(startsInit(command[0]) ? { initSystem: start } : {}),
  });
  return { view, filters: true, containers: [{ options, image, command: { spot: start, words: command } }] };
}

function startsCompose(start: Spot): boolean {
  const [program = '', first] = listCommand(start);
  return (
    /(^|\/)(docker|podman)-compose$/.test(program) ||
    (/(^|\/)(docker|podman)$/.test(program) && first === 'compose')
  );
}

/**
 * Settings that no rule reads, each once; those that say when it starts and how it restarts are of no use. What is no
 * key may be the rest of a command whose line was broken, and is not repeated.
 */
function listUnreadSettings(workloads: readonly UnitWorkload[]): Unread[] {
  const read = new Set([...systemdImporter.rules.flatMap(({ reads }) => reads), ...quadletKeys]);
  const unread = new Map<string, Unread>();
  for (const { unit } of workloads)
    for (const { section, key, spot } of unit.settings) {
      const what = /^[A-Za-z][\w-]*$/.test(key) ? key : 'a line that is no setting';
      if (/^(Service|Container)$/.test(section) && !read.has(key) && !unread.has(what))
        unread.set(what, { what, at: spot.key });
    }
  return [...unread.values()];
}

/** What the view of a Quadlet reads. */
const quadletKeys = [
  'AddCapability',
  'AddDevice',
  'DropCapability',
  'Entrypoint',
  'Environment',
  'Exec',
  'GlobalArgs',
  'HealthCmd',
  'Memory',
  'Mount',
  'Network',
  'NoNewPrivileges',
  'PodmanArgs',
  'Pod',
  'ReadOnly',
  'Rootfs',
  'Secret',
  'SeccompProfile',
  'SecurityLabelDisable',
  'StopTimeout',
  'Sysctl',
  'Ulimit',
  'UserNS',
  'Volume',
];
