import { readFileSync, writeFileSync } from 'node:fs';
import { compile } from 'json-schema-to-typescript';
import ts from 'typescript';
import { createSchema } from '../src/schema/create-schema.ts';
import { loadSourceRulebook } from './load-source-rulebook.ts';

/** The modules whose types the library speaks of, as they are written: everything there is annotated. */
const modules = ['src/errors.ts', 'src/workload/workload.ts', 'src/library.ts'];

/**
 * Writes the types of the library, in one file without imports: those of the modules, and the type of
 * an advice, made from the schema of results with its descriptions. The module for `import` passes on
 * what the one for `require` has, so that there is one of everything.
 */
export async function writeTypes(): Promise<void> {
  const result = await compile(
    { ...createSchema('result', loadSourceRulebook().rulebook), title: 'Result' },
    'Result',
    { bannerComment: '', format: false, additionalProperties: false },
  );
  const declared = modules.map((path) => declare(path)).join('\n');
  const types = [
    '/** One value of a fact: the name of a choice, yes or no, or a number in the unit of the fact. */',
    'export type FactValue = string | number;',
    result,
    '/** The advice on one workload. */',
    "export type Advice = Result['results'][number];",
    declared,
  ].join('\n');
  writeFileSync('dist/library.d.cts', types);
  writeFileSync('dist/library.d.mts', types);
  const names = [...declared.matchAll(/^export declare (?:const|function|class) (\w+)/gm)].map(
    ([, name]) => name,
  );
  writeFileSync(
    'dist/library.mjs',
    `import library from './library.cjs';\nexport const { ${names.join(', ')} } = library;\n`,
  );
}

/** The declarations of one module, without its imports. */
function declare(path: string): string {
  const { outputText, diagnostics = [] } = ts.transpileDeclaration(readFileSync(path, 'utf8'), {
    fileName: path,
    reportDiagnostics: true,
    compilerOptions: { isolatedDeclarations: true, target: ts.ScriptTarget.ES2022 },
  });
  const [first] = diagnostics;
  if (first !== undefined)
    throw new Error(`${path}: ${ts.flattenDiagnosticMessageText(first.messageText, ' ')}`);
  return outputText.replace(/^import [^;]*;\n/gm, '').replace(/^export \{[^}]*\};\n/gm, '');
}
