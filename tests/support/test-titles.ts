import { existsSync, readFileSync } from "node:fs";

/** `%s`, `$name` and `${name}` of a title stand for anything. */
const placeholder = /\$\{[^}]*\}|\$[a-z_][\w.]*|%[sdifjoO#]/gi;

/** A regular expression for the names that a title stands for. */
export function titlePattern(title: string): string {
  const pieces = title.split(placeholder);
  return pieces.map((piece) => piece.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("[^]*");
}

export function isTitled(title: string, name: string): boolean {
  return title === name || new RegExp(`^${titlePattern(title)}$`).test(name);
}

/** True for a file, or for a test: `file > group > name`, each name written in that file. */
export function isThere(id: string): boolean {
  const [file = "", ...names] = id.split(" > ");
  return existsSync(file) && names.every((name) => titlesIn(file).some((title) => isTitled(title, name)));
}

const known = new Map<string, string[]>();

/** The titles of groups and tests: the first text of `test(`, and of what a table of tests is given to. */
function titlesIn(file: string): string[] {
  const found =
    known.get(file) ?? [...readFileSync(file, "utf8").matchAll(opening)].map(([, , text = ""]) => plain(text));
  known.set(file, found);
  return found;
}

const opening = /(?:\b(?:test|it|describe)(?:\.\w+)*|\))\(\s*(?=(["'`])((?:\\.|(?!\1)[^\\])*)\1)/g;
const plain = (text: string) => text.replaceAll(/\\(["'`\\])/g, "$1");
