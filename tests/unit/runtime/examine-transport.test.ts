import { describe, expect, test } from "vitest";
import { examineAddress } from "@/lib/operations/installation/checks/examine-address";
import { examineMeasurements } from "@/lib/operations/installation/checks/examine-upkeep";
import { startReceiver } from "../../support/otlp-receiver";

const broken = (settings: Record<string, string>) => examineAddress({ settings }).filter(([state]) => state === "fix");
const warned = (settings: Record<string, string>) =>
  examineAddress({ settings })
    .filter(([state]) => state === "look")
    .join("\n");

describe("the doctor", () => {
  test("says that it will not start with a way that somebody could listen on, and shows no password", () => {
    for (const mode of ["require", "prefer", "disable", "verify-ca"]) {
      const found = broken({ DATABASE_URL: `postgres://app:geheim@db.example/crossdocket?sslmode=${mode}` });
      expect(found).toHaveLength(1);
      expect(String(found)).toContain("db.example");
      expect(String(found)).not.toContain("geheim");
    }
    expect(broken({ S3_ENDPOINT: "http://s3.example", TSA_URLS: "https://a.example,http://b.example/x" })).toHaveLength(
      2,
    );
  });

  test.each([
    "postgres://app:pw@db.example/crossdocket",
    "postgres://app:pw@db.example/crossdocket?sslmode=verify-full",
    "postgres://app:pw@localhost/crossdocket",
    "postgres://app:pw@127.0.0.1:5433/crossdocket",
    "postgres://app:pw@%2Ftmp%2Fsocket/crossdocket",
    "postgres://app:pw@localhost/crossdocket?host=/run/postgresql",
  ])("has nothing to say of %s", (DATABASE_URL) => {
    expect(broken({ DATABASE_URL })).toEqual([]);
  });

  test("names hosts that are reached without TLS, and an authority that is not there", () => {
    expect(warned({ PLAIN_HOSTS: "database,bucket" })).toContain("database,bucket");
    expect(broken({ DATABASE_CA_FILE: "/nowhere/authority.pem" })).toHaveLength(1);
  });

  test.each([
    [{ APP_ORIGIN: "https://cases.example" }, /TRUSTED_HOPS is 0/],
    [{ APP_ORIGIN: "https://cases.example", TRUSTED_HOPS: "1" }, /^$/],
    [{ TRUSTED_HOPS: "1" }, /No proxy stands in front/],
    [{}, /Only this machine can open/],
  ])("compares the proxies that are trusted with those that must be there: %o", (settings, message) => {
    expect(warned(settings as Record<string, string>)).toMatch(message);
  });

  test("says of http for other machines that it is refused", () => {
    expect(String(broken({ APP_ORIGIN: "http://cases.example" }))).toContain("unprotected");
  });
});

describe("the doctor and measurements", () => {
  const ask = (endpoint: string) => examineMeasurements({ settings: { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint } });

  test("go to nobody when nothing is set", async () => {
    expect(String(await examineMeasurements({ settings: {} }))).toContain("sent to nobody");
  });

  test.each([
    ["takes", "ok"],
    ["refuses", "look"],
    ["talks garbage", "look"],
  ] as const)("a receiver that %s: %s", async (way, state) => {
    const receiver = await startReceiver(way);
    expect((await ask(receiver.endpoint))[0]?.[0]).toBe(state);
    await receiver.stop();
  });

  test("a receiver that is away is a warning, and no address is a failure", async () => {
    expect((await ask("http://127.0.0.1:1"))[0]?.[0]).toBe("look");
    expect((await ask("otel.example"))[0]?.[0]).toBe("fix");
  });
});
