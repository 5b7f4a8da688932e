import { resolve } from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * Commander loads node:child_process at every start, for commands that are programs of their own. We
 * have none, so it is loaded when it is used: never.
 */
export const deferChildProcess: Plugin = {
  name: 'defer-child-process',
  setup(bundler) {
    bundler.onResolve({ filter: /^node:child_process$/ }, ({ importer, path }) =>
      importer.includes('/commander/') ? { path, namespace: 'child-process' } : undefined,
    );
    bundler.onLoad({ filter: /.*/, namespace: 'child-process' }, ({ path }) => ({
      contents: `exports.spawn = (...args) => require('${path}').spawn(...args);`,
    }));
  },
};

/**
 * The width of text needs tables of Unicode, which take a millisecond to set up, only where there are
 * other characters than ASCII and the dot, dash and arrow of our own texts, each one column wide.
 */
export const deferWidthTables: Plugin = {
  name: 'defer-width-tables',
  setup(bundler) {
    bundler.onResolve({ filter: /^fast-string-width$/ }, ({ path }) => ({ path, namespace: 'width' }));
    bundler.onLoad({ filter: /.*/, namespace: 'width' }, () => ({
      contents: `
        const ours = /^[ -~\\u00b7\\u2013\\u2192]*$/;
        export default (text, options) =>
          ours.test(text) ? text.length : require('fast-string-truncated-width').default(text, {}, options).width;`,
      resolveDir: resolve('node_modules/fast-string-width'),
    }));
  },
};

/** Chalk looks at terminals through Node's streams to find out what they can do; we tell it. */
export const skipColourDetection: Plugin = {
  name: 'skip-colour-detection',
  setup(bundler) {
    bundler.onResolve({ filter: /^#supports-color$/ }, () => ({
      path: resolve('node_modules/chalk/source/vendor/supports-color/browser.js'),
    }));
  },
};

/** Chalk sets up every style there is when it is loaded, which most runs, being without colour, never need. */
export const deferChalk: Plugin = {
  name: 'defer-chalk',
  setup(bundler) {
    bundler.onResolve({ filter: /^chalk$/ }, ({ namespace }) =>
      namespace === 'chalk' ? undefined : { path: 'chalk', namespace: 'chalk' },
    );
    bundler.onLoad({ filter: /.*/, namespace: 'chalk' }, ({ path }) => ({
      contents: `exports.Chalk = function (options) { return new (require('${path}').Chalk)(options); };`,
      resolveDir: resolve('.'),
    }));
  },
};
