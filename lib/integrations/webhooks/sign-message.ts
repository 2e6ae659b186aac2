import "server-only";
import { createHmac } from "node:crypto";

type Signed = { id: string; at: Date; body: string };

/**
 * The headers of one attempt, by Standard Webhooks 1.0.0: id, time of the attempt, and a signature for each secret that
 * is valid now. @param secrets `whsec_` and base64
 */
export function signMessage({ id, at, body }: Signed, secrets: readonly string[]): Record<string, string> {
  const name = `msg_${id}`;
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(secret.indexOf("_") + 1), "base64");
    return `v1,${createHmac("sha256", key).update(`${name}.${timestamp}.${body}`).digest("base64")}`;
  });
  return { "webhook-id": name, "webhook-timestamp": timestamp, "webhook-signature": signatures.join(" ") };
}
