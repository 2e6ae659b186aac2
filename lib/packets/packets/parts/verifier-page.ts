import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** In dependency order. */
const modules = [
  "sha256",
  "der",
  "cms",
  "read-file",
  "say",
  "check-pdf",
  "check-list",
  "check-papers",
  "originals-note",
  "standing",
  "check-packet",
  "verdict",
  "drop",
  "screen",
];

let made: string | null = null;

/**
 * The offline verifier as one HTML file: no network, its policy names its own script and style by their hashes. It is
 * the same for every packet, so it is generated once per process.
 */
export function verifierPage(): string {
  made ??= makePage();
  return made;
}

function makePage(): string {
  const style = sourceOf("style.css").trim();
  const script = `"use strict";\n(() => {\n${modules.map((name) => inlined(sourceOf(`${name}.mjs`))).join("\n")}\n})();`;
  if (/<\/(script|style)/i.test(script + style)) throw new Error("a tag in the verifier would end it too early");
  const parts: Record<string, string> = {
    "script-hash": hashOf(script),
    "style-hash": hashOf(style),
    style,
    script,
  };
  return sourceOf("page.html").replace(
    /\/\*\{(style|script)\}\*\/|\{(style-hash|script-hash)\}/g,
    (_, text, hash) => parts[text ?? hash] ?? "",
  );
}

function sourceOf(name: string): string {
  return readFileSync(
    join(/* turbopackIgnore: true */ process.cwd(), "lib/packets/packets/parts/verifier", name),
    "utf8",
  );
}

/** Modules share one scope in the page: their imports are already there, and nothing is exported. */
function inlined(source: string): string {
  return source
    .replace(/^import [^;]*;\n/gm, "")
    .replace(/^export /gm, "")
    .trim();
}

const hashOf = (text: string): string => `sha256-${createHash("sha256").update(text).digest("base64")}`;
