import type { Artefact } from '../artefact.ts';
import { findOsqueryTables, viewOsquery } from './osquery.ts';
import { type ReleaseView, viewRelease } from '../knowledge/release-rules.ts';
import { type Spot, spotAt } from '../spot.ts';

/** What a host says of itself, whatever program asked it. */
export interface HostView {
  readonly name: Spot | undefined;
  /** The kernel's own name: `Linux`, `Darwin`, `windows`. */
  readonly system: Spot | undefined;
  /** The release of the kernel: `6.1.0-rt7`. */
  readonly kernel: Spot | undefined;
  readonly memory: { readonly spot: Spot; readonly gib: number } | undefined;
  /** What it runs on: `vmware`, `kvm`, `docker`; of what runs others, the same. */
  readonly virtual: Spot | undefined;
  /** Whether it runs others, as far as that is said. */
  readonly runsOthers: boolean;
  /** The security module of its kernel (SELinux, AppArmor), and whether it enforces anything. */
  readonly module: { readonly spot: Spot; readonly enforces: boolean } | undefined;
  readonly uuid: Spot | undefined;
  readonly address: Spot | undefined;
  /** Roles and features of Windows that are installed, by the names that are not translated. */
  readonly roles: readonly Spot[];
  /** Services of Windows that run, likewise. */
  readonly services: readonly Spot[];
  /** Its distribution or edition, with its release. */
  readonly release: ReleaseView;
}

/** Which program asked a host. */
export type HostSource = 'ansible' | 'facter' | 'osquery' | 'collector';

/** The first line of what the collector prints. */
export const collectorHead = 'advise-collect 1';

/** Which program wrote a file of facts about one host; undefined where none did. */
export function findHostSource(artefact: Artefact): HostSource | undefined {
  const { documents, text } = artefact;
  if (text.startsWith(`${collectorHead}\n`) || text.startsWith(`${collectorHead}\r\n`)) return 'collector';
  const [document, second] = documents;
  if (document === undefined || second !== undefined) return undefined;
  if (findOsqueryTables(artefact) !== undefined) return 'osquery';
  const { entries } = document;
  if (entries.get('ansible_facts')?.is === 'map') return 'ansible';
  if (entries.has('ansible_system') || entries.has('ansible_os_family')) return 'ansible';
  return entries.has('kernelrelease') && (entries.has('facterversion') || entries.get('os')?.is === 'map')
    ? 'facter'
    : undefined;
}

/** What Ansible's module `setup` found; its keys have a prefix, but below `ansible_facts` they need not. */
export function viewAnsible(document: Spot, day: string): HostView {
  const facts = spotAt(document, 'ansible_facts') ?? document;
  const at = (key: string, ...below: readonly string[]) =>
    spotAt(facts, `ansible_${key}`, ...below) ?? spotAt(facts, key, ...below);
  const windows = /^windows$/i.test(at('os_family')?.text ?? '');
  return {
    name: at('fqdn') ?? at('hostname') ?? at('nodename'),
    system: windows ? at('os_family') : at('system'),
    kernel: at('kernel'),
    memory: toMemory(at('memtotal_mb'), 1024),
    virtual: at('virtualization_type'),
    runsOthers: at('virtualization_role')?.text === 'host',
    module: findModule(at('selinux', 'mode') ?? at('selinux', 'status'), at('apparmor', 'status')),
    uuid: at('product_uuid'),
    address: at('default_ipv4', 'address'),
    roles: [],
    services: [],
    // Of Windows, `distribution` is the number of a build.
    release: windows
      ? viewRelease(at('os_name'), undefined, day)
      : viewRelease(at('distribution'), at('distribution_version'), day),
  };
}

/** What Facter found. */
export function viewFacter(facts: Spot, day: string): HostView {
  return {
    name: spotAt(facts, 'networking', 'fqdn') ?? spotAt(facts, 'networking', 'hostname'),
    system: spotAt(facts, 'kernel'),
    kernel: spotAt(facts, 'kernelrelease'),
    memory: toMemory(spotAt(facts, 'memory', 'system', 'total_bytes'), 1024 ** 3),
    virtual: spotAt(facts, 'virtual'),
    runsOthers: false,
    module: findModule(
      spotAt(facts, 'os', 'selinux', 'current_mode') ?? spotAt(facts, 'os', 'selinux', 'enabled'),
      undefined,
    ),
    uuid: spotAt(facts, 'dmi', 'product', 'uuid'),
    address: spotAt(facts, 'networking', 'ip'),
    roles: [],
    services: [],
    release: viewRelease(spotAt(facts, 'os', 'name'), spotAt(facts, 'os', 'release', 'full'), day),
  };
}

/** What the collector found: a key and a value a line, a tab between them. */
export function viewCollected({ text, file }: Pick<Artefact, 'text' | 'file'>, day: string): HostView {
  const lines = text.split(/\r?\n/).slice(1);
  const said = lines.flatMap((line, index): [string, Spot][] => {
    const [, key, value] = /^([a-z-]+)\t(.+)$/.exec(line) ?? [];
    if (key === undefined || value === undefined) return [];
    const place = (column: number) => ({ file, line: index + 2, column });
    return [
      [
        key,
        {
          is: 'text',
          text: value,
          entries: new Map(),
          items: [],
          key: place(1),
          at: place(key.length + 2),
        },
      ],
    ];
  });
  const facts = new Map(said);
  const all = (wanted: string) => said.flatMap(([key, spot]) => (key === wanted ? [spot] : []));
  return {
    name: facts.get('name'),
    system: facts.get('system'),
    kernel: facts.get('kernel'),
    memory: toMemory(facts.get('memory-kib'), 1024 ** 2),
    virtual: facts.get('virtual'),
    runsOthers: facts.get('runs-machines')?.text === 'yes',
    module: undefined,
    uuid: facts.get('uuid'),
    address: facts.get('address'),
    roles: all('role'),
    services: all('service'),
    release: viewRelease(facts.get('release'), undefined, day),
  };
}

/** What osquery found. */
export function viewHostOfOsquery(artefact: Artefact, day: string): HostView | undefined {
  const tables = findOsqueryTables(artefact);
  if (tables === undefined) return undefined;
  const view = viewOsquery(tables);
  return {
    ...view,
    memory: toMemory(view.memory, 1024 ** 3),
    release: viewRelease(view.release.system, view.release.version, day),
  };
}

/** One of two modules, of which a kernel has no more than one at work: the one that enforces, else SELinux. */
function findModule(selinux: Spot | undefined, appArmor: Spot | undefined): HostView['module'] {
  if (/^enforcing$/i.test(selinux?.text ?? '') && selinux !== undefined)
    return { spot: selinux, enforces: true };
  if (/^enabled$/i.test(appArmor?.text ?? '') && appArmor !== undefined)
    return { spot: appArmor, enforces: true };
  return /^(permissive|disabled|false)$/i.test(selinux?.text ?? '') && selinux !== undefined
    ? { spot: selinux, enforces: false }
    : undefined;
}

function toMemory(spot: Spot | undefined, inGib: number): HostView['memory'] {
  const amount = Number(spot?.text ?? '');
  // Rounded up, so that the bound still holds.
  return spot === undefined || !(amount > 0)
    ? undefined
    : { spot, gib: Math.ceil((amount / inGib) * 1000) / 1000 };
}
