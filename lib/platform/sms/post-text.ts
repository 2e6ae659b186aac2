import "server-only";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { env } from "../env";

/** Why a gateway did not take a text message. The message never holds a number or the gateway's own words. */
class TextRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = "TextRefused";
  }
}

/** True when the settings name a gateway for text messages. */
export const hasTextGateway = (): boolean => env().SMS_URL !== undefined;

const timeoutMs = 15_000;

/**
 * Hands one text message to the gateway and returns when it took it. No redirect is followed; nothing of the answer but
 * its status is read.
 * @param id the same for each attempt, for a gateway that knows repeated requests
 * @throws TextRefused with a reason that may be kept and shown
 */
export function postText({ id, to, text }: { id: string; to: string; text: string }): Promise<void> {
  const { SMS_URL, SMS_TOKEN, SMS_TO_FIELD, SMS_TEXT_FIELD, SMS_EXTRA = {} } = env();
  if (!SMS_URL) return Promise.reject(new TextRefused("No gateway for text messages is set."));
  const body = JSON.stringify({ ...SMS_EXTRA, [SMS_TO_FIELD]: to, [SMS_TEXT_FIELD]: text });
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    "idempotency-key": id,
    ...(SMS_TOKEN ? { authorization: `Bearer ${SMS_TOKEN}` } : {}),
  };
  const send = SMS_URL.startsWith("https:") ? httpsRequest : httpRequest;
  const signal = AbortSignal.timeout(timeoutMs);
  return new Promise((resolve, reject) => {
    const asked = send(SMS_URL, { method: "POST", headers, signal, agent: false }, (answer) => {
      const { statusCode = 0 } = answer;
      answer.destroy();
      if (statusCode >= 200 && statusCode < 300) resolve();
      else reject(new TextRefused(`The gateway did not take it (${statusCode}).`));
    });
    asked.on("error", () => reject(new TextRefused("The gateway cannot be reached.")));
    asked.end(body);
  });
}
