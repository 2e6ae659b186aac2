import "server-only";
import { AppError } from "@/lib/platform/errors";
import { factorRefusal } from "../sessions/factor-refusal";
import { requireStanding } from "../sessions/standing";
import { beginSso } from "./begin-sso";
import { readSsoLink } from "./read-sso-link";

/**
 * Begins the journey that connects the person whose session asks.
 * @returns the address there @throws AppError forbidden without a fresh passkey; conflict when they are connected
 */
export async function beginLink(session: Buffer): Promise<string> {
  const { aal, freshness } = await requireStanding(session);
  if (aal === "confined" || freshness !== "phr") throw factorRefusal("unproven");
  if (await readSsoLink(session)) throw new AppError("conflict", "You are connected already. Disconnect first.");
  return beginSso("sso_link", session);
}
