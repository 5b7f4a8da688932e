/** What a container is started with on a command line: `docker run -v data:/data postgres:17`. */
export interface EngineCommand {
  /** Options by their long names, without dashes, in their order; of one without a value it is empty. */
  readonly options: readonly { readonly name: string; readonly value: string }[];
  /** Undefined where it could not be told from the value of an option. */
  readonly image: string | undefined;
  /** The words of the command that follows it. */
  readonly command: readonly string[];
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Options of `run` and `create` that stand alone. */
const alone = words(
  `detach disable-content-trust init interactive no-healthcheck no-hosts oom-kill-disable privileged publish-all
   quiet read-only replace rm sig-proxy tty use-api-socket`,
);

/** Options that take a value, in the same word or in the next. */
const valued = words(
  `add-host annotation arch attach authfile blkio-weight cap-add cap-drop cgroup-parent cgroupns cgroups cidfile
   conmon-pidfile cpu-period cpu-quota cpu-rt-period cpu-rt-runtime cpu-shares cpus cpuset-cpus cpuset-mems
   detach-keys device device-cgroup-rule device-read-bps device-write-bps dns dns-option dns-search domainname
   entrypoint env env-file expose gidmap gpus group-add health-cmd health-interval health-retries
   health-start-period health-timeout hostname image-volume ip ip6 ipc isolation label label-file link log-driver
   log-opt mac-address memory memory-reservation memory-swap memory-swappiness mount name network network-alias
   oom-score-adj passwd-entry pid pids-limit platform pod publish pull restart runtime sdnotify secret security-opt
   shm-size stop-signal stop-timeout storage-opt subgidname subuidname sysctl systemd timezone tls-verify tmpfs tz
   ulimit umask uidmap user userns uts variant volume volume-driver volumes-from workdir`,
);

const short: Readonly<Record<string, string>> = {
  a: 'attach',
  c: 'cpu-shares',
  d: 'detach',
  e: 'env',
  h: 'hostname',
  i: 'interactive',
  l: 'label',
  m: 'memory',
  P: 'publish-all',
  p: 'publish',
  q: 'quiet',
  t: 'tty',
  u: 'user',
  v: 'volume',
  w: 'workdir',
};

/**
 * Takes the words behind `run` apart. An option that is not known ends it where it has no value in its own
 * word: nobody can tell whether the next word is one.
 */
export function parseEngineCommand(given: readonly string[]): EngineCommand {
  const options: { name: string; value: string }[] = [];
  for (let index = 0; index < given.length; index++) {
    const word = given[index] ?? '';
    if (!word.startsWith('-') || word === '-') {
      return { options, image: word, command: given.slice(index + 1) };
    }
    if (!word.startsWith('--')) {
      const value = takeLetters(word.slice(1), options);
      if (value === undefined) return { options, image: undefined, command: [] };
      if (value.awaited !== undefined) options.push({ name: value.awaited, value: given[++index] ?? '' });
      continue;
    }
    const [, long = word, value] = /^--([\w-]+)(?:=(.*))?$/s.exec(word) ?? [];
    const name = long === 'net' ? 'network' : long;
    if (value !== undefined) options.push({ name, value });
    else if (alone.has(name)) options.push({ name, value: '' });
    else if (valued.has(name)) options.push({ name, value: given[++index] ?? '' });
    else return { options, image: undefined, command: [] };
  }
  return { options, image: undefined, command: [] };
}

/**
 * Options of one letter, of which several that stand alone may be in one word.
 * @param options takes those that are whole
 * @returns the one whose value is the next word; undefined where one is not known
 */
function takeLetters(
  letters: string,
  options: { name: string; value: string }[],
): { readonly awaited: string | undefined } | undefined {
  for (let index = 0; index < letters.length; index++) {
    const name = short[letters.charAt(index)];
    if (name === undefined) return undefined;
    if (alone.has(name)) {
      options.push({ name, value: '' });
      continue;
    }
    const value = letters.slice(index + 1).replace(/^=/, '');
    if (value === '') return { awaited: name };
    options.push({ name, value });
    break;
  }
  return { awaited: undefined };
}
