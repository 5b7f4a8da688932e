/** Who builds and keeps up images of programs that others make: an owner, or a registry of its own. */
interface Repackager {
  readonly name: string;
  readonly source: string;
}

/** What is known of them. */
export const repackagers: readonly Repackager[] = [
  { name: 'linuxserver', source: 'https://docs.linuxserver.io/' },
  { name: 'lscr.io', source: 'https://docs.linuxserver.io/' },
  { name: 'bitnami', source: 'https://github.com/bitnami/containers' },
  { name: 'bitnamilegacy', source: 'https://github.com/bitnami/containers' },
  { name: 'hotio', source: 'https://hotio.dev/' },
];

/** Whether an owner or a registry is that of a re-packager, and so not of the maker. */
export function isRepackager(name: string): boolean {
  return repackagers.some((each) => each.name === name);
}
