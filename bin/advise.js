#!/usr/bin/env node
'use strict';

const { existsSync } = require('node:fs');
const { join } = require('node:path');

const program = join(__dirname, '../dist/advise.cjs');

if (existsSync(program)) {
  require(program)
    .run(process.argv.slice(2))
    .then((code) => {
      process.exitCode ??= code;
    });
} else {
  process.stderr.write('advise: not built yet; run: npm run build\n');
  process.exitCode = 2;
}
