import "server-only";
import type { ArchiveStamp, PlainText } from "@/lib/platform/sandbox/types";
import { trustedRoots } from "@/lib/platform/tsa/authorities";
import { acceptToken } from "@/lib/platform/tsa/check-token";
import { readTrusted, type Trusted } from "@/lib/platform/tsa/path";
import { tokenIn } from "@/lib/platform/tsa/response";

type Raw = { answer: string; over: string; certificates: string };

/**
 * The reading of a signed archive with its time stamp checked (RFC 3161), as strictly as our own: by the authorities
 * that an administrator trusts, else by the certificates in the archive, which is said. Nobody is asked.
 */
export async function checkArchiveStamp(text: PlainText): Promise<PlainText> {
  const signature = text.archive?.wacz?.signature;
  if (!text.archive?.wacz || !signature?.stamp || "holds" in signature.stamp) return text;
  const stamp = await checkStamp(signature.stamp);
  return { ...text, archive: { ...text.archive, wacz: { ...text.archive.wacz, signature: { ...signature, stamp } } } };
}

async function checkStamp(raw: Raw): Promise<ArchiveStamp> {
  const own = await trustedRoots().catch(() => null);
  const proven = own && prove(raw, own);
  if (proven) return { holds: "valid", ...proven, trusted: true };
  const bundled = bundledRoots(raw.certificates);
  if (!bundled) return { holds: "unchecked" };
  const believed = prove(raw, bundled);
  return believed ? { holds: "valid", ...believed, trusted: false } : { holds: "invalid" };
}

function bundledRoots(pem: string): Trusted | null {
  try {
    return readTrusted(pem);
  } catch {
    return null;
  }
}

/** Null for whatever the strict reader does not accept. */
function prove({ answer, over }: Raw, trusted: Trusted): { at: string; by: string } | null {
  try {
    const { genTime, tsaName } = acceptToken(tokenIn(Buffer.from(answer, "base64")), { sha256: over, trusted });
    return { at: genTime.toISOString(), by: tsaName };
  } catch {
    return null;
  }
}
