import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** The program as users have it. */
export const binary = join(project, 'bin/advise.js');

/** Builds dist/ where it is missing or older than what it is made of. */
export function buildBinary(): void {
  const built = join(project, 'dist/program.cjs');
  const sources = ['src', 'rules', 'scripts', 'package.json'].map((name) => join(project, name));
  if (existsSync(built) && statSync(built).mtimeMs > Math.max(...sources.map(findNewest))) return;
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: project, stdio: ['ignore', 'ignore', 'pipe'] });
}

function findNewest(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => findNewest(join(path, name))));
}
