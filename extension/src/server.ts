import { forget, type Pairing } from "./state.ts";

/** The server said no. `message` is its own sentence, for the person. */
export class Refused extends Error {
  readonly ended: boolean;

  constructor(message: string, ended: boolean) {
    super(message);
    this.ended = ended;
  }
}

/** The origin of a typed address; null unless it is encrypted, or this machine itself. */
export function originOf(typed: string): string | null {
  const text = typed.trim();
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(whole)) return null;
  const { protocol, hostname, origin } = new URL(whole);
  const isHere = hostname === "localhost" || hostname === "127.0.0.1";
  return protocol === "https:" || (protocol === "http:" && isHere) ? origin : null;
}

/** The only function that sends anything: to the server of the pairing, without cookies, and to no other on its word. */
export async function ask<Answer>(
  to: { origin: string; token?: string },
  call: { method: "POST" | "PUT" | "DELETE"; path: string; body?: unknown },
): Promise<Answer> {
  const { origin, token } = to;
  const { method, path, body } = call;
  const isBytes = body instanceof Blob;
  const headers = {
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(body === undefined || isBytes ? {} : { "content-type": "application/json" }),
  };
  const response = await fetch(`${origin}/api/capture/${path}`, {
    method,
    headers,
    body: isBytes || body === undefined ? body : JSON.stringify(body),
    credentials: "omit",
    redirect: "error",
    cache: "no-store",
    referrerPolicy: "no-referrer",
  });
  const answer = (await response.json().catch(() => ({}))) as Answer & {
    error?: string;
    fields?: Record<string, string>;
  };
  if (response.ok) return answer;
  const ended = token !== undefined && response.status === 401;
  if (ended) await forget();
  const reason = Object.values(answer.fields ?? {})[0] ?? answer.error;
  throw new Refused(reason ?? chrome.i18n.getMessage("notAnswered"), ended);
}

export const toPairing = ({ origin, token }: Pairing): { origin: string; token: string } => ({ origin, token });
