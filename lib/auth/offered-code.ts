import "server-only";
import { qrCode } from "@/lib/platform/qr";
import { offeredSeed } from "./seeds";
import type { Standing } from "./standing";
import { base32, otpauthUri } from "./totp";

/** The seed that this session is offered, to scan and to type. */
export function offeredCode(standing: Standing): { modules: boolean[][]; text: string } {
  const seed = offeredSeed(standing);
  const text = (base32(seed).match(/.{4}/g) ?? []).join(" ");
  return { modules: qrCode(otpauthUri(seed, standing.code)) ?? [], text };
}
