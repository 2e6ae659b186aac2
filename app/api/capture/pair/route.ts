import { answer } from "@/app/api/evidence/answers";
import { clientNetwork } from "@/lib/auth/attempts/client-address";
import { ctxFromPairing } from "@/lib/auth/pairings/ctx-from-pairing";
import { redeemPairing } from "@/lib/auth/pairings/redeem-pairing";
import { endPairing } from "@/lib/evidence/pairings/end-pairing";
import { readPairedCase } from "@/lib/evidence/pairings/queries";
import { t } from "@/lib/platform/language/translate";
import { forExtension, preflight, readJson, requirePairing } from "../door";

export const OPTIONS = preflight;

const refused = t("This code does not work. It is used once, within ten minutes: make a new one on the evidence page.");

/** Uses a code: `{code, browser}` becomes `{token, until, caseCode, organisation}`. The token is in this answer alone. */
export function POST(request: Request): Promise<Response> {
  return forExtension(request, async () => {
    const { token } = await redeemPairing(await readJson(request, 4096), await clientNetwork());
    const text = token?.toString("base64url") ?? "";
    const open = token && (await ctxFromPairing(text));
    if (!open) return answer(401, { error: refused });
    const { code } = await readPairedCase(open.ctx);
    return answer(201, { token: text, until: open.until, caseCode: code, organisation: open.ctx.orgName });
  });
}

/** Ends the connection from the side of the extension. */
export function DELETE(request: Request): Promise<Response> {
  return forExtension(request, async () => {
    const { ctx } = await requirePairing(request);
    await endPairing(ctx, { pairingId: ctx.pairing?.id });
    return answer(200, {});
  });
}
