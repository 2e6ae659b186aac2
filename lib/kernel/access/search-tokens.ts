import "server-only";
import { doubleMetaphone } from "double-metaphone";
import { and, eq } from "drizzle-orm";
import { always } from "@/db/always";
import { dataKeys } from "@/db/schema";
import { deriveKey, keyedToken } from "@/lib/platform/crypto/crypto";
import { onceInBatch, type TxCtx } from "./ctx";
import { unwrapKey } from "./vault";

/**
 * `alleged_name` has its own keys, so that a copy of the tokens does not reveal which client is the subject of another
 * case.
 */
export type TokenField =
  | "name"
  | "identity_number"
  | "phone"
  | "email"
  | "handle"
  | "platform_id"
  | "wallet"
  | "alleged_name"
  | "picture_word";

export type Tokens = {
  /** Equal after normalising: case, accents, spaces and punctuation do not matter. */
  exact(field: TokenField, value: string): Buffer;
  /** The stored tokens: one for each part of a name and each of its possible sounds. */
  sounds(field: TokenField, value: string): Buffer[];
  /** The sound codes to search for, with and without aspiration after p. `part`: the index of the part of the name. */
  soundsLike(field: TokenField, value: string): { part: number; token: Buffer }[];
};

/** Uses the organisation's own index key: the same value in two organisations gives different tokens. */
export async function openTokens(ctx: TxCtx): Promise<Tokens> {
  return onceInBatch(ctx, "tokens", () => readTokens(ctx));
}

async function readTokens(ctx: TxCtx): Promise<Tokens> {
  const [row] = await ctx.db
    .select({ id: dataKeys.id, wrapped: dataKeys.wrapped })
    .from(dataKeys)
    .where(and(eq(dataKeys.orgId, ctx.orgId), always(dataKeys.purpose, "index")));
  if (!row) throw new Error("The organisation has no index key.");
  const key = unwrapKey(row.wrapped, ctx.orgId, row.id);
  const derived = new Map<string, Buffer>();
  const keyFor = (field: TokenField, match: string) => {
    const info = `bidx|${field}|${match}`;
    const made = derived.get(info) ?? deriveKey(key, info);
    derived.set(info, made);
    return made;
  };
  const heard = (field: TokenField, spellings: readonly string[]) => {
    const codes = new Set(spellings.flatMap((spelling) => doubleMetaphone(spelling).filter(Boolean)));
    return [...codes].map((code) => keyedToken(keyFor(field, "sound"), code));
  };
  return {
    exact: (field, value) => keyedToken(keyFor(field, "exact"), plain(field, value)),
    sounds: (field, value) => heard(field, nameParts(value)),
    soundsLike: (field, value) =>
      nameParts(value).flatMap((namePart, part) =>
        heard(field, breathings(namePart)).map((token) => ({ part, token })),
      ),
  };
}

/**
 * In Nguni and Sotho names ph is an aspirated p, often written without the h: Sipokazi is Siphokazi. The sound code
 * treats ph as F, so the other spelling is tried as well. It already treats th as T and kh as K.
 */
function breathings(part: string): string[] {
  const bare = part.replaceAll("ph", "p");
  return [...new Set([part, bare, bare.replaceAll(/p(?=[aeiouwy])/g, "ph")])];
}

/**
 * Normalises what people type differently. Phone numbers are reduced to the last nine digits: +27 82… and 082… are one
 * number.
 */
function plain(field: TokenField, value: string): string {
  const folded = value.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  if (field === "phone") return folded.replaceAll(/\D/g, "").slice(-9);
  if (field === "handle") return folded.trim().replace(/^@/, "");
  if (field === "name" || field === "alleged_name") return nameParts(value).sort().join(" ");
  // A wallet is copied as a link as often as bare: bitcoin:bc1…?amount=2 and bc1… are one.
  if (field === "wallet")
    return folded
      .replaceAll(/\s/g, "")
      .replace(/^[a-z]+:/, "")
      .replace(/\?.*$/, "");
  return folded.replaceAll(/\s/g, "");
}

/** The parts of a name that are more than a letter, folded. */
export function nameParts(value: string): string[] {
  const folded = value.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return folded.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length > 1);
}
