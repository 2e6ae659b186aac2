import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { sealFirstKey } from "@/db/embedded/seal-first-key";
import { openKek } from "@/db/embedded/sealed-kek";
import { examineKey } from "@/lib/operations/installation/checks/examine-keys";
import { keyPlaceOf } from "@/lib/platform/crypto/key-place";
import { newKek, ringText } from "@/lib/platform/crypto/key-ring-text";
import { findKek, isSealed, openSealedKek, seal } from "../../../bin/support/keks.mjs";
import { keepInKeychain } from "../../../bin/support/keychain.mjs";
import { scratchFolder } from "../../support/files";

const words = "six plain words that nobody wrote";
const folder = await scratchFolder();
const before = { ...process.env };
const names = ["KEK", "KEK_FILE", "KEK_PASSPHRASE_FILE", "CREDENTIALS_DIRECTORY", "KEK_BESIDE_DATA", "PATH"];
let count = 0;

afterEach(() => {
  for (const name of names) delete process.env[name];
  process.env.PATH = before.PATH;
});
afterAll(() => {
  Object.assign(process.env, before);
  return folder.remove();
});

function home(): string {
  count += 1;
  const path = join(folder.path, String(count));
  mkdirSync(join(path, "secrets"), { recursive: true });
  for (const name of names) if (name !== "PATH") delete process.env[name];
  return path;
}

const putPlain = (path: string, kek = newKek()) => {
  writeFileSync(join(path, "secrets/kek"), `${ringText([kek])}\n`, { mode: 0o600 });
  return kek;
};

describe("a first start", () => {
  test("without a source of a key makes none on the disk, and says that none was chosen", async () => {
    const path = home();
    expect(await findKek(path)).toBe("undecided");
    expect(readdirSync(join(path, "secrets"))).toEqual([]);
  });

  test("makes one beside the data only by the setting that says so", async () => {
    const path = home();
    process.env.KEK_BESIDE_DATA = "yes";
    expect(await findKek(path)).toBe("undecided");
    process.env.KEK_BESIDE_DATA = "i-accept-the-risk";
    expect(await findKek(path)).toBe("found");
    expect(existsSync(join(path, "secrets/kek"))).toBe(true);
  });

  test("makes one for the demonstration, whose people are made up", async () => {
    const path = home();
    expect(await findKek(path, { demo: true })).toBe("found");
    expect(existsSync(join(path, "secrets/kek"))).toBe(true);
  });

  test("takes a key of systemd's credentials without being told where they are", async () => {
    const path = home();
    const credentials = home();
    writeFileSync(join(credentials, "kek"), ringText([newKek()]));
    process.env.CREDENTIALS_DIRECTORY = credentials;
    expect(await findKek(path)).toBe("found");
    expect(process.env.KEK_FILE).toBe(join(credentials, "kek"));
    expect(readdirSync(join(path, "secrets"))).toEqual([]);
  });
});

describe("the key of a first run, which is only in memory", () => {
  test("is written down under the passphrase alone, once, and opens by it", async () => {
    const path = home();
    const kek = newKek();
    const given = { dataDir: path, ring: [kek] as const };
    await expect(sealFirstKey({ ...given, passphrase: "short" })).rejects.toThrow(/20/);
    await sealFirstKey({ ...given, passphrase: words });
    expect(readdirSync(join(path, "secrets"))).toEqual(["kek.sealed"]);
    const text = readFileSync(join(path, "secrets/kek.sealed"), "utf8");
    expect(text).not.toContain(ringText([kek]));
    expect((await openKek(text, words)).trim()).toBe(ringText([kek]));
    await expect(sealFirstKey({ ...given, passphrase: `${words} again` })).rejects.toThrow(/already/);
    expect(isSealed(path)).toBe(true);
  });
});

describe("where a key lies", () => {
  test.each([
    ["beside", (path: string) => ({ KEK: putPlain(path) })],
    ["beside", (path: string) => ({ KEK: putPlain(path), KEK_FILE: join(path, "secrets/kek") })],
    ["apart", (_: string) => ({ KEK: newKek() })],
    ["apart", (_: string) => ({ KEK: newKek(), KEK_FILE: "/run/secrets/kek" })],
    ["undecided", (_: string) => ({ KEK: newKek(), KEK_PLACE: "undecided" })],
  ] as const)("%s", (place, make) => {
    const path = home();
    const { KEK, ...rest } = make(path);
    expect(keyPlaceOf({ dataDir: path, root: KEK.id, ...rest })).toBe(place);
  });

  test("sealed, as soon as the first run is over", async () => {
    const path = home();
    const kek = newKek();
    await sealFirstKey({ dataDir: path, ring: [kek], passphrase: words });
    expect(keyPlaceOf({ dataDir: path, root: kek.id, KEK_PLACE: "undecided" })).toBe("sealed");
  });

  const keyOf = (dataDir: string) =>
    examineKey({ settings: process.env, dataDir, demo: false, keyGiven: false })[0]?.slice(0, 2);

  test("the doctor says that a key beside the data has to move, and that one on the same disk is not far", () => {
    const path = home();
    putPlain(path);
    expect(keyOf(path)).toEqual(["fix", expect.stringMatching(/beside the data/)]);
    process.env.KEK_BESIDE_DATA = "i-accept-the-risk";
    expect(keyOf(path)).toEqual(["look", expect.stringMatching(/beside the data/)]);
    const other = home();
    const elsewhere = home();
    process.env.KEK_FILE = join(elsewhere, "kek");
    writeFileSync(process.env.KEK_FILE, ringText([newKek()]), { mode: 0o600 });
    expect(keyOf(other)).toEqual(["look", expect.stringMatching(/same disk/)]);
  });
});

/** A keychain as `secret-tool` stands for it: what it is given on its input it keeps under the attributes. */
function putKeychain(): string {
  const path = home();
  const program = join(path, "secret-tool");
  writeFileSync(
    program,
    `#!/bin/sh
verb="$1"; shift
[ "$verb" = store ] && { shift; cat > "${path}/$(echo "$*" | tr '/ ' '__')"; exit 0; }
[ "$verb" = lookup ] && exec cat "${path}/$(echo "$*" | tr '/ ' '__')"
exit 2
`,
  );
  chmodSync(program, 0o755);
  process.env.PATH = `${path}${delimiter}${before.PATH}`;
  return path;
}

describe("the keychain of the system", () => {
  test("keeps the passphrase and gives it at the start; without it the start asks as before", async () => {
    const path = home();
    const kek = putPlain(path);
    writeFileSync(join(path, "words"), words);
    process.env.KEK_PASSPHRASE_FILE = join(path, "words");
    await seal(path);
    putKeychain();
    process.env.KEK_PASSPHRASE_FILE = join(path, "words");
    await keepInKeychain(path, words);
    delete process.env.KEK_PASSPHRASE_FILE;
    await openSealedKek(path);
    expect(process.env.KEK).toBe(ringText([kek]));
    delete process.env.KEK;
    process.env.PATH = before.PATH;
    await expect(openSealedKek(path)).rejects.toThrow(/no terminal/);
  });

  test("gets the passphrase on its input, where no list of processes shows it", async () => {
    const kept = putKeychain();
    await keepInKeychain(join(folder.path, "some"), words);
    const [file] = readdirSync(kept).filter((name) => name.includes("crossdocket"));
    expect(file).not.toContain("plain words");
    expect(readFileSync(join(kept, file ?? ""), "utf8")).toBe(words);
  });
});
