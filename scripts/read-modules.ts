import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

// The modules of the program and what they import, as the tests of the architecture and its picture see them.

const root = fileURLToPath(new URL('../', import.meta.url));

/** A module of the program. */
export interface Module {
  /** Path below the project, such as src/decide/model.ts. */
  readonly path: string;
  readonly text: string;
  /** Packages by name, own modules by path. */
  readonly imports: readonly string[];
}

/** Reads every module below src/. */
export function readModules(): Module[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => {
      const path = `src/${name.replaceAll('\\', '/')}`;
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text, imports: listImports(path, text) };
    });
}

/**
 * Everything that a module imports, for its effect, as a type or on demand included.
 * @param path of the module, which relative imports start from
 */
export function listImports(path: string, text: string): string[] {
  const pattern =
    /^\s*(?:import|export)\s[^'";]*?from\s*'([^']+)'|^\s*import\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;
  return [...text.matchAll(pattern)].map(([, from, bare, lazy]) => resolve(path, from ?? bare ?? lazy ?? ''));
}

function resolve(path: string, name: string): string {
  return name.startsWith('.') ? normalize(join(dirname(path), name)) : name;
}
