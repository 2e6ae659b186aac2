import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { inRoot } from "./paths.mjs";

const isClient = (source) => /^"use client";/m.test(source.slice(0, 300));
const isServer = (source) => /^"use server";/m.test(source.slice(0, 300));
const imported = /^(?:import|export)\s(?!type\b)[^;]*?from\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm;

function fileOf(from, name) {
  const path = name.startsWith("@/") ? name.slice(2) : name.startsWith(".") ? join(dirname(from), name) : null;
  return path && [`${path}.ts`, `${path}.tsx`].find((file) => existsSync(inRoot(file)));
}

/**
 * Of the modules at these paths those that browsers load: the client's, and what they import, at once or later. Actions
 * stay on the server.
 * @param {readonly string[]} paths
 * @returns {string[]}
 */
export function browserModules(paths) {
  const sources = new Map(paths.map((path) => [path, readFileSync(inRoot(path), "utf8")]));
  const open = paths.filter((path) => isClient(sources.get(path)));
  const found = new Set(open);
  for (let path = open.pop(); path; path = open.pop()) {
    for (const [, name, later] of sources.get(path).matchAll(imported)) {
      const file = fileOf(path, name ?? later);
      if (!file || found.has(file) || !sources.has(file) || isServer(sources.get(file))) continue;
      found.add(file);
      open.push(file);
    }
  }
  return [...found];
}
