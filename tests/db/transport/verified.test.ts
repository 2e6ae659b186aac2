import { PgBoss } from "pg-boss";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bossLink, mayGoPlain, openWays, tlsOf } from "@/lib/platform/network/tls-policy";
import { scratchFolder } from "../../support/files";
import { far, makeCertificate, startInFront } from "../../support/tls-in-front";
import { hasTool } from "../../support/tools";

type Settings = Record<string, string>;
type InFront = Awaited<ReturnType<typeof startInFront>>;

const folder = await scratchFolder();
let ours: InFront;
let plain: InFront;
let misnamed: InFront;
let authority: string;
let others: string;

beforeAll(async () => {
  const right = makeCertificate(folder.path, "right", `IP:${far}`);
  const wrong = makeCertificate(folder.path, "wrong", "DNS:elsewhere.example");
  [authority, others] = [right.cert, wrong.cert];
  const address = process.env.DATABASE_URL ?? "";
  ours = await startInFront(address, right);
  misnamed = await startInFront(address, wrong);
  plain = await startInFront(address, null);
});

afterAll(async () => {
  for (const server of [ours, plain, misnamed]) server?.stop();
  await folder.remove();
});

const waysIn = {
  "the app": async (url: string, settings: Settings) => {
    const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {}, ...tlsOf(url, settings) });
    try {
      const [row] = await sql`select 1 as one`;
      return row?.one;
    } finally {
      await sql.end({ timeout: 0 });
    }
  },
  "the queue": async (url: string, settings: Settings) => {
    const boss = new PgBoss({
      ...bossLink(url, settings),
      schema: "pgboss",
      migrate: false,
      supervise: false,
      schedule: false,
    });
    boss.on("error", () => {});
    try {
      await boss.start();
      return (await boss.getQueues()).length > 0 ? 1 : 0;
    } finally {
      await boss.stop({ graceful: false }).catch(() => {});
    }
  },
};

describe.runIf(hasTool("openssl")).each(Object.entries(waysIn))("%s, on the way to a Postgres elsewhere", (_, ask) => {
  test.each(["", "?sslmode=verify-full"])(
    "is let in by a certificate of the authority that is named: %s",
    async (end) => {
      expect(await ask(`${ours.url}${end}`, { DATABASE_CA_FILE: authority })).toBe(1);
    },
  );

  test("turns round when another authority signed, and when none is named", async () => {
    await expect(ask(ours.url, { DATABASE_CA_FILE: others })).rejects.toThrow(/self-signed|certificate/);
    await expect(ask(ours.url, {})).rejects.toThrow(/self-signed|certificate/);
    // The mode of the address does not loosen it, should the start ever let it through.
    await expect(ask(`${ours.url}?sslmode=require`, {})).rejects.toThrow(/self-signed|certificate/);
  });

  test("turns round when the certificate is for another name", async () => {
    await expect(ask(misnamed.url, { DATABASE_CA_FILE: others })).rejects.toThrow(/altnames|IP/);
  });

  test("never goes on in plain, unless that host is named", async () => {
    await expect(ask(plain.url, { DATABASE_CA_FILE: authority })).rejects.toThrow();
    expect(await ask(plain.url, { PLAIN_HOSTS: `other,${far}` })).toBe(1);
  });
});

test("a mail goes without TLS on this machine and to a host that is named, and nowhere else", () => {
  expect(["localhost", "127.0.0.1", "[::1]"].every((host) => mayGoPlain(host, {}))).toBe(true);
  expect(mayGoPlain("mail", { PLAIN_HOSTS: "database,mail" })).toBe(true);
  expect(["mail", "mail.example", "localhost.example"].some((host) => mayGoPlain(host, {}))).toBe(false);
});

describe("what would travel open", () => {
  const found = (settings: Settings) => openWays(settings).map(({ setting }) => setting);
  const database = (end: string) => found({ DATABASE_OWNER_URL: `postgres://o:geheim@db.example/x${end}` });

  test("is a database whose certificate nobody checks", () => {
    for (const mode of ["disable", "allow", "prefer", "require", "verify-ca"])
      expect(database(`?sslmode=${mode}`)).toEqual(["DATABASE_OWNER_URL"]);
    expect([database(""), database("?sslmode=verify-full")]).toEqual([[], []]);
    expect(found({ DATABASE_URL: "postgres://a:b@one:5432,two:5432/x" })).toEqual(["DATABASE_URL"]);
  });

  test("is http to a bucket, a time authority or a receiver on another machine", () => {
    const all = { S3_ENDPOINT: "http://bucket:8333", TSA_URLS: "https://a.example,http://b.example" };
    expect(found({ ...all, OTEL_EXPORTER_OTLP_ENDPOINT: "http://otel.example:4318" })).toEqual([
      "S3_ENDPOINT",
      "TSA_URLS",
      "OTEL_EXPORTER_OTLP_ENDPOINT",
    ]);
    expect(found({ ...all, PLAIN_HOSTS: "bucket, b.example" })).toEqual([]);
    expect(found({ S3_ENDPOINT: "http://127.0.0.1:9000", TSA_URLS: "http://localhost:3161" })).toEqual([]);
  });
});
