import { type Spot, spotAt, textAt } from '../spot.ts';

/** A port of a service that is published. */
export interface PublishedPort {
  readonly spot: Spot;
  /** In the container. */
  readonly container: string;
  /** On the host; empty where the engine chooses. */
  readonly published: string;
  /** Whether it is open to its own host only. */
  readonly local: boolean;
  /** Whether it is published on every address of its host, named or not. */
  readonly everywhere: boolean;
}

/** The ports that a service publishes, short syntax and long. */
export function listPorts(service: Spot): PublishedPort[] {
  return (spotAt(service, 'ports')?.items ?? []).map((spot) => {
    if (spot.text === undefined)
      return {
        spot,
        container: textAt(spot, 'target') ?? '',
        published: textAt(spot, 'published') ?? '',
        ...sortAddress(textAt(spot, 'host_ip') ?? ''),
      };
    const parts = (spot.text.split('/')[0] ?? '').split(':');
    const host = parts.slice(0, -2).join(':');
    return {
      spot,
      container: parts[parts.length - 1] ?? '',
      published: parts[parts.length - 2] ?? '',
      ...sortAddress(host),
    };
  });
}

function sortAddress(address: string): Pick<PublishedPort, 'local' | 'everywhere'> {
  return {
    local: /^(127\.|localhost$|\[?::1\]?$)/.test(address),
    everywhere: /^(|0\.0\.0\.0|\[?::\]?)$/.test(address),
  };
}
