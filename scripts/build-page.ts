import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { PageAssets } from '../src/render/renderer.ts';

/** What is put into pages, and the paths of the files it was made of. */
export interface BuiltPage extends PageAssets {
  readonly inputs: readonly string[];
}

/** Bundles the program that runs in an HTML report, and its style, each as one text. */
export async function buildPageAssets(): Promise<BuiltPage> {
  const { outputFiles, metafile } = await build({
    entryPoints: {
      page: fileURLToPath(new URL('../src/page/run-page.tsx', import.meta.url)),
      style: fileURLToPath(new URL('../src/render/advice/html/report.css', import.meta.url)),
    },
    outdir: 'dist',
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    platform: 'browser',
    format: 'iife',
    target: ['chrome100', 'firefox100', 'safari15'],
    logLevel: 'warning',
  });
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text.trim() ?? '';
  return { script: textOf('.js'), style: textOf('.css'), inputs: Object.keys(metafile.inputs) };
}
