import { readFileSync } from "node:fs";
import { join } from "node:path";

type Pattern = { text: string; parts: string[] };

/** The page or route that an address belongs to, as its folder is called: `/cases/[caseId]`. Never the address. */
export function makeRouteOf(patterns: readonly string[]): (url: string | undefined) => string {
  const plain = new Set(patterns.filter((text) => !text.includes("[")));
  const open = patterns
    .filter((text) => text.includes("["))
    .map((text): Pattern => ({ text, parts: text.split("/") }))
    .sort(byCertainty);
  return (url = "") => {
    const path = url.split(/[?#]/, 1)[0] ?? "";
    if (plain.has(path)) return path;
    if (path.startsWith("/_next/static/")) return "/_next/static";
    const parts = path.split("/", 20);
    return open.find((pattern) => fits(pattern, parts))?.text ?? "other";
  };
}

/** By the manifest of the build in use. Without a build everything is "other". */
export function readRouteOf(folder = process.env.CROSSDOCKET_DIST ?? ".next"): ReturnType<typeof makeRouteOf> {
  try {
    const manifest = readFileSync(join(folder, "app-path-routes-manifest.json"), "utf8");
    return makeRouteOf(Object.values(JSON.parse(manifest) as Record<string, string>));
  } catch {
    return makeRouteOf([]);
  }
}

function fits({ parts }: Pattern, path: readonly string[]): boolean {
  const rest = parts.at(-1)?.startsWith("[...");
  if (rest ? path.length < parts.length : path.length !== parts.length) return false;
  return parts.every((part, at) => (part.startsWith("[") ? path[at] !== "" : part === path[at]));
}

/** As Next decides: a static segment before a dynamic one, and that before a catch-all. */
function byCertainty(a: Pattern, b: Pattern): number {
  const openness = (part = "") => (part.startsWith("[...") ? 2 : part.startsWith("[") ? 1 : 0);
  for (let at = 0; at < Math.max(a.parts.length, b.parts.length); at += 1) {
    const difference = openness(a.parts[at]) - openness(b.parts[at]);
    if (difference !== 0) return difference;
  }
  return b.parts.length - a.parts.length;
}
