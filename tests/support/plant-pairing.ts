import { ctxFromPairing, type OpenPairing } from "@/lib/auth/pairings/ctx-from-pairing";
import { redeemPairing } from "@/lib/auth/pairings/redeem-pairing";
import { makePairing } from "@/lib/evidence/pairings/make-pairing";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { sha256Hex } from "@/lib/platform/crypto/hash";
import { newId } from "@/lib/platform/ids";

/** An extension that a person has just connected with a case; each from a network of its own. */
export async function plantPairing(ctx: Ctx, caseId: string): Promise<OpenPairing & { token: string; code: string }> {
  const { code } = await makePairing(ctx, { caseId });
  const { token } = await redeemPairing({ code, browser: "Chrome 141" }, newId());
  const text = token?.toString("base64url") ?? "";
  const open = await ctxFromPairing(text);
  if (!open) throw new Error("The pairing did not open.");
  return { ...open, token: text, code };
}

/** What the extension says of a page, with one part for each of the bytes. */
export function capturedPage(bytes: Partial<Record<"picture" | "page" | "text", Uint8Array>>, change: object = {}) {
  return {
    address: "https://social.example/p/1",
    title: "A post",
    canonical: "https://www.social.example/p/1",
    accountId: null,
    handle: null,
    postId: "1",
    platform: "instagram",
    capturedAt: Date.now() - 3000,
    sentAt: Date.now(),
    zone: "Africa/Johannesburg",
    browser: "Chrome 141",
    device: "Linux",
    extensionVersion: "1.0.0",
    howObtained: "public",
    parts: Object.entries(bytes).map(([part, of]) => ({ part, size: of.byteLength, sha256: sha256Hex(of) })),
    ...change,
  };
}
