import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { Environment, parseEnvironment } from "@/lib/platform/env";
import { scratchFolder } from "../../support/files";

const key = Buffer.alloc(32, 7).toString("base64url");
const whole = {
  DATABASE_URL: "postgres://app:pw@db.example/crossdocket",
  KEK: key,
  AUTH_SECRET: "x".repeat(32),
  SERVICE_TOKEN: key,
};
const folder = await scratchFolder();
afterEach(folder.remove);

describe("the settings", () => {
  test(".env.example lists each one, and only those", () => {
    const listed = readFileSync(".env.example", "utf8").matchAll(/^# ([A-Z][A-Z0-9_]+)=/gm);
    const names = [...listed]
      .map((match) => match[1] ?? "")
      .filter((name) => !name.endsWith("_FILE") || name in Environment.shape);
    expect(names.sort()).toEqual(Object.keys(Environment.shape).sort());
  });

  test("each line of .env.example stands under a sentence", () => {
    const lines = readFileSync(".env.example", "utf8").split("\n");
    const bare = lines.filter((line, at) => /^# [A-Z0-9_]+=/.test(line) && !/^# .*\.$/.test(lines[at - 1] ?? ""));
    expect(bare).toEqual([]);
  });

  test("have defaults for what is not a secret", () => {
    expect(parseEnvironment(whole)).toMatchObject({ APP_ORIGIN: "http://localhost:3000", DEMO: false, PORT: 3000 });
  });

  test("treat a blank as not set", () => {
    expect(parseEnvironment({ ...whole, LOG_LEVEL: "", DEMO: "" })).toMatchObject({ LOG_LEVEL: "info", DEMO: false });
  });

  test("let the demonstration stand on this machine alone", () => {
    for (const origin of ["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000"])
      expect(parseEnvironment({ ...whole, DEMO: "1", APP_ORIGIN: origin }).DEMO).toBe(true);
    for (const origin of ["https://cases.example", "https://localhost"])
      expect(() => parseEnvironment({ ...whole, DEMO: "1", APP_ORIGIN: origin })).toThrow(/DEMO: .*this machine/);
  });

  test("accept a key beside the data by the whole words alone", () => {
    const set = (words: string) => parseEnvironment({ ...whole, KEK_BESIDE_DATA: words }).KEK_BESIDE_DATA;
    expect(set("i-accept-the-risk")).toBe("i-accept-the-risk");
    expect(set("")).toBeUndefined();
    for (const words of ["1", "yes", "true"]) expect(() => set(words)).toThrow(/KEK_BESIDE_DATA/);
  });

  test("take keys from the data folder, or from the file that is named", () => {
    mkdirSync(join(folder.path, "secrets"), { recursive: true });
    writeFileSync(join(folder.path, "secrets/kek"), `${key}\n`);
    const other = Buffer.alloc(32, 9);
    writeFileSync(join(folder.path, "token"), other.toString("base64"));
    const files = { KEK: "", DATA_DIR: folder.path, SERVICE_TOKEN: undefined };
    const read = parseEnvironment({ ...whole, ...files, SERVICE_TOKEN_FILE: join(folder.path, "token") });
    expect(read.KEK.equals(Buffer.alloc(32, 7))).toBe(true);
    expect(read.SERVICE_TOKEN.equals(other)).toBe(true);
  });

  test("name at most two time authorities, on different hosts, with the certificates to believe them by", () => {
    const set = (urls: string, file = "roots.pem") => parseEnvironment({ ...whole, TSA_URLS: urls, TSA_CA_FILE: file });
    const two = "https://one.example/tsr, https://two.example:3161/";
    expect(set(two).TSA_URLS).toEqual(["https://one.example/tsr", "https://two.example:3161/"]);
    expect(set("").TSA_URLS).toBeUndefined();
    expect(() => set(`${two},https://three.example`)).toThrow(/TSA_URLS: may name two/);
    expect(() => set("https://one.example/a,https://one.example/b")).toThrow(/different hosts/);
    expect(() => set("ftp://one.example/secret")).toThrow(/TSA_URLS: must be addresses/);
    expect(() => set("ftp://one.example/secret")).not.toThrow(/secret/);
    expect(() => set(two, "")).toThrow(/TSA_CA_FILE: is needed/);
  });

  test("take the database's address from a file", () => {
    mkdirSync(folder.path, { recursive: true });
    writeFileSync(join(folder.path, "url"), "postgres://app:pw@other.example/crossdocket\n");
    const read = parseEnvironment({ ...whole, DATABASE_URL: "", DATABASE_URL_FILE: join(folder.path, "url") });
    expect(read.DATABASE_URL).toBe("postgres://app:pw@other.example/crossdocket");
  });

  test.each([
    ["http://cases.example", "0.0.0.0", false],
    ["http://10.0.0.5:3000", "::", false],
    ["http://cases.example", "127.0.0.1", false],
    ["http://localhost.example", "127.0.0.1", false],
    ["http://localhost:3000", "0.0.0.0", true],
    ["https://cases.example", "0.0.0.0", true],
  ])("with %s on %s: accepted %s", (APP_ORIGIN, LISTEN_ADDRESS, good) => {
    const read = () => parseEnvironment({ ...whole, APP_ORIGIN, LISTEN_ADDRESS });
    if (good) expect(read().APP_ORIGIN).toBe(APP_ORIGIN);
    else expect(read).toThrow(/APP_ORIGIN: must be https/);
  });

  test("want the access key beside a bucket", () => {
    const bucket = { ...whole, S3_BUCKET: "evidence", S3_ACCESS_KEY_ID: "id", DATA_DIR: folder.path };
    expect(() => parseEnvironment(bucket)).toThrow("S3_SECRET_ACCESS_KEY: is missing beside S3_BUCKET");
    mkdirSync(folder.path, { recursive: true });
    writeFileSync(join(folder.path, "s3"), "secret\n");
    const read = parseEnvironment({ ...bucket, S3_SECRET_ACCESS_KEY_FILE: join(folder.path, "s3") });
    expect(read).toMatchObject({ S3_SECRET_ACCESS_KEY: "secret", S3_REGION: "us-east-1", S3_PATH_STYLE: false });
    expect(() => parseEnvironment({ ...bucket, S3_ENDPOINT: "ftp://x" })).toThrow("S3_ENDPOINT: must be an address");
  });

  test("want a client beside a sign-in service, which is reached by https or on this machine, and signs with a key pair", () => {
    const client = { SSO_CLIENT_ID: "crossdocket", SSO_CLIENT_SECRET: "secret", DATA_DIR: folder.path };
    const set = (more: Record<string, string>) =>
      parseEnvironment({ ...whole, SSO_ISSUER: "https://login.example/staff", ...client, ...more });
    expect(set({ SSO_REQUIRED_AMR: " mfa  pwd " })).toMatchObject({
      SSO_REQUIRED_AMR: ["mfa", "pwd"],
      SSO_REQUIRED_ACR: [],
      SSO_SIGNING_ALG: "RS256",
      SSO_LABEL: "your organisation",
    });
    expect(set({ SSO_ISSUER: "http://127.0.0.1:9000" }).SSO_ISSUER).toBe("http://127.0.0.1:9000");
    for (const SSO_ISSUER of ["http://login.example", "login.example", "https://login.example?a=1", "ftp://127.0.0.1"])
      expect(() => set({ SSO_ISSUER }), SSO_ISSUER).toThrow("SSO_ISSUER: must be an https address");
    expect(() => set({ SSO_CLIENT_ID: "" })).toThrow("SSO_CLIENT_ID: is missing beside SSO_ISSUER");
    expect(() => set({ SSO_CLIENT_SECRET: "" })).toThrow("SSO_CLIENT_SECRET: is missing beside SSO_ISSUER");
    for (const SSO_SIGNING_ALG of ["none", "HS256"]) expect(() => set({ SSO_SIGNING_ALG })).toThrow(/SSO_SIGNING_ALG/);
    expect(parseEnvironment(whole)).not.toHaveProperty("SSO_ISSUER");
  });

  test("name what is wrong and never say its value", () => {
    const bad = { ...whole, KEK: "tooshortsecret", DATABASE_URL: undefined, DATA_DIR: folder.path };
    expect(() => parseEnvironment(bad)).toThrow(/DATABASE_URL: is missing.*KEK: must be 32 bytes/s);
    expect(() => parseEnvironment(bad)).not.toThrow(/tooshortsecret/);
  });
});
