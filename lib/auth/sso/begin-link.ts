import { t } from "@/lib/platform/language/translate";
import "server-only";
import { AppError } from "@/lib/platform/errors";
import { factorRefusal } from "../sessions/factor-refusal";
import { requireStanding } from "../sessions/standing";
import { beginSso } from "./begin-sso";
import { readSsoLink } from "./read-sso-link";

/**
 * Starts the flow that connects this session's person.
 * @returns the URL there @throws AppError forbidden without a fresh passkey; conflict if they are already connected
 */
export async function beginLink(session: Buffer): Promise<string> {
  const { aal, freshness } = await requireStanding(session);
  if (aal === "confined" || freshness !== "phr") throw factorRefusal("unproven");
  if (await readSsoLink(session)) throw new AppError("conflict", t("You are connected already. Disconnect first."));
  return beginSso("sso_link", session);
}
