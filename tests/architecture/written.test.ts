import { globSync } from "node:fs";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { codeOf, type Declared, reach, readModule, readNode, symbolIn } from "./support/read-reach";

const writers = [
  "lib/platform/pdf/write-document.ts#writeDocument",
  "lib/platform/docx/write-docx.ts#writeDocx",
  "lib/platform/docx/write-blocks.ts#writeBlocks",
  "lib/platform/sheets/write-xlsx.ts#writeXlsx",
];

const starts = globSync("lib/**/*.ts").flatMap((path) => readModule(path).handed.map((node) => ({ path, node })));
const printed = reach(starts);

/** Whether a value is made at the start in the language of the start: of messages, of tables of labels, of such values. */
function fixedAtStart(symbol: Declared, seen: readonly Declared[] = []): boolean {
  const code = codeOf(symbol);
  if (!code || seen.includes(symbol) || !ts.isVariableDeclaration(code.node)) return false;
  const { messagesAtOnce, atOnce, calledAtOnce } = readNode(code.node);
  if (messagesAtOnce > 0) return true;
  return [...atOnce].some((name) => {
    const used = symbolIn(code.path, name);
    if (used === null || used === symbol) return false;
    return isTable(used) || (calledAtOnce.has(name) && isMessage(used)) || fixedAtStart(used, [...seen, symbol]);
  });
}

const madeAs = (symbol: Declared): ts.Node | undefined => {
  const node = codeOf(symbol)?.node;
  return node && ts.isVariableDeclaration(node) ? node.initializer : node;
};

function isTable(symbol: Declared): boolean {
  const made = madeAs(symbol);
  return made !== undefined && ts.isCallExpression(made) && made.expression.getText() === "labelTable";
}

/** A function that translates. */
function isMessage(symbol: Declared): boolean {
  const made = madeAs(symbol);
  return made !== undefined && ts.isFunctionLike(made) && readNode(made).messages > 0;
}

describe("what leaves is in its receiver's language", () => {
  test("no label that is printed, sent or kept is translated at the start: labelTable()", () => {
    const fixed = [...printed].filter(([symbol]) => fixedAtStart(symbol));
    expect(fixed.map(([symbol, from]) => `${symbol} by ${from}`).sort()).toEqual([]);
  });

  test("no file that leaves is made outside written()", () => {
    const doors = globSync(["app/**/*.{ts,tsx}", "lib/operations/{worker,demo}/**/*.ts"]).flatMap((path) =>
      [...readModule(path).declared.values()].map((node) => ({ path, node })),
    );
    const inside = reach(doors, "unwritten");
    expect(
      writers.filter((writer) => !printed.has(writer)),
      "is a writer",
    ).toEqual([]);
    expect(writers.flatMap((writer) => inside.get(writer) ?? [])).toEqual([]);
  });
});
