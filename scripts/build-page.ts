import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { PageAssets } from '../src/render/renderer.ts';

/** Bundles the program that runs in an HTML report, and its style, each as one text. */
export async function buildPageAssets(): Promise<PageAssets> {
  const { outputFiles } = await build({
    entryPoints: {
      page: fileURLToPath(new URL('../src/page/run-page.tsx', import.meta.url)),
      style: fileURLToPath(new URL('../src/render/advice/html/report.css', import.meta.url)),
    },
    outdir: 'dist',
    bundle: true,
    write: false,
    minify: true,
    platform: 'browser',
    format: 'iife',
    target: ['chrome100', 'firefox100', 'safari15'],
    logLevel: 'warning',
  });
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text.trim() ?? '';
  return { script: textOf('.js'), style: textOf('.css') };
}
