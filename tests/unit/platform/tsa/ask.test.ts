import { createHash } from "node:crypto";
import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askAuthority } from "@/lib/platform/tsa/ask";
import { oidOf, readDer, writeOid } from "@/lib/platform/tsa/der";
import { AskFailed } from "@/lib/platform/tsa/problems";
import { buildRequest } from "@/lib/platform/tsa/request";
import { tokenIn } from "@/lib/platform/tsa/response";
import { type AuthorityMode, startTimeAuthority, type TimeAuthority } from "@/tests/support/time-authority";
import { hasTool } from "@/tests/support/tools";

const sha256 = createHash("sha256").update("an exhibit").digest("hex");

async function problemOf(act: () => Promise<unknown>): Promise<string> {
  try {
    await act();
  } catch (error) {
    if (error instanceof AskFailed) return error.problem;
    throw error;
  }
  return "answered";
}

test("A request holds the hash, asks for the certificate, and has a nonce of its own", () => {
  const timeRequest = buildRequest(sha256);
  const two = buildRequest(sha256);
  expect(timeRequest.nonce).toHaveLength(16);
  expect(timeRequest.nonce.equals(two.nonce)).toBe(false);
  const [version, imprint, nonce, wanted] = readDer(timeRequest.bytes).parts;
  expect(version?.body).toEqual(Buffer.from([1]));
  expect(imprint?.parts[1]?.body.toString("hex")).toBe(sha256);
  expect(nonce?.body).toEqual(timeRequest.nonce);
  expect(wanted?.body).toEqual(Buffer.from([0xff]));
});

test("Its bytes are those that other makers of requests write", () => {
  const { bytes, nonce } = buildRequest("07".repeat(32));
  const hash = `302f300b0609608648016503040201 0420${"07".repeat(32)}`.replaceAll(" ", "");
  expect(bytes.toString("hex")).toBe(`3049020101${hash}0210${nonce.toString("hex")}0101ff`);
});

test.each([
  ["1.2.840.113549.1.9.16.2.14", "060b2a864886f70d010910020e"],
  ["2.5.29.37", "0603551d25"],
  ["2.999.3", "0603883703"],
  ["1.3.6.1.4.1.4294967296.1", "060b2b06010401908080800001"],
])("The object identifier %s is written as others write it, and read back", (name, hex) => {
  expect(writeOid(name).toString("hex")).toBe(hex);
  expect(oidOf(readDer(writeOid(name)))).toBe(name);
});

describe.skipIf(!hasTool("openssl"))("Asking a time authority", () => {
  let authority: TimeAuthority;
  beforeAll(async () => {
    authority = await startTimeAuthority();
  }, 60_000);
  afterAll(() => authority?.close());

  const ask = async (mode: AuthorityMode, timeoutMs = 30_000) => {
    authority.behave(mode);
    return tokenIn(await askAuthority(authority.url, buildRequest(sha256).bytes, { timeoutMs }));
  };

  test.each([
    ["ok", "answered"],
    ["slow", "answered"],
    ["error_500", "http_error"],
    ["rejects", "not_granted"],
    ["huge", "too_large"],
    ["redirect", "redirected"],
    ["garbage", "garbled"],
    ["wrong_type", "wrong_type"],
    ["closes", "closed_early"],
    ["closes_halfway", "closed_early"],
  ] as const)("that behaves as %s: %s", async (mode, outcome) => {
    expect(await problemOf(() => ask(mode))).toBe(outcome);
  });

  test("that says nothing is waited for no longer than was said", async () => {
    const began = performance.now();
    expect(await problemOf(() => ask("hang", 300))).toBe("no_answer");
    // Left alone it waits for ten seconds.
    expect(performance.now() - began).toBeLessThan(9_000);
  });

  test("a body without a length is not read past the limit", async () => {
    const flood = createServer((socket) => {
      socket.on("error", () => undefined);
      socket.write(
        "HTTP/1.1 200 OK\r\ncontent-type: application/timestamp-reply\r\ntransfer-encoding: chunked\r\n\r\n",
      );
      const pour = () => {
        while (socket.writable && socket.write(`10000\r\n${"0".repeat(0x10000)}\r\n`));
      };
      socket.on("drain", pour);
      pour();
    });
    await new Promise<void>((resolve) => flood.listen(0, "127.0.0.1", resolve));
    const { port } = flood.address() as { port: number };
    const { bytes } = buildRequest(sha256);
    expect(await problemOf(() => askAuthority(`http://127.0.0.1:${port}/`, bytes))).toBe("too_large");
    flood.close();
  });

  test("nobody listens: unreachable", async () => {
    const { bytes } = buildRequest(sha256);
    expect(await problemOf(() => askAuthority("http://127.0.0.1:1/", bytes))).toBe("unreachable");
    expect(await problemOf(() => askAuthority("https://no-such-host.invalid/", bytes))).toBe("unreachable");
  });
});
