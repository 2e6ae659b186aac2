import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSigningChain } from "@/lib/packets/signatures/read-signing-chain";
import { AppError } from "@/lib/platform/errors";
import { keyKinds, openWorkshop, selfSigned, type Workshop } from "@/tests/support/signing-certificates";
import { hasTool } from "@/tests/support/tools";

const day = 24 * 3600 * 1000;
const now = new Date();
const near = (days: number) => new Date(now.getTime() + days * day);

/** What stands beside the field. */
function problemOf(pem: string, at = near(1)): string {
  try {
    readSigningChain(pem, at);
    return "taken";
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid") return error.fields.certificates ?? "at another field";
    throw error;
  }
}

describe.skipIf(!hasTool("openssl"))("Certificates that were pasted", () => {
  let workshop: Workshop;
  beforeAll(async () => {
    workshop = await openWorkshop();
  }, 60_000);
  afterAll(() => workshop?.close());

  test("are taken with all above them, or alone, whatever stands around them", async () => {
    const { certificates, chain } = await workshop.issue("desk");
    const [own = "", ...above] = certificates.match(/-----BEGIN[^-]+-----[^-]+-----END[^-]+-----/g) ?? [];
    expect(above).toHaveLength(2);
    expect(readSigningChain(`Bag Attributes\n${certificates}`, near(1)).map(({ name }) => name)).toEqual([
      "desk",
      "Test Issuing",
      "Test Root",
    ]);
    expect(readSigningChain(own.replaceAll("\n", "\r\n"), near(1))[0].bytes).toEqual(chain[0].bytes);
    expect(problemOf([own, above[1], above[0]].join("\n"))).toContain("Certificate 1 was not issued by the next one");
    expect(problemOf([above[0], own].join("\n"))).toContain("not for signing");
    expect(problemOf([own, above[0]].join("\n"))).toContain("ends before its root");
    expect(problemOf(own, new Date(chain[0].notAfter.getTime() - 29 * day))).toContain("ends within 30 days");
    expect(problemOf(own, new Date(chain[0].notAfter.getTime() - 31 * day))).toBe("taken");
    expect(problemOf(certificates.repeat(3))).toContain("at most 6");
  });

  test.each([
    ["p256", "taken"],
    ["p384", "taken"],
    ["p521", "Its key is of another kind"],
    ["rsa1024", "Its key is of another kind"],
  ] as const)("with a key of the kind %s: %s", async (kind, outcome) => {
    expect(problemOf((await workshop.issue(kind, { key: keyKinds[kind] })).certificates)).toContain(outcome);
  });

  test.each([
    ["digitalSignature", "taken"],
    ["nonRepudiation", "taken"],
    ["keyEncipherment", "not for signing"],
    ["keyAgreement,cRLSign", "not for signing"],
  ])("for the use %s: %s", async (usage, outcome) => {
    const { certificates } = await workshop.issue("used", { extensions: [`keyUsage=critical,${usage}`] });
    expect(problemOf(certificates)).toContain(outcome);
  });

  test("that are none, damaged, of another time, or a key are refused, each in its own words", async () => {
    const { certificates, privateKey } = await workshop.issue("plain");
    expect(problemOf("none")).toContain("begins with");
    expect(problemOf(certificates.replace(/MII/, "MIJ"))).toContain("Certificate 1 cannot be read");
    expect(problemOf(certificates + privateKey)).toContain("holds a private key");
    expect(problemOf(selfSigned(near(-800), near(-1)).certificates)).toContain("has expired");
    expect(problemOf(selfSigned(near(5), near(800)).certificates)).toContain("not valid yet");
    expect(problemOf(selfSigned(near(0), near(800)).certificates)).toBe("taken");
  });
});
