/** Endings that say how a file is written, and nothing of what it is about. */
const endings = /\.(conf|facts|json|txt|xml|ya?ml)$/i;

/**
 * What something is called that does not name itself: after its file, as guests of Proxmox and hosts of Ansible are
 * anyway. Names of hosts hold dots, so that only the endings of formats go.
 * @param line where it begins, of one of several in a file
 */
export function stemOfFile(file: string, line?: number): string {
  const base = /[^/\\]*$/.exec(file)?.[0] ?? file;
  const name = base === '(stdin)' ? 'stdin' : base.replace(endings, '');
  return line === undefined ? name : `${name}:${line}`;
}
