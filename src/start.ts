import fs from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';

/** Digest of program.cjs, put in by the build: code compiled from another text must never be taken. */
declare const PROGRAM_DIGEST: string;

/** What program.cjs exports. */
type Program = typeof import('./run.ts');

/**
 * Runs the built program, from code that V8 compiled in an earlier run where there is some. It is kept
 * in dist/cache, a file for each Node: whoever can write there could change the program itself. Where
 * nobody can, each run compiles for itself, and nothing is said of it.
 * @param argv the arguments, without node and script
 * @returns the exit code
 */
export async function run(argv: readonly string[]): Promise<number> {
  const folder = join(__dirname, 'cache');
  const name = `program-${PROGRAM_DIGEST}-${process.version}-${process.arch}`;
  const kept =
    process.env.NODE_DISABLE_COMPILE_CACHE === undefined ? readKept(join(folder, name)) : undefined;
  const file = join(__dirname, 'program.cjs');
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) {${fs.readFileSync(file, 'latin1')}\n})`,
    { filename: file, ...(kept === undefined ? {} : { cachedData: kept }) },
  );
  const module = { exports: {} as Program };
  const evaluate = script.runInThisContext() as (...args: unknown[]) => void;
  evaluate(module.exports, require, module, file, __dirname);
  const code = await module.exports.run(argv);
  if (argv[0] === 'assess' && (kept === undefined || script.cachedDataRejected === true))
    keep(folder, name, script);
  return code;
}

function readKept(path: string): Buffer | undefined {
  try {
    return fs.readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Written beside and renamed, so that no other run reads half of it. */
function keep(folder: string, name: string, script: Script): void {
  const beside = join(folder, `${name}.${process.pid}`);
  try {
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(beside, script.createCachedData(), { flag: 'wx' });
    fs.renameSync(beside, join(folder, name));
  } catch {
    try {
      fs.rmSync(beside, { force: true });
    } catch {}
  }
}
