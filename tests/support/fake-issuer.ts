import { createHash, createHmac, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Claims = Record<string, unknown>;
type Header = Record<string, unknown>;
type Answer = (response: ServerResponse) => void;

/** In what it does otherwise than an honest service; nothing means honest. */
export type Mood = {
  document?: (honest: Claims) => unknown;
  keys?: Answer;
  header?: Header;
  claims?: (honest: Claims) => Claims;
  sign?: (input: string, own: FakeIssuer) => string;
  token?: (honest: Claims) => unknown;
  answer?: Answer;
};

type Granted = { challenge: string; nonce: string; sub: string };

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const json = (response: ServerResponse, body: unknown, status = 200) => {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
};

/** A sign-in service on this machine that can lie in every way that a stranger or a broken one might. */
export class FakeIssuer {
  readonly clientId = "crossdocket";
  readonly clientSecret = "a secret of thirty-two characters";
  readonly keys = generateKeyPairSync("rsa", { modulusLength: 2048 });
  readonly foreign = generateKeyPairSync("rsa", { modulusLength: 2048 });
  readonly asked: string[] = [];
  mood: Mood = {};
  private readonly granted = new Map<string, Granted>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<FakeIssuer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const issuer = new FakeIssuer(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on("request", (request, response) => void issuer.serve(request, response));
    return issuer;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** What the service's page does when the person signs in there: the code that the browser brings back. */
  grant(asked: URL, sub: string): Record<string, string> {
    const code = randomBytes(16).toString("hex");
    const of = asked.searchParams;
    this.granted.set(code, { challenge: of.get("code_challenge") ?? "", nonce: of.get("nonce") ?? "", sub });
    return { code, state: of.get("state") ?? "" };
  }

  get publicPem(): string {
    return this.keys.publicKey.export({ type: "spki", format: "pem" }) as string;
  }

  rs256(input: string, key: KeyObject = this.keys.privateKey): string {
    return sign("sha256", Buffer.from(input), key).toString("base64url");
  }

  hs256(input: string, secret: string): string {
    return createHmac("sha256", secret).update(input).digest("base64url");
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? "/", this.url).pathname;
    this.asked.push(path);
    let body = "";
    for await (const piece of request) body += piece;
    if (path === "/.well-known/openid-configuration") return this.sendDocument(response);
    if (path === "/jwks") return this.mood.keys ? this.mood.keys(response) : json(response, this.keySet());
    if (path === "/token") return this.sendTokens(response, new URLSearchParams(body));
    if (path === "/userinfo") return json(response, { sub: "somebody-else" });
    json(response, {}, 404);
  }

  private sendDocument(response: ServerResponse): void {
    const ends = ["authorization", "token", "userinfo"].map((name) => [`${name}_endpoint`, `${this.url}/${name}`]);
    const honest = { issuer: this.url, jwks_uri: `${this.url}/jwks`, ...Object.fromEntries(ends) };
    const told = this.mood.document?.(honest) ?? honest;
    if (typeof told === "function") (told as Answer)(response);
    else json(response, told);
  }

  private keySet() {
    return { keys: [{ ...this.keys.publicKey.export({ format: "jwk" }), kid: "one", use: "sig", alg: "RS256" }] };
  }

  private sendTokens(response: ServerResponse, body: URLSearchParams): void {
    if (this.mood.answer) this.mood.answer(response);
    else this.sendHonestly(response, body);
  }

  /** A code counts once, and for whoever knows what its challenge was made of; without one for anybody, as elsewhere. */
  private sendHonestly(response: ServerResponse, body: URLSearchParams): void {
    const code = body.get("code") ?? "";
    const known = this.granted.get(code);
    this.granted.delete(code);
    const proof = createHash("sha256")
      .update(body.get("code_verifier") ?? "")
      .digest("base64url");
    if (known && ["", proof].includes(known.challenge)) {
      const honest = { access_token: "opaque", token_type: "Bearer", id_token: this.idToken(known) };
      json(response, this.mood.token?.(honest) ?? honest);
    } else json(response, { error: "invalid_grant" }, 400);
  }

  private idToken({ sub, nonce }: Granted): string {
    const now = Math.floor(Date.now() / 1000);
    const honest = { iss: this.url, aud: this.clientId, sub, nonce, iat: now, exp: now + 300, auth_time: now };
    const claims = this.mood.claims?.(honest) ?? honest;
    const input = `${base64({ alg: "RS256", kid: "one", typ: "JWT", ...this.mood.header })}.${base64(claims)}`;
    return `${input}.${this.mood.sign?.(input, this) ?? this.rs256(input)}`;
  }
}
