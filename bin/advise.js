#!/usr/bin/env node
'use strict';

// Starts dist/program.cjs from the code that V8 compiled in an earlier run, where there is some. It is
// kept in dist/cache, a file for each build and each Node: whoever can write there could change the
// program itself. Where that cannot be read or written, every run compiles for itself, and nothing is
// said of it. The first run only makes the folder: what runs once, as in most jobs of CI, should not
// pay for a next time.

const fs = require('node:fs');
const { Script } = require('node:vm');

const dist = `${__dirname}/../dist`;
const file = `${dist}/program.cjs`;
const argv = process.argv.slice(2);
const source = attempt(() => fs.readFileSync(file, 'latin1'));

if (source === undefined) {
  process.stderr.write('advise: not built yet; run: npm run build\n');
  process.exitCode = 2;
} else {
  const keeps = process.env.NODE_DISABLE_COMPILE_CACHE === undefined;
  // The build begins the program with a comment that holds its digest.
  const place = `${dist}/cache/${source.slice(2, 18)}-${process.version}-${process.arch}`;
  const kept = keeps ? attempt(() => readTwice(place)) : undefined;
  const script = new Script(source, { filename: file, cachedData: kept });
  const load = (name) => require(name.startsWith('.') ? `${dist}/${name}` : name);
  const program = { exports: {} };
  script.runInThisContext()(program.exports, load, program, file, dist);
  program.exports.run(argv).then((code) => {
    process.exitCode ??= code;
    // Kept when what is done most often has just been done, and so has been compiled.
    if (keeps && argv[0] === 'assess' && (kept === undefined || script.cachedDataRejected)) {
      if (fs.existsSync(`${dist}/cache`)) keep(place, script.createCachedData());
      else attempt(() => fs.mkdirSync(`${dist}/cache`));
    }
    // Where nothing is open any more, the end is left to the system: Node would take its heap apart first.
    if (process.getActiveResourcesInfo().length === 0) process.exit();
  });
}

function attempt(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}

/**
 * V8 runs damaged code until it crashes, so the code is in the file twice: where the halves differ the
 * file is of no use. To load anything that computes a checksum would take longer than to compile.
 */
function readTwice(path) {
  const both = fs.readFileSync(path);
  const half = both.subarray(0, both.length / 2);
  return half.equals(both.subarray(both.length / 2)) ? half : undefined;
}

/** Written beside its place and renamed, so that no other run reads a part of it. */
function keep(path, code) {
  const beside = `${path}.${process.pid}`;
  const done = attempt(() => {
    fs.writeFileSync(beside, Buffer.concat([code, code]), { flag: 'wx' });
    fs.renameSync(beside, path);
    return true;
  });
  if (!done) attempt(() => fs.rmSync(beside));
  // What runs left that were killed just then. One that is still at it keeps nothing, and is none the worse.
  const cache = `${dist}/cache`;
  const leftover = (name) => name.startsWith(`${path.slice(cache.length + 1)}.`);
  attempt(() =>
    fs
      .readdirSync(cache)
      .filter(leftover)
      .forEach((name) => fs.rmSync(`${cache}/${name}`)),
  );
}
