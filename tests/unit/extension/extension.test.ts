import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { browserName, deviceName } from "@/extension/src/own-names";
import { originOf } from "@/extension/src/server";
import { isExtensionOrigin } from "@/lib/auth/pairings/rules";

const json = (path: string) => JSON.parse(readFileSync(`extension/${path}`, "utf8"));
const sources = readdirSync("extension/src").map(
  (name) => [name, readFileSync(`extension/src/${name}`, "utf8")] as const,
);

describe("the browser extension", () => {
  test("asks for four permissions and for no site", () => {
    const manifest = json("manifest.json");
    expect(manifest.permissions).toEqual(["activeTab", "scripting", "storage", "pageCapture"]);
    for (const key of [
      "host_permissions",
      "optional_host_permissions",
      "content_scripts",
      "externally_connectable",
      "web_accessible_resources",
    ])
      expect(manifest, key).not.toHaveProperty(key);
    expect(json("manifest.firefox.json").permissions).not.toContain("pageCapture");
  });

  test("sends from one place, without cookies; keeps its token in memory; makes no markup or code of strings", () => {
    for (const [name, text] of sources) {
      const own = text.replace("fetch(chrome.runtime.getURL", "");
      if (name !== "server.ts")
        expect(own, name).not.toMatch(/\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource/);
      expect(text, name).not.toMatch(
        /innerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|storage\.(local|sync)|localStorage/,
      );
    }
    const server = sources.find(([name]) => name === "server.ts")?.[1];
    expect(server).toContain('credentials: "omit"');
    expect(server).toContain('redirect: "error"');
  });

  test("every word on its page is in its messages, in the same words", () => {
    const messages = json("_locales/en/messages.json");
    const shown = [...readFileSync("extension/popup.html", "utf8").matchAll(/data-say="(\w+)"[^>]*>([^<]*)</g)];
    expect(shown.length).toBeGreaterThan(10);
    for (const [, key = "", text] of shown) expect(text, key).toBe(messages[key]?.message);
    const asked = sources.flatMap(([, text]) =>
      [...text.matchAll(/(?:say|says|getMessage)\("(\w+)"/g)].map(([, key]) => key ?? ""),
    );
    for (const key of asked) expect(messages, key).toHaveProperty(key);
  });

  test.each([
    ["cases.example.org", "https://cases.example.org"],
    [" https://cases.example.org/cases ", "https://cases.example.org"],
    ["http://localhost:3000/x", "http://localhost:3000"],
    ["http://cases.example.org", null],
    ["ftp://cases.example.org", null],
    ["", null],
  ])("takes %j as the server %j: never one without encryption", (typed, origin) => {
    expect(originOf(typed)).toBe(origin);
  });

  test("names browser and device as far as they say", () => {
    const brands = [
      { brand: "Not/A)Brand", version: "8" },
      { brand: "Chromium", version: "141" },
      { brand: "Google Chrome", version: "141" },
    ];
    expect(browserName("", { brands })).toBe("Chrome 141");
    expect(browserName("", { brands: brands.slice(0, 2) })).toBe("Chromium 141");
    const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0";
    expect([browserName(firefox, undefined), deviceName(firefox, undefined)]).toEqual(["Firefox 143", "Linux"]);
  });

  test("the server answers to an extension, and to no page that looks like one", () => {
    expect(isExtensionOrigin(`chrome-extension://${"a".repeat(32)}`)).toBe(true);
    expect(isExtensionOrigin("moz-extension://0198f000-0000-4000-8000-00000000aaaa")).toBe(true);
    for (const origin of [
      null,
      "null",
      "https://chrome-extension.example",
      `https://${"a".repeat(32)}`,
      `chrome-extension://${"a".repeat(32)}.example`,
    ])
      expect(isExtensionOrigin(origin)).toBe(false);
  });
});
