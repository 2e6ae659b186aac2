import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { freeHits } from "@/lib/casework/references/reading/free";
import { platformIn } from "@/lib/casework/references/reading/issuer";
import type { Law } from "@/lib/law/jurisdictions/rules";
import type { ReferenceKind } from "@/lib/law/jurisdictions/types";
import { maskOthers } from "@/lib/operations/exports/mask-others";
import { requestChecks } from "@/lib/packets/packets/preflight/request-checks";
import { maskProtected } from "@/lib/packets/packets/snapshot/mask-protected";
import { nameShapes } from "@/lib/packets/packets/snapshot/name-shapes";
import { FoldedText } from "@/lib/platform/text/fold-text";
import { quoted } from "@/lib/platform/text/text";

/** Names as people and strangers type them, each with something that a pattern would take for an order. */
const names = [
  "Jo (Jay) O'Neil",
  "Ann [the tall] Bee",
  "a+b c++",
  "x*y*z*",
  ".* .* .*",
  "^Kim$ Lee$",
  "Lee|Kim|",
  "{1,2} Tan{3}",
  "back\\slash\\d+",
  "(?<open> (a+)+b",
  "what? who??",
  "$& $1 $` paid",
  "[^a-z] \\p{L}",
  "((((((",
];

/** A text that each of these names would match if it were a pattern, and that holds none of them. */
const plain = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa xyz Kim Lee abc 123 slash9 Anne the Bee, who wrote to nobody.";

describe("a name with signs of patterns in it", () => {
  test.each(names)("%s is that name for the mask of a packet, and nothing else", (name) => {
    const mask = maskProtected([{ kind: "name", value: name }], { client: "C-1 $& $1", witnesses: null });
    expect(mask(`then ${name} came`)).toBe("then C-1 $& $1 came");
    expect(mask(plain)).toBe(plain);
  });

  test.each(names)("%s is that name for the mask of a client's folder", (name) => {
    const { text } = maskOthers([{ value: name, word: "him $&" }], []);
    expect(text(`then ${name} came`)).toBe("then [him $&] came");
    expect(text(plain)).toBe(plain);
  });

  test.each(names)("%s is looked for in a packet by its letters, and ends no search", (name) => {
    const shapes = nameShapes(name);
    const found = (text: string) => shapes.filter((shape) => shape.isIn(new FoldedText(text)));
    expect(found("wholly other words")).toEqual([]);
    expect(found(`then ${name} came`).some((shape) => shape.level === "whole")).toBe(
      (name.match(/\p{L}/gu)?.length ?? 0) >= 3,
    );
  });

  test.each(names)("%s is that name as a receiver that takes no such complaint", (name) => {
    const snapshot = { receivers: [{ role: "police", name: plain }] };
    type Check = (typeof requestChecks)["receiver_fits"];
    const [facts, asked] = [{ snapshot }, { avoid: [name] }] as unknown as Parameters<Check>;
    expect(requestChecks.receiver_fits(facts, asked)).toMatchObject({ result: "pass" });
  });

  test.each(names)("%s is that name as a platform or a word before a number that the law knows", (name) => {
    const law = { platforms: [{ key: "odd", name }] } as unknown as Law;
    expect(platformIn(plain, law)).toBeNull();
    const kinds = [{ key: "odd", words: [name], parser: { shape: "free" } }] as unknown as ReferenceKind[];
    expect(freeHits(`${plain} 123456`, kinds)).toEqual([]);
    expect(platformIn(`from ${name}, today`, law)).toBe(/ or | and /.test(name) ? null : name);
  });

  test("is matched by itself alone, and by nothing that it would order", () => {
    for (const name of names) {
      expect(new RegExp(`^${quoted(name)}$`, "u").exec(name)?.[0]).toBe(name);
      expect(names.filter((other) => new RegExp(`^${quoted(name)}$`, "u").test(other))).toEqual([name]);
    }
  });
});

/** Patterns that are made of no text of people: of our own words, of letters and digits alone, or by whoever runs it. */
const others = [
  "lib/evidence/exhibits/calls-home.ts",
  "lib/casework/incidents/rules.ts",
  "lib/law/jurisdictions/common/local-words.ts",
  "lib/law/jurisdictions/common/office-words.ts",
  "lib/packets/packets/sections/words.ts",
  "lib/packets/packets/snapshot/name-shapes.ts",
  "lib/platform/crypto/crypto.ts",
  "lib/platform/sandbox/answer.ts",
  "lib/platform/sandbox/child-chat-stamp.mjs",
  "lib/platform/sandbox/child-text.mjs",
  "lib/platform/text/typed-dates.ts",
  "lib/casework/references/reading/announce.ts",
  "lib/casework/references/reading/bantu-numbers.ts",
  "lib/casework/references/reading/corrections.ts",
  "lib/casework/references/reading/dates.ts",
  "lib/casework/references/reading/listed-station.ts",
  "lib/casework/references/reading/standing.ts",
  // Codes of acts and exhibits, pronouns, and a class of characters: fixed words of ours.
  "lib/packets/packets/drafting/ask-choices.ts",
  "lib/packets/packets/letters/say-without-codes.ts",
  "lib/packets/packets/snapshot/hints.ts",
  "lib/platform/sandbox/child-form.mjs",
  "lib/platform/sandbox/child-ocr.mjs",
  "lib/platform/sandbox/clean-form.ts",
  "lib/platform/sandbox/read-picture-words.ts",
  "lib/escalation/incoming-mail/rules.ts",
];

test("every place that makes a pattern of a text quotes it, or is known to need no quoting", () => {
  const making = globSync(["{app,lib,db,bin}/**/*.{ts,tsx,mjs}", "*.ts"]).filter((path) =>
    /\bRegExp\(/.test(readFileSync(path, "utf8")),
  );
  expect(making.length).toBeGreaterThan(12);
  expect(making.filter((path) => !/\bquoted\(|map\(quoted\)/.test(readFileSync(path, "utf8"))).toSorted()).toEqual(
    others.toSorted(),
  );
});
