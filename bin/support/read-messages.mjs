import ts from "typescript";
import { pluralMessage } from "../../lib/platform/language/plural-message.ts";

/**
 * The messages of one file, read from its source: what `t()`, `rich()` and `plural()` are called with, and the text that
 * goes to a screen past them.
 * @param {string} path
 * @param {string} source
 * @returns {{ calls: { message: string, given: string[] | null, line: number }[], problems: string[], bare: string[] }}
 * `given`: the names of the values, null where they cannot be seen. `bare`: text in markup and in attributes that people
 * read
 */
export function readMessages(path, source) {
  const file = ts.createSourceFile(
    path,
    source,
    ts.ScriptTarget.Latest,
    true,
    path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const calls = [];
  const problems = [];
  const bare = [];
  const lineOf = (node) => file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
  const at = (node) => `${path}:${lineOf(node)}`;

  const readCall = (node) => {
    const name = node.expression.text;
    const [first, second, third] = node.arguments;
    if (name === "plural") {
      const one = textOf(second);
      if (one === null || (third && textOf(third) === null)) return;
      calls.push({
        message: pluralMessage(one, third ? textOf(third) : `${one}s`),
        given: ["count"],
        line: lineOf(node),
      });
      return;
    }
    const message = textOf(first);
    if (message === null) problems.push(`${at(node)}: ${name}() takes a literal, so that it can be found`);
    else calls.push({ message, given: namesOf(second), line: lineOf(node) });
  };

  const visit = (node) => {
    if (
      ts.isCallExpression(node) &&
      ts.isIdentifier(node.expression) &&
      /^(?:t|rich|plural)$/.test(node.expression.text)
    ) {
      readCall(node);
    }
    if (ts.isJsxText(node) && isText(node.text)) bare.push(`${at(node)}: ${node.text.trim()}`);
    if (ts.isJsxAttribute(node) && readAttributes.has(node.name.getText(file))) {
      const given =
        node.initializer && ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer;
      for (const text of given ? writtenIn(given) : []) bare.push(`${at(node)}: ${text}`);
    }
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent)) {
      for (const text of writtenIn(node.expression)) bare.push(`${at(node)}: ${text}`);
    }
    if (ts.isNewExpression(node) && /^(?:AppError|TooOften)$/.test(node.expression.getText(file))) {
      for (const text of (node.arguments ?? []).slice(1).flatMap(writtenInError)) bare.push(`${at(node)}: ${text}`);
    }
    if (/labels[^/]*\.ts$/.test(path) && ts.isPropertyAssignment(node)) {
      for (const text of writtenIn(node.initializer).filter(isSentence)) bare.push(`${at(node)}: ${text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { calls, problems, bare };
}

/** The attributes whose text is read by people, or read to them. */
const readAttributes = new Set(
  "alt aria-label aria-description title label hint placeholder heading caption legend pendingText empty blank".split(
    " ",
  ),
);

const isText = (text) => /[A-Za-z]{2}/.test(text);

/** In a table of labels: not a key, an icon or a kind. */
const isSentence = (text) => /^[A-Z“].*[a-z]| [a-z]/.test(text);

const textOf = (node) =>
  node && (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) ? node.text : null;

function namesOf(node) {
  if (!node) return [];
  if (!ts.isObjectLiteralExpression(node)) return null;
  if (node.properties.some((property) => !property.name)) return null;
  return node.properties.map((property) => property.name.text);
}

/** A message, or one for each field. */
function writtenInError(node) {
  if (!ts.isObjectLiteralExpression(node)) return writtenIn(node);
  return node.properties.flatMap((property) =>
    ts.isPropertyAssignment(property) ? writtenIn(property.initializer) : [],
  );
}

/** The text that an expression puts on the screen as it stands: through branches and fallbacks, not into calls. */
function writtenIn(node) {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return isText(node.text) ? [node.text] : [];
  if (ts.isTemplateExpression(node)) {
    const words = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(" ");
    return isText(words) ? [words] : [];
  }
  if (ts.isParenthesizedExpression(node)) return writtenIn(node.expression);
  if (ts.isConditionalExpression(node)) return [...writtenIn(node.whenTrue), ...writtenIn(node.whenFalse)];
  if (ts.isBinaryExpression(node) && /^(?:\?\?|\|\||&&|\+)$/.test(node.operatorToken.getText())) {
    return [...(node.operatorToken.getText() === "&&" ? [] : writtenIn(node.left)), ...writtenIn(node.right)];
  }
  return [];
}
