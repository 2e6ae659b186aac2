import ts from "typescript";

/** One small wrong in a source: `text` in the place of what stands from `from` to `to`. */
export type Mutant = { from: number; to: number; text: string; what: string; line: number };

const turned: Partial<Record<ts.SyntaxKind, string>> = {
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: "!==",
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: "===",
  [ts.SyntaxKind.LessThanToken]: ">=",
  [ts.SyntaxKind.LessThanEqualsToken]: ">",
  [ts.SyntaxKind.GreaterThanToken]: "<=",
  [ts.SyntaxKind.GreaterThanEqualsToken]: "<",
  [ts.SyntaxKind.AmpersandAmpersandToken]: "||",
  [ts.SyntaxKind.BarBarToken]: "&&",
  [ts.SyntaxKind.PlusToken]: "-",
  [ts.SyntaxKind.MinusToken]: "+",
  [ts.SyntaxKind.AsteriskToken]: "+",
  [ts.SyntaxKind.AmpersandToken]: "|",
};

/**
 * What could be wrong with a source: comparisons turned, conditions negated, statements and throws left out, numbers
 * and texts changed.
 */
export function mutantsOf(file: string, source: string): Mutant[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.ESNext, true);
  const found: Mutant[] = [];
  const add = (node: ts.Node, text: string, what: string) => {
    const from = node.getStart(tree);
    found.push({ from, to: node.getEnd(), text, what, line: tree.getLineAndCharacterOfPosition(from).line + 1 });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isBinaryExpression(node)) {
      const other = turned[node.operatorToken.kind];
      if (other) add(node.operatorToken, other, `${node.operatorToken.getText(tree)} is ${other}`);
    }
    if (ts.isIfStatement(node) || ts.isConditionalExpression(node)) {
      const condition = ts.isIfStatement(node) ? node.expression : node.condition;
      add(condition, `!(${condition.getText(tree)})`, "a condition is negated");
    }
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
      add(node, node.operand.getText(tree), "a not is left out");
    }
    if (ts.isThrowStatement(node)) add(node, ";", "a throw is left out");
    if (ts.isExpressionStatement(node)) add(node, ";", "a statement is left out");
    if (ts.isNumericLiteral(node)) add(node, `(${node.text} + 1)`, `${node.text} is one more`);
    if (node.kind === ts.SyntaxKind.TrueKeyword) add(node, "false", "true is false");
    if (node.kind === ts.SyntaxKind.FalseKeyword) add(node, "true", "false is true");
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}
