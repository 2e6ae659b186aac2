import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

const sha = (data: string | Uint8Array) => createHash("sha256").update(data).digest();
const b64 = (data: string | Uint8Array) => Buffer.from(data).toString("base64url");

type Asked = { challenge: string; rp?: { id?: string }; rpId?: string };
type How = { origin: string; rpId?: string; verified?: boolean; counter?: number; type?: string };

/** A passkey as a device holds it (ES256), with whatever a test wants to say wrongly. Its counter rises by itself. */
export class Authenticator {
  readonly id = randomBytes(32);
  private readonly keys: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync("ec", {
    namedCurve: "P-256",
  });
  private counter: number;
  /** `eligible`: its key store copies it to other devices. */
  private readonly eligible: boolean;

  constructor({ counter = 0, eligible = false } = {}) {
    this.counter = counter;
    this.eligible = eligible;
  }

  /** What `navigator.credentials.create()` gives for these options, as JSON. */
  create(asked: Asked, how: How) {
    const jwk = this.keys.publicKey.export({ format: "jwk" });
    const cose = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(jwk.x ?? "", "base64url"))],
      [-3, new Uint8Array(Buffer.from(jwk.y ?? "", "base64url"))],
    ]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const attested = Buffer.concat([Buffer.alloc(16), length, this.id, Buffer.from(isoCBOR.encode(cose))]);
    const authData = new Uint8Array(this.data(asked.rp?.id ?? "", how, 0x40, attested));
    const object = new Map<string, unknown>([
      ["fmt", "none"],
      ["attStmt", new Map()],
      ["authData", authData],
    ]);
    return this.answer({
      clientDataJSON: b64(this.said(asked, how, "webauthn.create")),
      attestationObject: b64(isoCBOR.encode(object as never)),
      transports: ["internal"],
    });
  }

  /** What `navigator.credentials.get()` gives for these options, as JSON. */
  get(asked: Asked, how: How) {
    if (how.counter === undefined && this.counter > 0) this.counter++;
    const data = this.data(asked.rpId ?? "", how, 0);
    const message = this.said(asked, how, "webauthn.get");
    const signature = createSign("sha256")
      .update(Buffer.concat([data, sha(message)]))
      .sign(this.keys.privateKey);
    return this.answer({ clientDataJSON: b64(message), authenticatorData: b64(data), signature: b64(signature) });
  }

  private answer<Response>(response: Response) {
    return { id: b64(this.id), rawId: b64(this.id), type: "public-key", clientExtensionResults: {}, response };
  }

  private said({ challenge }: Asked, { origin, type }: How, usual: string): string {
    return JSON.stringify({ type: type ?? usual, challenge, origin, crossOrigin: false });
  }

  private data(
    rpId: string,
    { rpId: other, verified = true, counter = this.counter }: How,
    more: number,
    rest?: Buffer,
  ) {
    const flags = 0x01 | (verified ? 0x04 : 0) | (this.eligible ? 0x08 : 0) | more;
    const head = Buffer.alloc(5);
    head.writeUInt8(flags);
    head.writeUInt32BE(counter, 1);
    return Buffer.concat([sha(other ?? rpId), head, rest ?? Buffer.alloc(0)]);
  }
}
