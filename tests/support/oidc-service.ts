import { generateKeyPairSync, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, { type Context } from "oidc-provider";

/** Who sits at the service's own page, and how they proved it there. */
type Visitor = { accountId: string; acr?: string; amr?: string[] /** When, in seconds. */; ts?: number };

/** `asked` counts how often its page was shown. */
export type Service = { issuer: string; visitor: Visitor; asked: number; stop: () => Promise<void> };

type Asked = { port?: number; redirect: string; visitor?: Visitor };

const page = (name: string) => `<!doctype html><html lang="en"><title>Sign-in service</title>
<form method="post"><button>Go on as ${name}</button></form></html>`;

/** A real provider of OpenID Connect on this machine. Its one page asks to go on as the visitor. */
export async function startService({ port = 0, redirect, visitor = { accountId: "nobody" } }: Asked): Promise<Service> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const service = { issuer, visitor, asked: 0, stop: () => stop() };
  const stop = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  const provider = new Provider(issuer, settings(redirect));
  const others = provider.callback();
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    if (!request.url?.startsWith("/interaction/")) return void others(request, response);
    if (request.method === "GET") {
      service.asked += 1;
      return void response.end(page(service.visitor.accountId));
    }
    return void provider.interactionFinished(request, response, { login: service.visitor });
  });
  return service;
}

function settings(redirect: string) {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const client = { client_id: "crossdocket", client_secret: "a secret of thirty-two characters" };
  return {
    clients: [{ ...client, redirect_uris: [redirect], response_types: ["code"], grant_types: ["authorization_code"] }],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), kid: "one", use: "sig", alg: "RS256" }] },
    cookies: { keys: [randomBytes(16).toString("hex")] },
    claims: { openid: ["sub", "acr", "amr", "auth_time"] },
    ttl: { AccessToken: 300, AuthorizationCode: 60, Grant: 3600, IdToken: 300, Interaction: 300, Session: 3600 },
    acrValues: ["urn:kestrel:one", "urn:kestrel:two"],
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: Context, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: Context, id: string) => ({ accountId: id, claims: async () => ({ sub: id }) }),
    async loadExistingGrant({ oidc }: Context) {
      const { client: by, session, provider } = oidc;
      const grant = new provider.Grant({ clientId: by.clientId, accountId: session.accountId });
      grant.addOIDCScope("openid");
      await grant.save();
      return grant;
    },
  };
}

/** A browser at the service, with the cookies of the service: goes on until it is sent back to us. */
export async function goThrough(from: URL, jar = new Map<string, string>()): Promise<Record<string, string>> {
  let at = from;
  let method = "GET";
  for (let steps = 0; steps < 10; steps++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(at, { method, redirect: "manual", headers: { cookie } });
    await answer.text();
    for (const line of answer.headers.getSetCookie()) keep(jar, line);
    const next = answer.headers.get("location");
    if (next && new URL(next, at).origin !== from.origin) return Object.fromEntries(new URL(next).searchParams);
    if (!next && method === "POST") throw new Error(`The service answered ${answer.status}.`);
    [at, method] = next ? [new URL(next, at), "GET"] : [at, "POST"];
  }
  throw new Error("The service sent us round and round.");
}

function keep(jar: Map<string, string>, line: string): void {
  const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  if (value === "") jar.delete(name);
  else jar.set(name, value);
}
