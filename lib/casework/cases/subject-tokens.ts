import "server-only";
import { nameParts, type Tokens } from "@/lib/kernel/access/search-tokens";

/**
 * The keyed tokens by which a subject is found by the alleged name, also by sound. None for an empty name or a single
 * letter.
 */
export function subjectTokens(tokens: Tokens, orgId: string, subject: { id: string; allegedName: string | null }) {
  const { id, allegedName } = subject;
  if (!allegedName || nameParts(allegedName).length === 0) return [];
  const token = (match: "exact" | "sound", found: Buffer) => ({
    orgId,
    ownerKind: "subject" as const,
    ownerId: id,
    field: "alleged_name" as const,
    match,
    token: found,
  });
  return [
    token("exact", tokens.exact("alleged_name", allegedName)),
    ...tokens.sounds("alleged_name", allegedName).map((sound) => token("sound", sound)),
  ];
}
