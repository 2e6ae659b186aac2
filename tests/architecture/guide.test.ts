import { globSync, readdirSync, readFileSync } from "node:fs";
import { Marked, type Token } from "marked";
import { describe, expect, test } from "vitest";
import { linksOf, parseContents, parsePage } from "@/lib/operations/guide/rules";
import { guideReaders } from "@/lib/operations/guide/types";

const folder = "docs/guide";
const read = (name: string) => readFileSync(`${folder}/${name}.md`, "utf8");
const names = readdirSync(folder).flatMap((file) => (file.endsWith(".md") ? [file.slice(0, -3)] : []));
const pages = names.filter((name) => name !== "README").map((name) => parsePage(name, read(name)));
const contents = parseContents(read("README"));

/** Every token of a page, also those inside others. */
function tokensOf(source: string): Token[] {
  const all: Token[] = [];
  const markdown = new Marked();
  markdown.walkTokens(markdown.lexer(source), (token) => {
    all.push(token);
  });
  return all;
}
const kinds = (name: string, kind: string) => tokensOf(read(name)).filter(({ type }) => type === kind);

describe("the user's guide", () => {
  test("lists each page once, under who needs it", () => {
    const listed = contents.flatMap((group) => group.names);
    expect(listed.toSorted()).toEqual(pages.map(({ name }) => name).toSorted());
    expect(contents.map(({ title }) => title)).toEqual([
      "Everybody",
      "Caseworker",
      "Supervisor",
      "Police liaison",
      "Administrator",
      "Client",
    ]);
    expect(contents).toHaveLength(guideReaders.length);
  });

  test("calls each page in the contents what it calls itself", () => {
    const wrong = kinds("README", "link").filter(({ raw }) => {
      const [, text, name] = /^\[(.+)\]\((.+)\.md\)$/.exec(raw) ?? [];
      return pages.find((page) => page.name === name)?.title !== text;
    });
    expect(wrong.map(({ raw }) => raw)).toEqual([]);
  });

  test("says in bold only what a screen says", () => {
    const ofScreens = new Set(Object.keys(JSON.parse(readFileSync("messages/en.json", "utf8"))));
    const ofClients = readFileSync("lib/client/wording/languages/en.ts", "utf8");
    const unknown = names.flatMap((name) =>
      kinds(name, "strong").flatMap((token) => {
        const said = "text" in token ? String(token.text) : "";
        return ofScreens.has(said) || ofClients.includes(`"${said}"`) ? [] : [`${name}: ${said}`];
      }),
    );
    expect(unknown).toEqual([]);
  });

  test("leads only to its own pages and pictures, and uses every picture", () => {
    const kept = readdirSync(`${folder}/pictures`);
    const links = pages.flatMap(({ name, blocks }) => linksOf(blocks).map((to) => [name, to] as const));
    expect(links.filter(([, to]) => !names.includes(to)).map((pair) => pair.join(" leads to "))).toEqual([]);
    const elsewhere = names.flatMap((name) => kinds(name, "link").filter(({ raw }) => !/\]\([a-z-]+\.md\)$/.test(raw)));
    expect(elsewhere.map(({ raw }) => raw)).toEqual([]);
    const shown = pages.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "picture" ? [block] : [])));
    expect([...new Set(shown.map(({ name }) => name))].toSorted()).toEqual(kept.toSorted());
    expect(shown.filter(({ shows }) => shows.length < 8)).toEqual([]);
    expect(names.flatMap((name) => kinds(name, "image"))).toHaveLength(shown.length);
  });

  test("is written in what the product can draw", () => {
    const drawn = "heading paragraph text list list_item strong em codespan link image space escape".split(" ");
    const odd = names.flatMap((name) => tokensOf(read(name)).filter(({ type }) => !drawn.includes(type)));
    expect(odd.map(({ type, raw }) => `${type}: ${raw}`)).toEqual([]);
  });

  test("has short pages that begin with what somebody wants", () => {
    expect(pages.filter(({ name }) => read(name).split("\n").length > 45).map(({ name }) => name)).toEqual([]);
    expect(pages.filter(({ about, title }) => about.length < 20 || title.length < 5).map(({ name }) => name)).toEqual(
      [],
    );
  });

  test("has the pages to which the screens lead", () => {
    const asked = globSync("app/**/*.tsx").flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/\bguide="([^"]+)"/g)].map(([, name = ""]) => name),
    );
    expect(asked.length).toBeGreaterThan(40);
    expect(asked.filter((name) => !names.includes(name))).toEqual([]);
  });
});

describe("the reader of a page", () => {
  test("passes on no HTML, and no address outside the guide", () => {
    const { blocks, about } = parsePage(
      "x",
      "# T\n\nA <b onclick=x>bold</b> [word](https://example.org) [two](b.md)\n\n<script>1</script>\n",
    );
    expect(about).toBe("A bold word two");
    expect(linksOf(blocks)).toEqual(["b"]);
    expect(JSON.stringify(blocks)).not.toMatch(/script|onclick|example/);
  });
});
