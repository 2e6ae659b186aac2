import { describe, expect, test } from "vitest";
import { nextCheck, platformPages, readAnswer, readHost, requestOf } from "@/lib/escalation/checks/rules";
import { standingOf } from "@/lib/escalation/takedowns/rules";
import type { Entry } from "@/lib/escalation/takedowns/types";
import { houseLaw } from "@/lib/law/jurisdictions/house-law";
import { addHours } from "@/lib/platform/time/clock";

const hosts = ["www.youtube.com", "posts.example"];
const asked = (address: string) => {
  const request = requestOf(address, hosts);
  return "url" in request ? request.url.href : request.why;
};

test("every platform of the data is one of the law, each host once, and each rule can be read", () => {
  const known = houseLaw.platforms.map(({ key }) => key);
  for (const { key, rules, id } of platformPages) {
    expect(known).toContain(key);
    for (const pattern of [id, ...rules.flatMap(({ all }) => all)]) expect(() => new RegExp(pattern)).not.toThrow();
  }
  const all = platformPages.flatMap((pages) => pages.hosts);
  expect(new Set(all).size).toBe(all.length);
  expect(all.map(readHost)).toEqual(all);
});

test.each([
  ["www.Example.org", "www.example.org"],
  ["https://example.org/", "example.org"],
  ["пример.рф", "xn--e1afmkfd.xn--p1ai"],
  ["127.0.0.1", null],
  ["2130706433", null],
  ["0x7f.1", null],
  ["[::1]", null],
  ["localhost", null],
  ["database.internal", null],
  ["printer.local", null],
  ["example.org:8443", null],
  ["user@example.org", null],
  ["example.org.", null],
  ["example.org/path", null],
  ["*.example.org", null],
  ["example", null],
])("a site that is typed as %s is read as %s", (typed, host) => {
  expect(readHost(typed)).toBe(host);
});

test.each([
  ["https://posts.example/p/1#here", "https://posts.example/p/1"],
  ["http://posts.example/p/1", "https://posts.example/p/1"],
  ["posts.example/p/1", "https://posts.example/p/1"],
  ["https://posts.example/p?id=7&fbclid=abc&utm_source=x", "https://posts.example/p?id=7"],
  ["https://www.youtube.com/watch?v=abcdefghijk&si=who&list=9", "https://www.youtube.com/watch?v=abcdefghijk"],
  ["https://POSTS.example/p/1", "https://posts.example/p/1"],
  ["https://posts.example:443/p", "https://posts.example/p"],
  ["https://posts.example:8443/p", "odd_address"],
  ["https://me:pw@posts.example/p", "odd_address"],
  ["https://posts.example@127.0.0.1/p", "odd_address"],
  ["https://posts.example\\@127.0.0.1/p", "odd_address"],
  ["https://posts.example.evil.example/p", "not_listed"],
  ["https://posts.example./p", "not_listed"],
  ["https://ｐosts.example/p", "https://posts.example/p"],
  ["https://рosts.example/p", "not_listed"],
  ["https://2130706433/p", "not_listed"],
  ["https://[::ffff:127.0.0.1]/p", "not_listed"],
  ["file:///etc/passwd", "odd_address"],
  ["ftp://posts.example/p", "odd_address"],
  ["javascript:alert(1)", "odd_address"],
  ["https://posts.example/p\r\nHost: evil", "odd_address"],
  ["", "no_address"],
])("%s is asked for as %s", (address, request) => {
  expect(asked(address)).toBe(request);
});

test("a name that ends like one on the list is not on it", () => {
  expect(asked("https://xposts.example/p")).toBe("not_listed");
  expect(asked("https://a.posts.example/p")).toBe("not_listed");
});

const post = new URL("https://posts.example/p/1");
const video = new URL("https://www.youtube.com/watch?v=abcdefghijk");
const itself = '<head><link rel="canonical" href="https://posts.example/p/1/"></head>';
const says = (status: number, body: string | null, at = post, from = at) =>
  readAnswer(from, at, { status, body }).found;

describe("what an answer says", () => {
  test.each([
    ["a page that names itself", 200, itself, "up"],
    ["a page that names another", 200, itself.replace("/p/1/", "/"), "unclear"],
    ["an empty page", 200, "", "unclear"],
    ["gone for good", 410, "<h1>Gone</h1>", "gone"],
    ["not found", 404, "<h1>Not found</h1>", "unclear"],
    ["not found, with the post still there", 404, itself, "unclear"],
    ["forbidden", 403, "", "unclear"],
    ["too many questions", 429, "", "unclear"],
    ["broken", 503, itself, "unclear"],
    ["withheld here", 451, "", "unclear"],
    ["sign in", 401, "", "sign_in"],
  ])("%s", (_, status, body, found) => {
    expect(says(status, body)).toBe(found);
  });

  test("that it is gone for good, with the post still there, says nothing", () => {
    expect(says(410, itself)).toBe("unclear");
  });

  test("of a platform its rules decide, and two that contradict each other nothing", () => {
    const plays = '"playabilityStatus":{"status":"OK"},"videoId":"abcdefghijk"';
    const removed = '"playabilityStatus":{"status":"ERROR"},"simpleText":"This video has been removed by the uploader"';
    expect(says(200, plays, video)).toBe("up");
    expect(says(200, plays.replace("abcdefghijk", "other-video"), video)).toBe("unclear");
    expect(says(200, removed, video)).toBe("gone");
    expect(says(200, plays + removed, video)).toBe("unclear");
    expect(says(410, plays, video)).toBe("unclear");
    expect(says(200, `${removed}<meta property="og:url" content="${video.href}">`, video)).toBe("unclear");
    expect(says(200, '"playabilityStatus":{"status":"LOGIN_REQUIRED"', video)).toBe("sign_in");
    // A page that its script fills in: that it names itself says nothing.
    expect(says(200, `<link rel=canonical href="${video.href}">`, video)).toBe("unclear");
  });

  test("an answer of another address says nothing of the one that led there", () => {
    expect(says(410, "", new URL("https://posts.example/home"), post)).toBe("unclear");
    expect(says(401, "", new URL("https://posts.example/home"), post)).toBe("unclear");
  });

  test("is read in time, whatever it is", () => {
    const began = performance.now();
    says(200, `${"<link ".repeat(200_000)}${"<meta content='".repeat(100_000)}`);
    says(200, '"playabilityStatus":{"status":"ERROR"'.repeat(50_000), video);
    expect(performance.now() - began).toBeLessThan(1_500);
  });
});

describe("when an address is looked at next", () => {
  const zone = "Africa/Johannesburg";
  const at = new Date("2026-11-10T08:00:00Z");
  const entry = (event: Entry["event"], happenedOn: string, more: Partial<Entry> = {}): Entry => ({
    event,
    happenedOn,
    route: null,
    happenedAt: null,
    appealBy: null,
    referenceId: null,
    ...more,
  });
  const hoursUntil = (entries: Entry[], more: { lastCheckAt?: Date | null; unclear?: number; now?: Date } = {}) => {
    const { lastCheckAt = at, unclear = 0, now = at } = more;
    const clocked = { standing: standingOf(entries), lastCheckAt, unclear, noticeHours: 48, zone, now };
    return Math.round((nextCheck(clocked, 0.5).getTime() - at.getTime()) / 360_000) / 10;
  };
  const notice = entry("reported", "2026-11-10", { route: "take_it_down", happenedAt: at });

  test.each([
    ["never looked at", hoursUntil([], { lastCheckAt: null }), 0],
    ["while the 48 hours run", hoursUntil([notice]), 6],
    ["when they end", hoursUntil([notice], { lastCheckAt: addHours(at, 45), now: addHours(at, 45) }), 48.1],
    ["after them", hoursUntil([notice], { lastCheckAt: addHours(at, 50), now: addHours(at, 50) }), 74],
    ["reported", hoursUntil([entry("reported", "2026-11-09")]), 24],
    ["reported long ago", hoursUntil([entry("reported", "2026-08-01")]), 168],
    ["not reported yet", hoursUntil([]), 72],
    ["just gone", hoursUntil([entry("seen_gone", "2026-11-09")]), 24],
    ["gone for months", hoursUntil([entry("seen_gone", "2026-08-01")]), 720],
    ["never anything certain", hoursUntil([entry("reported", "2026-11-09")], { unclear: 9 }), 96],
  ])("%s", (_, hours, expected) => {
    expect(hours).toBe(expected);
  });
});
