#!/usr/bin/env node
'use strict';

// Starts dist/program.cjs from the code that V8 compiled in an earlier run, where there is some. It is
// kept in dist/cache, a file for each build and each Node: whoever can write there could change the
// program itself. Where that cannot be read or written, every run compiles for itself, and nothing is
// said of it.

const fs = require('node:fs');
const { Script } = require('node:vm');

const dist = `${__dirname}/../dist`;
const argv = process.argv.slice(2);
const source = readOrNothing(`${dist}/program.cjs`, 'latin1');

if (source === undefined) {
  process.stderr.write('advise: not built yet; run: npm run build\n');
  process.exitCode = 2;
} else {
  const file = `${dist}/program.cjs`;
  const keep = process.env.NODE_DISABLE_COMPILE_CACHE === undefined;
  // The build begins the program with a comment that holds its digest.
  const place = `${dist}/cache/${source.slice(2, 18)}-${process.version}-${process.arch}`;
  const kept = keep ? readOrNothing(place) : undefined;
  const script = new Script(source, { filename: file, cachedData: kept });
  const load = (name) => require(name.startsWith('.') ? `${dist}/${name}` : name);
  const program = { exports: {} };
  script.runInThisContext()(program.exports, load, program, file, dist);
  program.exports.run(argv).then((code) => {
    process.exitCode ??= code;
    // Kept when what is done most often has just been done, and so has been compiled.
    if (keep && argv[0] === 'assess' && (kept === undefined || script.cachedDataRejected))
      writeOrNothing(place, script.createCachedData());
  });
}

function readOrNothing(path, encoding) {
  try {
    return fs.readFileSync(path, encoding);
  } catch {
    return undefined;
  }
}

/** Written beside the target and renamed over it, so that no other run reads a half of it. */
function writeOrNothing(path, data) {
  const beside = `${path}.${process.pid}`;
  try {
    fs.mkdirSync(`${dist}/cache`, { recursive: true });
    fs.writeFileSync(beside, data, { flag: 'wx' });
    fs.renameSync(beside, path);
  } catch {
    fs.rmSync(beside, { force: true });
  }
}
