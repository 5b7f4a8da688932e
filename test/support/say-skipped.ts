import type { Reporter } from 'vitest/node';

/** Says at the end of a run what was not tested on this machine, and why. */
export const saySkipped: Reporter = {
  onTestRunEnd(modules) {
    const skipped = modules.flatMap((module) => [...module.children.allTests('skipped')]);
    const lines = skipped.flatMap((test) => {
      const result = test.result();
      return result.state === 'skipped' && result.note !== undefined
        ? `  ${test.name}: ${result.note}\n`
        : [];
    });
    if (lines.length > 0) process.stderr.write(`Not tested on this machine:\n${lines.join('')}\n`);
  },
};
