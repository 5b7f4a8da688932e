import type { Spot } from '../spot.ts';
import type { ContainerView } from './container-view.ts';

/**
 * A container that is given nothing but what is said here.
 * @param declared where it is declared
 * @param given what differs from a container without rights, limits and volumes
 */
export function viewPlain(declared: Spot, given: Partial<ContainerView>): ContainerView {
  return {
    declared,
    complete: true,
    replaced: false,
    stableName: true,
    single: true,
    image: undefined,
    build: undefined,
    command: undefined,
    initSystem: undefined,
    bootsSystemd: false,
    windows: undefined,
    linux: undefined,
    privileged: undefined,
    capabilities: [],
    unconfined: [],
    hostNetwork: undefined,
    hostPid: undefined,
    hostNamespaces: [],
    hostPaths: [],
    devices: [],
    accelerators: [],
    realtime: undefined,
    ownAddress: undefined,
    foreignNetwork: undefined,
    sysctls: undefined,
    volumes: [],
    readOnlyRoot: undefined,
    user: undefined,
    memoryLimit: undefined,
    memoryRequest: undefined,
    grace: undefined,
    runtime: undefined,
    ...given,
  };
}
