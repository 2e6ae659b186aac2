import { ctxFromClientPage, type OpenClientPage } from "@/lib/auth/client-page/ctx-from-client-page";
import { tryPin } from "@/lib/auth/client-page/try-pin";
import { makePage } from "@/lib/client/pages/make-page";
import { setPages } from "@/lib/client/pages/set-pages";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { newToken } from "@/lib/platform/ids";
import type { Org, Person } from "./org";
import { plantCase } from "./plant";

export type Door = { caseId: string; pageId: string; secret: Buffer; pin: string };

/** Clients' pages turned on for an organisation. */
export async function turnPagesOn(org: Org): Promise<void> {
  await setPages(await org.as("admin"), { on: true });
}

/** A request that this person makes now. */
const now = (ctx: Ctx): Ctx => ({ ...ctx, now: new Date() });

/** A link and a PIN for the client of a case, a new case if none is given. */
export async function plantPage(worker: Person, caseId?: string): Promise<Door> {
  const of = caseId ?? (await plantCase(worker.ctx));
  const { id, secret, pin } = await makePage(now(worker.ctx), { caseId: of, language: "zu", agreed: "on" });
  return { caseId: of, pageId: id, secret: Buffer.from(secret, "base64url"), pin };
}

/** The PIN typed in a new browser: what came of it, and the token of that browser. */
export async function typePin(door: Door, pin = door.pin, network: string | null = "198.51.100.7") {
  const browser = newToken();
  return { outcome: await tryPin({ secret: door.secret, network, browser }, pin), browser };
}

/** The page opened in a new browser. */
export async function opened(door: Door): Promise<OpenClientPage & { browser: Buffer }> {
  const { outcome, browser } = await typePin(door);
  const open = outcome === "open" ? await ctxFromClientPage(browser) : null;
  if (!open) throw new Error(`The page is not open: ${outcome}.`);
  return { ...open, browser };
}
