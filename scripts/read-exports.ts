import ts from 'typescript';
import type { Module } from './read-modules.ts';

// What the modules of the program export, as the tests of the house's names see it.

/** A name that a module exports. */
export interface Export {
  readonly path: string;
  readonly name: string;
  /** What a function returns, as it is written; null for what is no function, '' where it is not written. */
  readonly returns: string | null;
}

/** The syntax of a module, its comments told from its code. */
export function parseModule({ path, text }: Pick<Module, 'path' | 'text'>): ts.SourceFile {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, kind);
}

/** Everything that a module exports under a name of its own. */
export function listExports(module: Pick<Module, 'path' | 'text'>): Export[] {
  const { path } = module;
  return parseModule(module)
    .statements.filter(isExported)
    .flatMap((statement): Export[] => {
      if (ts.isVariableStatement(statement))
        return statement.declarationList.declarations.map(({ name, initializer }) => ({
          path,
          name: name.getText(),
          returns:
            initializer !== undefined && ts.isArrowFunction(initializer) ? returned(initializer) : null,
        }));
      if (ts.isFunctionDeclaration(statement))
        return [{ path, name: statement.name?.text ?? '', returns: returned(statement) }];
      if (
        ts.isInterfaceDeclaration(statement) ||
        ts.isTypeAliasDeclaration(statement) ||
        ts.isClassDeclaration(statement)
      )
        return [{ path, name: statement.name?.text ?? '', returns: null }];
      return [];
    });
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  return modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

function returned({ type }: ts.SignatureDeclaration): string {
  return type?.getText().replace(/\s+/g, ' ') ?? '';
}
