import * as fc from "fast-check";

/** Texts that some reader somewhere stumbled over: ends of words, of numbers, of alphabets and of patience. */
const stumbles = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\u202e\u0627",
  "\ud800",
  "\udfff\ud800",
  "\ufeff",
  "a\r\nb: c",
  "%00",
  "%E0%A4%A",
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "constructor.prototype.polluted",
  "then",
  "__proto__.polluted",
  "__proto__[polluted]",
  "0",
  "-0",
  "-1",
  "1e309",
  "NaN",
  "Infinity",
  "0x1f",
  "1_000",
  "٣",
  "9007199254740993",
  "2147483648",
  "-2147483649",
  "9223372036854775808",
  "1".repeat(400),
  "0".repeat(40),
  "2026-02-30",
  "0000-00-00",
  "0001-01-01",
  "9999-12-31",
  "10000-01-01",
  "-2026-01-01",
  "2026-11-24T25:61",
  "24:00",
  "2026-11-24T11:40",
  "0099-12-31T23:59",
  "275760-09-13T00:00",
  "Europe/../../etc",
  "Etc/GMT+99",
  "UTC",
  "GMT0",
  "null",
  "undefined",
  "true",
  "[]",
  "{}",
  '{"__proto__":{"polluted":1}}',
  "[".repeat(3000),
  '{"a":'.repeat(2000),
  "../../etc/passwd",
  "..\\..\\",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "http://[::1",
  "//elsewhere.example",
  "' or '1'='1",
  "'; drop table x; --",
  "#{7*7}",
  "{{7*7}}",
  "<svg onload=a()>",
  "$(id)",
  "=1+1",
  "|",
  ";",
  "x".repeat(5000),
  "é".repeat(3000),
  "\u0301".repeat(2000),
  "a ".repeat(4000),
  "1-".repeat(3000),
  "@".repeat(3000),
  "a@b",
  "a@".repeat(500),
  `${"a".repeat(64)}@${"b.".repeat(120)}example`,
  "+27 82 000 0000",
  "+".repeat(50),
  "()",
  "v1..",
  "v1.AAAAAAAAAAAAAAAA.AAAAAAA",
  "v1.a.b.c",
  "v2.x.y",
  `v1.${"A".repeat(16)}.${"A".repeat(22)}`,
  "bytes=0-",
  "bytes=-0",
  "bytes=9-1",
  "bytes=0-1,2-3",
  "bytes=99999999999999999999-",
  "bytes=a-b",
  "CAS 123/11/2026",
  "CAS 0/0/0",
  "CAS 999999999/99/9999",
  "SAPS Sandton CAS 1/2/2026 ".repeat(200),
  "IC3 I2611241140",
  "1.2.3.4",
  "::ffff:1.2.3.4",
  "[::1]:443",
  "fe80::1%eth0",
  "1.2.3.4:99999",
  ",,,",
  "::::",
  "999.1.1.1",
  "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
  "-----BEGIN PRIVATE KEY-----",
  "AGE-SECRET-KEY-1",
  "00000000-0000-0000-0000-000000000000",
  "ffffffff-ffff-ffff-ffff-ffffffffffff",
  "019a0000-0000-7000-8000-00000000000g",
] as const;

const stumble = fc.constantFrom<string[]>(...stumbles);

/** Any sign but half of a pair. The library's own way to say so makes a list of all million of them first. */
const codePoint = fc
  .nat({ max: 0x10ffff - 0x800 })
  .map((point) => String.fromCodePoint(point < 0xd800 ? point : point + 0x800));

/** Any text: what stumbles, bits of it joined, and whatever signs and sixteen-bit units there are. */
export const badText: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: stumble, weight: 4 },
  { arbitrary: fc.array(codePoint, { maxLength: 40 }).map((all) => all.join("")), weight: 3 },
  { arbitrary: fc.string({ unit: "grapheme-ascii", maxLength: 60 }), weight: 2 },
  { arbitrary: fc.tuple(stumble, fc.string({ maxLength: 12 }), stumble).map((parts) => parts.join("")), weight: 2 },
  {
    arbitrary: fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
      .map((all) => String.fromCharCode(...all)),
    weight: 1,
  },
);

/** `{"__proto__": …}` as JSON makes it: a key of its own, and not the prototype. */
const polluting = [
  '{"__proto__":{"polluted":"yes"}}',
  '{"constructor":{"prototype":{"polluted":"yes"}}}',
  '{"a":{"__proto__":{"polluted":"yes"}},"__proto__":[]}',
  '[{"__proto__":{"polluted":"yes"}}]',
  '{"then":"no promise"}',
];

const deep = (levels: number): unknown =>
  Array.from({ length: levels }).reduce((inner) => ({ inner }), "end" as unknown);

/** Made again for each use, since who reads one may not change it for the next. */
const oddities: (() => unknown)[] = [
  ...[null, undefined, true, false, 0, -0, -1, 1.5, 2 ** 31, 2 ** 53, 1e308, Number.NaN, Number.POSITIVE_INFINITY].map(
    (value) => () => value,
  ),
  ...polluting.map((text) => () => JSON.parse(text) as unknown),
  () => [],
  () => ({}),
  () => [[]],
  () => [null],
  () => Object.create(null) as unknown,
  () => new Date(Number.NaN),
  () => deep(500),
  () => Array.from({ length: 3000 }, () => "x"),
  () => 10n,
  () => new Map(),
  () => new Uint8Array(3),
  () => new File(["x"], "a.txt"),
  () => ({ toString: "no function" }),
  () => ({ length: 3 }),
  () => Symbol("odd"),
  () => ({ toJSON: 1 }),
  () => new Error("x"),
  () => /x/,
];

/** Whatever a body, a form or a job could hold in the place of what was wanted. */
export const badValue: fc.Arbitrary<unknown> = fc.oneof(
  { arbitrary: badText, weight: 6 },
  { arbitrary: fc.constantFrom(...oddities).map((make) => make()), weight: 4 },
  { arbitrary: fc.double(), weight: 1 },
  { arbitrary: fc.array(fc.constantFrom<string[]>(...stumbles), { maxLength: 4 }), weight: 1 },
);

/** Names of fields that want to be something else. */
export const badName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom("__proto__", "constructor", "prototype", "hasOwnProperty", "toString", "$ACTION_ID", "a.__proto__.b"),
  fc.constantFrom("accounts.0.__proto__.x", "constructor.prototype.polluted", "0", "", ".", "...", "a..b", "rows.x"),
  fc.constant(`${"a.".repeat(20_000)}a`),
  fc.string({ maxLength: 12 }),
  fc
    .array(fc.constantFrom("a", "0", "1", "accounts", "__proto__", "text", "asks", "A1"), { maxLength: 30 })
    .map((all) => all.join(".")),
);
