import type { Spot } from '../spot.ts';
import type { GuestConfig } from './guest-config.ts';

/** A guest of Proxmox. */
export interface ProxmoxGuest {
  readonly config: GuestConfig;
  /** Where it is named or, where it is not, what else it begins with. */
  readonly declared: Spot;
  /** A container with a system of its own, and no machine. */
  readonly isContainer: boolean;
  /** Whether somebody says that it runs. */
  readonly running: boolean;
}
