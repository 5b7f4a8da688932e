import { readFileSync, writeFileSync } from 'node:fs';
import { compile } from 'json-schema-to-typescript';
import ts from 'typescript';
import { createSchema } from '../src/schema/create-schema.ts';
import { loadSourceRulebook } from './load-source-rulebook.ts';

/** The modules whose types the library speaks of, as they are written: everything there is annotated. */
const library = 'src/library.ts';
const modules = [
  'src/errors.ts',
  'src/words.ts',
  'src/rulebook/fact-value.ts',
  'src/workload/workload.ts',
  library,
];

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
  const offered = listValues(library);
  const declared = modules.map((path) => declare(path, offered)).join('\n');
  const types = [
    result,
    '/** The advice on one workload. */',
    "export type Advice = Result['results'][number];",
    declared,
    // Without this a file of declarations exports all of them.
    'export {};\n',
  ].join('\n');
  writeFileSync('dist/library.d.cts', types);
  writeFileSync('dist/library.d.mts', types);
  writeFileSync(
    'dist/library.mjs',
    `import library from './library.cjs';\nexport const { ${offered.join(', ')} } = library;\n`,
  );
}

/** The names of the values that a module exports, its own and those it passes on. */
function listValues(path: string): string[] {
  const { statements } = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022);
  return statements.flatMap((statement) => {
    if (
      ts.isExportDeclaration(statement) &&
      statement.exportClause &&
      ts.isNamedExports(statement.exportClause)
    )
      return statement.exportClause.elements.map(({ name }) => name.text);
    return isExported(statement) ? listNames(statement) : [];
  });
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true
  );
}

/** The values that a statement declares; none where it declares a type. */
function listNames(statement: ts.Statement): string[] {
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
    return statement.name === undefined ? [] : [statement.name.text];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name }) =>
    ts.isIdentifier(name) ? [name.text] : [],
  );
}

/**
 * The declarations of one module, without its imports, and without functions that are not offered.
 * Lists that types are made of stay, but are not exported.
 */
function declare(path: string, offered: readonly string[]): string {
  const { outputText, diagnostics = [] } = ts.transpileDeclaration(readFileSync(path, 'utf8'), {
    fileName: path,
    reportDiagnostics: true,
    compilerOptions: { isolatedDeclarations: true, target: ts.ScriptTarget.ES2022 },
  });
  const [first] = diagnostics;
  if (first !== undefined)
    throw new Error(`${path}: ${ts.flattenDiagnosticMessageText(first.messageText, ' ')}`);
  const { statements } = ts.createSourceFile(path, outputText, ts.ScriptTarget.ES2022, true);
  return statements
    .flatMap((statement) => {
      if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) return [];
      const text = statement.getFullText().trim();
      const names = listNames(statement);
      if (names.length === 0 || names.some((name) => offered.includes(name))) return [text];
      return ts.isVariableStatement(statement) ? [text.replace(/^export /m, '')] : [];
    })
    .join('\n');
}
