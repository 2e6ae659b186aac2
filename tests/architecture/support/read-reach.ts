import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";

/** `path#name` of something declared at the top of a module. */
export type Declared = string;

/**
 * What stands in a piece of code: the names that it uses, those of them that are used at once where it is a value made at
 * the start, the messages that it translates, and whether at the start.
 */
type Read = {
  names: Set<string>;
  atOnce: Set<string>;
  calledAtOnce: Set<string>;
  messages: number;
  messagesAtOnce: number;
};

/** `handed`: what `written()` is given. */
type Module = { imports: Map<string, Declared>; declared: Map<string, ts.Node>; handed: ts.Node[] };

const modules = new Map<string, Module>();
const reads = { whole: new Map<ts.Node, Read>(), unwritten: new Map<ts.Node, Read>() };

/** All of it, or without what `written()` is given. */
type Extent = keyof typeof reads;

function fileOf(from: string, name: string): string | null {
  const path = name.startsWith("@/") ? name.slice(2) : name.startsWith(".") ? join(dirname(from), name) : null;
  if (path === null) return null;
  return [`${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find((candidate) => existsSync(candidate)) ?? null;
}

/** Our tables of the database are no text; what a form answers is a screen's. */
const isOutside = (path: string) => path.startsWith("db/") || /(?:\/input|platform\/fields)\.ts$/.test(path);

export function readModule(path: string): Module {
  const known = modules.get(path);
  if (known) return known;
  const module: Module = { imports: new Map(), declared: new Map(), handed: [] };
  modules.set(path, module);
  const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  for (const statement of file.statements) addStatement(module, path, statement);
  const isOurs = module.imports.get("written") === "lib/platform/language/written.ts#written";
  const visit = (node: ts.Node): void => {
    const isWritten = isOurs && ts.isCallExpression(node) && node.expression.getText(file) === "written";
    if (isWritten && node.arguments[0]) module.handed.push(node.arguments[0]);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return module;
}

function addStatement({ imports, declared }: Module, path: string, statement: ts.Statement): void {
  const from =
    (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) && statement.moduleSpecifier
      ? fileOf(path, (statement.moduleSpecifier as ts.StringLiteral).text)
      : null;
  const add = ({ name, propertyName }: ts.ImportSpecifier | ts.ExportSpecifier) =>
    imports.set(name.text, `${from}#${(propertyName ?? name).text}`);
  if (ts.isImportDeclaration(statement)) {
    const bindings = statement.importClause?.namedBindings;
    if (from && bindings && ts.isNamedImports(bindings) && !statement.importClause?.isTypeOnly) {
      for (const one of bindings.elements) if (!one.isTypeOnly) add(one);
    }
  } else if (ts.isExportDeclaration(statement)) {
    const { exportClause } = statement;
    if (from && exportClause && ts.isNamedExports(exportClause)) for (const one of exportClause.elements) add(one);
  } else if (ts.isVariableStatement(statement)) {
    for (const declaration of statement.declarationList.declarations) {
      for (const name of namesIn(declaration.name)) declared.set(name, declaration);
    }
  } else if ((ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name) {
    declared.set(statement.name.text, statement);
  }
}

const namesIn = (name: ts.BindingName): string[] =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((element) => (ts.isBindingElement(element) ? namesIn(element.name) : []));

export function readNode(node: ts.Node, extent: Extent = "whole"): Read {
  const known = reads[extent].get(node);
  if (known) return known;
  const read: Read = { names: new Set(), atOnce: new Set(), calledAtOnce: new Set(), messages: 0, messagesAtOnce: 0 };
  const visit = (at: ts.Node, later: boolean): void => {
    if (ts.isTypeNode(at)) return;
    if (ts.isNewExpression(at) && /^(?:AppError|TooOften)$/.test(at.expression.getText())) return;
    if (extent === "unwritten" && ts.isCallExpression(at) && at.expression.getText() === "written") return;
    if (ts.isIdentifier(at)) {
      const { parent } = at;
      const isKey = (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) && parent.name === at;
      if (isKey) return;
      if (/^(?:t|plural|rich)$/.test(at.text)) {
        read.messages += 1;
        if (!later) read.messagesAtOnce += 1;
        return;
      }
      read.names.add(at.text);
      if (later) return;
      read.atOnce.add(at.text);
      if (ts.isCallExpression(parent) && parent.expression === at) read.calledAtOnce.add(at.text);
      return;
    }
    ts.forEachChild(at, (child) => visit(child, later || ts.isFunctionLike(at)));
  };
  visit(node, false);
  reads[extent].set(node, read);
  return read;
}

export function symbolIn(path: string, name: string): Declared | null {
  const { imports, declared } = readModule(path);
  return imports.get(name) ?? (declared.has(name) ? `${path}#${name}` : null);
}

/** The code of a symbol, with the file in which it is; null for what is not ours or of no interest. */
export function codeOf(symbol: Declared): { path: string; node: ts.Node } | null {
  const [path, name] = symbol.split("#") as [string, string];
  if (isOutside(path)) return null;
  const { imports, declared } = readModule(path);
  const elsewhere = imports.get(name);
  if (elsewhere) return codeOf(elsewhere);
  const node = declared.get(name);
  return node ? { path, node } : null;
}

/** Everything that a piece of code uses, and what that uses, each with what led to it. */
export function reach(
  starts: readonly { path: string; node: ts.Node }[],
  extent: Extent = "whole",
): Map<Declared, Declared> {
  const found = new Map<Declared, Declared>();
  const open = starts.map(({ path, node }) => ({ path, node, as: path }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { path, node, as } = next;
    for (const name of readNode(node, extent).names) {
      const symbol = symbolIn(path, name);
      const code = symbol && !found.has(symbol) && codeOf(symbol);
      if (!symbol || found.has(symbol)) continue;
      found.set(symbol, as);
      if (code) open.push({ ...code, as: symbol });
    }
  }
  return found;
}
