import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { examineSignOn } from "@/lib/operations/installation/checks/examine-sign-on";

let server: Server;
let issuer: string;
let answer: () => string;

beforeAll(async () => {
  server = createServer((_, response) => response.end(answer()));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

const document = (changes: Record<string, unknown> = {}) =>
  JSON.stringify({
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ["code"],
    code_challenge_methods_supported: ["S256"],
    id_token_signing_alg_values_supported: ["RS256"],
    ...changes,
  });

const states = async (settings: Record<string, string>) =>
  (
    await examineSignOn({
      settings: { SSO_CLIENT_ID: "us", SSO_CLIENT_SECRET: "hush-hush", ...settings },
      dataDir: "/nowhere",
    })
  ).map(([state]) => state);

describe("What the doctor says of the sign-in service", () => {
  test("none is set: that is fine", async () => {
    expect(await states({})).toEqual(["ok"]);
  });

  test("plain http to another machine, and an issuer without a client, is to fix", async () => {
    expect(await states({ SSO_ISSUER: "http://login.example" })).toEqual(["fix"]);
    expect(await states({ SSO_ISSUER: "https://login.example/?a=1" })).toEqual(["fix"]);
    expect(await states({ SSO_ISSUER: issuer, SSO_CLIENT_ID: "" })).toEqual(["fix"]);
    expect(await states({ SSO_ISSUER: issuer, SSO_CLIENT_SECRET: "" })).toEqual(["fix"]);
  });

  test("its document is as we need it", async () => {
    answer = () => document();
    expect(await states({ SSO_ISSUER: issuer })).toEqual(["ok", "ok"]);
    expect(
      JSON.stringify(
        await examineSignOn({
          settings: { SSO_ISSUER: issuer, SSO_CLIENT_ID: "us", SSO_CLIENT_SECRET: "hush-hush" },
          dataDir: "/nowhere",
        }),
      ),
    ).not.toContain("hush-hush");
  });

  test.each([
    ["it calls itself otherwise", { issuer: "https://other.example" }],
    ["it sends people over plain http", { authorization_endpoint: "http://login.example/auth" }],
    ["it has no keys", { jwks_uri: undefined }],
    ["it cannot do PKCE", { code_challenge_methods_supported: ["plain"] }],
    ["it signs with a shared secret only", { id_token_signing_alg_values_supported: ["HS256"] }],
  ])("%s: to fix", async (_, changes) => {
    answer = () => document(changes);
    expect((await states({ SSO_ISSUER: issuer }))[0]).toBe("fix");
  });

  test.each([
    ["no JSON", () => "<html>"],
    ["null", () => "null"],
    ["more than anybody needs", () => document({ filler: "x".repeat(300_000) })],
  ])("it answers %s: to fix", async (_, message) => {
    answer = message;
    expect(await states({ SSO_ISSUER: issuer })).toEqual(["fix"]);
  });
});
