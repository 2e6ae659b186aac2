import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { hashRaw } from "@node-rs/argon2";

/** The cost of one passphrase attempt: 256 MiB and about a second. Stored in the file, so that it can be raised. */
const cost = { memory: 262_144, passes: 3, lanes: 1 };
const dearest = { memory: 1_048_576, passes: 10, lanes: 8 };

type Sealed = {
  form: "crossdocket-kek-1";
  memory: number;
  passes: number;
  lanes: number;
  salt: string;
  nonce: string;
  body: string;
};

/** The text of a key ring under a passphrase: argon2id, then AES-256-GCM. */
export async function sealKek(ring: string, passphrase: string, price = cost): Promise<string> {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const head = { form: "crossdocket-kek-1" as const, ...price, salt: salt.toString("base64url") };
  const cipher = createCipheriv("aes-256-gcm", await keyOf(passphrase, head), nonce);
  cipher.setAAD(aad(head));
  const body = Buffer.concat([cipher.update(ring, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return `${JSON.stringify({ ...head, nonce: nonce.toString("base64url"), body: body.toString("base64url") })}\n`;
}

/** @throws Error when the passphrase is another one, or the file was changed */
export async function openKek(text: string, passphrase: string): Promise<string> {
  const sealed = readSealed(text);
  const all = Buffer.from(sealed.body, "base64url");
  const decipher = createDecipheriv(
    "aes-256-gcm",
    await keyOf(passphrase, sealed),
    Buffer.from(sealed.nonce, "base64url"),
  );
  decipher.setAAD(aad(sealed));
  decipher.setAuthTag(all.subarray(-16));
  try {
    return Buffer.concat([decipher.update(all.subarray(0, -16)), decipher.final()]).toString("utf8");
  } catch {
    throw new Error("This passphrase does not open the key, or its file was changed.");
  }
}

function readSealed(text: string): Sealed {
  const sealed = JSON.parse(text) as Sealed;
  const costs = (["memory", "passes", "lanes"] as const).every(
    (name) => Number.isInteger(sealed[name]) && sealed[name] > 0 && sealed[name] <= dearest[name],
  );
  if (sealed.form !== "crossdocket-kek-1" || !costs) throw new Error("This is not a sealed key of this release.");
  return sealed;
}

type Head = Pick<Sealed, "form" | "memory" | "passes" | "lanes" | "salt">;

const aad = ({ form, memory, passes, lanes, salt }: Head): Buffer =>
  Buffer.from([form, memory, passes, lanes, salt].join("|"));

/** Typed on another keyboard, the same letters may come composed otherwise. */
const keyOf = (passphrase: string, { memory, passes, lanes, salt }: Head): Promise<Buffer> =>
  hashRaw(passphrase.normalize("NFKC").trim(), {
    outputLen: 32,
    memoryCost: memory,
    timeCost: passes,
    parallelism: lanes,
    salt: Buffer.from(salt, "base64url"),
  });
