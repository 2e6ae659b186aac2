"use client";
import { t } from "@/lib/platform/language/translate";

export type Ceremony = "sign_in" | "confirm" | "add";

type Done = { to?: string };

const paths: Record<Ceremony, string> = {
  sign_in: "/api/passkeys/sign-in",
  confirm: "/api/passkeys/confirm",
  add: "/api/passkeys/add",
};

/** Whether this browser can create passkeys as required here. */
export function makesPasskeys(): boolean {
  return typeof window.PublicKeyCredential?.parseRequestOptionsFromJSON === "function";
}

/**
 * One whole ceremony: our question, the device's answer, and what we say to it.
 * @throws Error with words for the person
 */
export async function holdCeremony(ceremony: Ceremony, more: Record<string, string> = {}): Promise<Done> {
  const asked = await post("/api/passkeys/ask", { purpose: ceremony });
  const credential = await answerOf(ceremony, asked).catch((error: unknown) => {
    throw new Error(wordsFor(error));
  });
  if (!(credential instanceof PublicKeyCredential)) throw new Error(given);
  return post(paths[ceremony], { ...more, answer: credential.toJSON() });
}

function answerOf(ceremony: Ceremony, asked: unknown): Promise<Credential | null> {
  if (ceremony === "add") {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(asked as PublicKeyCredentialCreationOptionsJSON);
    return navigator.credentials.create({ publicKey });
  }
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(asked as PublicKeyCredentialRequestOptionsJSON);
  return navigator.credentials.get({ publicKey });
}

const given = t("The passkey was not used: it was stopped, took too long, or this device has none for this site.");

function wordsFor(error: unknown): string {
  const name = error instanceof Error ? error.name : "";
  if (name === "SecurityError") return t("Passkeys do not work at this address. Open the site by its own name.");
  if (name === "InvalidStateError") return t("This device has a passkey here already.");
  return given;
}

async function post(path: string, body: object): Promise<Done> {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  }).catch(() => null);
  const reply = await answer?.json().catch(() => null);
  if (!answer?.ok) throw new Error(reply?.said ?? "Something went wrong. Check the connection, then try again.");
  return reply;
}
