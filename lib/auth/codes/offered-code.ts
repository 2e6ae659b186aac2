import "server-only";
import { sessionToken } from "@/lib/auth/sessions/session";
import type { Standing } from "@/lib/auth/sessions/standing";
import { qrCode } from "@/lib/platform/qr";
import { offerSeed } from "./seeds";
import { base32, otpauthUri } from "./totp";

/** As modules of a QR code, and in groups of four letters. */
export type OfferedCode = { modules: boolean[][]; text: string };

/** The seed that the session of this request is offered, to scan and to type; null when it may not add a factor. */
export async function offeredCode({ loginId, code }: Standing): Promise<OfferedCode | null> {
  const session = await sessionToken();
  const offered = session && (await offerSeed(session, loginId));
  if (!offered) return null;
  const text = (base32(offered.seed).match(/.{4}/g) ?? []).join(" ");
  return { modules: qrCode(otpauthUri(offered.seed, code)) ?? [], text };
}
