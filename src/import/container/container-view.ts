import type { Spot } from '../spot.ts';

/** A folder, file or device of the host that a container is given. */
export interface HostPath {
  readonly spot: Spot;
  /** On the host. */
  readonly path: string;
  readonly readOnly: boolean;
}

/** Data that outlives an instance, mounted into it. */
export interface DataVolume {
  readonly spot: Spot;
  readonly readOnly: boolean;
}

/**
 * A container, or the containers of a pod, as the rules on containers look at it, whatever format
 * described it. Every grant is where it stands; undefined or empty where there is none.
 */
export interface ContainerView {
  /** Where it is declared: shown, by its key, for what follows from absence. */
  readonly declared: Spot;
  /**
   * Whether all that it is given stands in the artefact. An `extends` that could not be followed or a
   * template leaves that open, and then nothing follows from absence.
   */
  readonly complete: boolean;
  /** Whether its platform replaces instances by new ones, so that nothing in their file system lasts. */
  readonly replaced: boolean;
  /** Whether the platform gives its instances names that stay. */
  readonly stableName: boolean;
  /** Whether no more than one instance of it runs, as far as is said; what it writes is then its own. */
  readonly single: boolean;

  /** The name of its image; of several containers, that of the first. */
  readonly image: Spot | undefined;
  /** How its image is built. */
  readonly build: Spot | undefined;
  /** Whether it has a command or entry point of its own. */
  readonly command: Spot | undefined;
  /** An entry point, or a signal to stop, that only an init system has. */
  readonly initSystem: Spot | undefined;
  /**
   * Whether its engine gives an image that begins with systemd all that this needs, unasked, as Podman does: then
   * the image alone decides what is started.
   */
  readonly bootsSystemd: boolean;

  /** What only Windows has. */
  readonly windows: Spot | undefined;
  /** What only Linux has, such as capabilities. */
  readonly linux: Spot | undefined;

  readonly privileged: Spot | undefined;
  /** Capabilities that are added to the usual ones, each as it is written. */
  readonly capabilities: readonly Spot[];
  /** Profiles (seccomp, AppArmor, SELinux) that are switched off. */
  readonly unconfined: readonly Spot[];
  readonly hostNetwork: Spot | undefined;
  readonly hostPid: Spot | undefined;
  /** Other namespaces of the host: IPC, UTS, users. */
  readonly hostNamespaces: readonly Spot[];
  /** Folders and files of the host that are mounted, the engine's socket included. */
  readonly hostPaths: readonly HostPath[];
  /** Devices of the host that are handed through. */
  readonly devices: readonly HostPath[];
  /** Accelerators that are asked for by name. */
  readonly accelerators: readonly { readonly spot: Spot; readonly is: 'gpu-compute' | 'fpga-or-other' }[];
  /** Rights to run in real time. */
  readonly realtime: Spot | undefined;
  /** An address in the network of the hosts (macvlan, ipvlan, a second interface). */
  readonly ownAddress: Spot | undefined;
  /** A network that is declared elsewhere, so that nobody can tell what it is. */
  readonly foreignNetwork: Spot | undefined;
  /** Kernel settings that are made for it alone. */
  readonly sysctls: Spot | undefined;

  readonly volumes: readonly DataVolume[];
  readonly readOnlyRoot: Spot | undefined;
  /** The user it runs as: a name or number, a group behind a colon. */
  readonly user: Spot | undefined;
  /** The most memory that one instance is allowed. */
  readonly memoryLimit: Spot | undefined;
  /** How much one instance asks for. */
  readonly memoryRequest: Spot | undefined;
  /** How long it is given to stop, in seconds, where that was said. */
  readonly grace: { readonly spot: Spot; readonly seconds: number } | undefined;
  /** A runtime with a boundary of its own (gVisor, Kata), by its name. */
  readonly runtime: Spot | undefined;
}

/** The names of capabilities, without their prefix, with where each stands. */
export function listCapabilities({
  capabilities,
}: Pick<ContainerView, 'capabilities'>): { readonly name: string; readonly spot: Spot }[] {
  return capabilities.map((spot) => ({ name: (spot.text ?? '').toUpperCase().replace(/^CAP_/, ''), spot }));
}

/** Full rights, which say nothing of what is needed: privileged, or every capability. */
export function findBlanketGrant(view: ContainerView): Spot | undefined {
  return view.privileged ?? listCapabilities(view).find(({ name }) => name === 'ALL')?.spot;
}

/** Whether a command begins with the init system of a whole machine; `/init` alone is mostly a small supervisor. */
export function startsInit(program: string | undefined): boolean {
  return /^(\/usr)?(\/lib)?\/?(sbin\/init|(lib\/)?systemd(\/systemd)?)$/.test(program ?? '');
}
