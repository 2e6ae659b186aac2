import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Platform, platformOf, readByRules } from "@/extension/src/platforms";
import { imitated } from "@/tests/fixtures/imitated-pages";

const platforms = JSON.parse(readFileSync("extension/platforms.json", "utf8")) as Platform[];
const read = (address: string, source = "") => readByRules(address, source, platforms);

describe("what a page holds of its account and post", () => {
  test.each(imitated)("$name", ({ address, source, found }) => {
    expect(read(address, source)).toEqual(found);
  });

  test("of a page that shows several accounts none is taken, and the rest stays", () => {
    const source = '<script>{"authorId":"6812345678901"}{"authorId":"6898765432109"}</script>';
    expect(read("https://www.tiktok.com/@quiet.harbour/video/7300000000000000001", source)).toMatchObject({
      accountId: null,
      handle: "quiet.harbour",
      postId: "7300000000000000001",
    });
  });

  test("a page of another host is of no platform, whatever it calls itself and whatever it holds", () => {
    const nothing = { platform: null, accountId: null, handle: null, postId: null };
    for (const address of [
      "https://instagram.com.bad.example/p/ABCDEFG",
      "https://notx.com/a/status/1",
      "about:blank",
      "x",
    ])
      expect(read(address, '"profile_id":"4471234567"'), address).toEqual(nothing);
    expect(platformOf("https://m.facebook.com/x", platforms)?.key).toBe("facebook");
  });

  test("megabytes that are made to slow a pattern down are read in a moment", () => {
    const began = process.cpuUsage();
    const parts = [
      '"id":"123456",'.repeat(200_000),
      '"rest_id":"1"'.repeat(100_000),
      'data-testid="UserProfileSchema-test"'.repeat(80_000),
    ];
    for (const address of [
      "https://x.com/quiet/status/1",
      "https://www.tiktok.com/@a",
      "https://www.youtube.com/@abc",
      "https://facebook.com/quiet.harbour",
      "https://instagram.com/quiet",
    ])
      for (const source of parts) read(address, source);
    const used = process.cpuUsage(began);
    expect((used.user + used.system) / 1e6).toBeLessThan(20);
  });

  test("every platform says its limits, and is one of those that the law data names", () => {
    for (const { key, limits, source, rules, hosts } of platforms) {
      expect(source.length, key).toBeGreaterThan(20);
      expect(limits.length, key).toBeGreaterThan(40);
      expect(hosts.length, key).toBeGreaterThan(0);
      for (const { pattern } of rules) expect(() => new RegExp(pattern.replace(/\{\w+\}/g, "a")), key).not.toThrow();
    }
    expect(platforms.map(({ key }) => key)).toEqual(["x", "facebook", "instagram", "tiktok", "youtube"]);
  });
});
