import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import * as fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { badBytes, byteReaders, fileReaders } from "../../support/bad-input/byte-readers";
import { badForm, formReaders } from "../../support/bad-input/form-readers";
import { inheritsOddly, pollutedPrototypes } from "../../support/bad-input/prototypes";
import { everySchema, exportedReaders } from "../../support/bad-input/schemas";
import { shaped } from "../../support/bad-input/shaped";
import { slowTextReaders, textReaders } from "../../support/bad-input/text-readers";
import { badText, badValue } from "../../support/bad-input/values";
import { ownWork } from "../../support/own-work";

/** BAD_INPUTS makes it longer; BAD_INPUT_SEED makes it another one. */
const wanted = Number(process.env.BAD_INPUTS ?? 250_000);
const seed = Number(process.env.BAD_INPUT_SEED ?? 20_261_126);
const part = (share: number) => Math.ceil(wanted * share);

let tried = 0;
let slowest = { name: "", ms: 0 };
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** What is still held after everything that can go is gone, in MB. */
function held(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1024 / 1024;
}
let before = 0;

/** One try: whatever it throws must be one of its own refusals, and it is not to hang over any input. */
function attempt(name: string, act: () => unknown, says: readonly (new (...args: never[]) => Error)[] = []): void {
  tried += 1;
  const spent = ownWork();
  try {
    expect(inheritsOddly(act())).toBe(false);
  } catch (error) {
    if (error instanceof RangeError || !says.some((say) => error instanceof say)) throw error;
  }
  const ms = spent();
  if (ms > slowest.ms) slowest = { name, ms };
}

function check<T>(arbitrary: fc.Arbitrary<T>, numRuns: number, act: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, act), { seed, numRuns });
}

afterEach(() => {
  expect(pollutedPrototypes()).toEqual([]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

describe("bad input", () => {
  test("every schema of the product takes it or says what is wrong, and never throws", {
    timeout: 120_000,
  }, async () => {
    const { all, files, empty } = await everySchema();
    before = held();
    expect([files.length > 50, empty]).toEqual([true, []]);
    const runs = Math.ceil(part(0.5) / all.length);
    for (const { name, schema } of all) {
      const input = fc.oneof({ arbitrary: shaped(schema), weight: 9 }, { arbitrary: badValue, weight: 1 });
      check(input, runs, (value) => {
        attempt(name, () => {
          const read = schema.safeParse(value);
          return read.success ? read.data : read.error.issues.map(({ path }) => path.join("."));
        });
      });
    }
  });

  test("every reader of headers, cookies, addresses, codes, numbers and settings", { timeout: 120_000 }, () => {
    const runs = Math.ceil(part(0.36) / textReaders.length);
    for (const { name, read, says } of textReaders)
      check(badText, runs, (text) => attempt(name, () => read(text), says));
    const fewer = Math.ceil(part(0.01) / slowTextReaders.length);
    for (const { name, read, says } of slowTextReaders) {
      check(badText, fewer, (text) => attempt(name, () => read(text), says));
    }
  });

  test("every reader of forms and of what stands behind the question mark", { timeout: 120_000 }, () => {
    const runs = Math.ceil(part(0.08) / formReaders.length);
    for (const { name, read } of formReaders) check(badForm, runs, (form) => attempt(name, () => read(form)));
  });

  test("every reader of certificates, tokens, signatures, sealed files and pictures", { timeout: 120_000 }, () => {
    const runs = Math.ceil(part(0.05) / byteReaders.length);
    const bytes = badBytes();
    for (const { name, read, says } of byteReaders)
      check(bytes, runs, (input) => attempt(name, () => read(input), says));
  });

  test("lists and chats end with their last frame", { timeout: 120_000 }, async () => {
    const bytes = badBytes();
    for (const { name, read } of fileReaders) {
      await fc.assert(
        fc.asyncProperty(bytes, async (input) => {
          tried += 1;
          const frames = await read(input);
          expect(Object.keys(frames.at(-1) as object), name).toEqual([name === "a list" ? "sheet" : "chat"]);
        }),
        { seed, numRuns: part(0.005) },
      );
    }
  });

  test("so many were tried, none held it up, and memory stayed bounded", () => {
    expect(tried).toBeGreaterThanOrEqual(wanted);
    expect(slowest.ms, slowest.name).toBeLessThan(3_000);
    expect(held() - before).toBeLessThan(64);
  });

  test("no function that reads a text, a form or a file was left out", () => {
    const covered = [...textReaders, ...slowTextReaders, ...formReaders, ...byteReaders].map(({ name }) => name);
    const missing = exportedReaders().filter(({ name }) => !covered.includes(name) && !(name in elsewhere));
    expect(missing).toEqual([]);
    expect(Object.keys(elsewhere).filter((name) => !exportedReaders().some((input) => input.name === name))).toEqual(
      [],
    );
  });
});

/** Readers that are not tried above, with the reason. */
const elsewhere: Record<string, string> = {
  readStates: "a file of ours in the data folder",
  readKnown: "a file of ours in the data folder",
  readMailRound: "a file of ours in the data folder",
  parsePage: "pages of ours, each read by tests/architecture/guide.test.ts",
  parseContents: "the contents of ours, read there too",
  parseMessage: "messages of ours, and their translations; tests/unit/platform/language/parse-message",
  readFileWords: "opens what announceFile sealed",
  readInvitation: "asks the database; tests/db/bad-input",
  readInvitationAction: "hands its text to readInvitation",
  readSsoLink: "asks the database; tests/db/auth/sso/sso-links",
  readLawFolder: "reads a folder of whoever runs the server; tests/unit/law/jurisdictions/read-folder",
  readFiles: "reads the files of that folder for it; tests/unit/law/jurisdictions/read-folder",
  readSessionCookie: "has the library open what isOurWay lets in; tests/unit/auth/sessions/session-cookie",
  readWalls: "reads the SQL of the release; tests/db/walls/build-walls",
  readKeptChain: "reads what readSigningChain let in",
  readLanguage: "reads a setting and a file of the release; tests/unit/platform/language/translate",
  readHeadRecords: "reads files that the server itself wrote; tests/db/kernel/anchors",
};
