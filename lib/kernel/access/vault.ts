import { t } from "@/lib/platform/language/translate";
import "server-only";
import { eq } from "drizzle-orm";
import type { Sealed } from "@/db/columns";
import { dataKeys } from "@/db/schema";
import { decrypt, deriveKey, encrypt, isSealed, keyedToken, pad, unpad } from "@/lib/platform/crypto/crypto";
import { freshKeyRing, keyRing, wrappingKek } from "@/lib/platform/crypto/key-ring";
import { type Kek, kekIdOf } from "@/lib/platform/crypto/key-ring-text";
import { AppError } from "@/lib/platform/errors";
import { newId, newToken } from "@/lib/platform/ids";
import type { TxCtx } from "./ctx";
import { isKept } from "./role-rules";

/** The place of an encrypted value. It cannot be decrypted under another place. */
export type Place = { table: string; column: string; row: string };

export type Vault = {
  keyId: string;
  seal(place: Place, text: string): Sealed;
  open(place: Place, value: Sealed): string;
  /** The same for values that may be missing; empty text seals to null. */
  sealMaybe(place: Place, text: string | null | undefined): Sealed | null;
  openMaybe(place: Place, value: Sealed | null): string | null;
  /**
   * A keyed token under a key of this particular case or client: to find an equal value again, for one named purpose.
   */
  mark(purpose: string, text: string): Buffer;
  /** The same for a column that was not sealed from the first day: its oldest rows are as they were written. */
  openSince(place: Place, value: Sealed | null): string | null;
};

type Purpose =
  | "client"
  | "case"
  | "signing"
  | "directory"
  | "import"
  | "export"
  | "staff"
  | "breach"
  | "rights"
  | "client_page"
  | "enquiry"
  | "form"
  | "webhook"
  | "mail";

/** Creates a data key for a client, a case, the directory or the like, wrapped by the key-encryption key. */
export async function createVault(ctx: TxCtx, purpose: Purpose): Promise<Vault> {
  const keyId = newId();
  const key = newToken();
  await ctx.db.insert(dataKeys).values({
    id: keyId,
    orgId: ctx.orgId,
    purpose,
    wrapped: wrapKey(key, ctx.orgId, keyId),
    createdAt: ctx.now,
  });
  return vault(ctx, keyId, key);
}

/** Opens an existing data key. @throws AppError not_found when the key was destroyed */
export async function openVault(ctx: TxCtx, keyId: string): Promise<Vault> {
  const [row] = await ctx.db.select({ wrapped: dataKeys.wrapped }).from(dataKeys).where(eq(dataKeys.id, keyId));
  return vaultOf(ctx, keyId, row?.wrapped ?? null);
}

/** The same of a data key that was read with its record. @throws AppError not_found when the key was destroyed */
export function vaultOf(ctx: TxCtx, keyId: string, wrapped: string | null): Vault {
  if (!wrapped) throw new AppError("not_found", t("The key of these records no longer exists."));
  return vault(ctx, keyId, unwrapKey(wrapped, ctx.orgId, keyId));
}

/** A data key wrapped by the newest key of the ring, prefixed with that key's id. */
export function wrapKey(key: Buffer, orgId: string, keyId: string, { id, key: kek }: Kek = wrappingKek()): string {
  return `${id}.${encrypt(deriveKey(kek, "wrap"), key, `dek|${orgId}|${keyId}|${id}`)}`;
}

/** @throws Error when no key of the ring opens it */
export function unwrapKey(wrapped: string, orgId: string, keyId: string, ring: readonly Kek[] = keyRing()): Buffer {
  const id = kekIdOf(wrapped);
  if (id === null) return unwrapUnnamed(wrapped, `dek|${orgId}|${keyId}`, ring);
  const isIts = (kek: Kek) => kek.id === id;
  const kek = ring.find(isIts) ?? freshKeyRing().find(isIts);
  if (!kek) throw new Error("The key ring does not hold the key that wraps this.");
  return decrypt(deriveKey(kek.key, "wrap"), wrapped.slice(id.length + 1), `dek|${orgId}|${keyId}|${id}`);
}

/** The first releases had one key and wrote no id: it is the oldest of the ring. */
function unwrapUnnamed(wrapped: string, aad: string, [root]: readonly Kek[]): Buffer {
  if (!root) throw new Error("The key ring is empty.");
  return decrypt(deriveKey(root.key, "wrap"), wrapped, aad);
}

function vault({ orgId, actor }: Pick<TxCtx, "orgId" | "actor">, keyId: string, key: Buffer): Vault {
  const derive = remembered((info) => deriveKey(key, info));
  const keyOf = (place: Place) => derive(`field|${place.table}|${place.column}|v1`);
  const aad = (place: Place) => `${place.table}|${place.column}|${place.row}|${orgId}|${keyId}`;
  const seal = (place: Place, text: string) => encrypt(keyOf(place), pad(text), aad(place)) as Sealed;
  const opened = (place: Place, value: Sealed) => unpad(decrypt(keyOf(place), value, aad(place)));
  // The one place through which every sealed value goes: what a role may not see is not opened for a page, a list or an
  // export that forgot to ask.
  const open = (place: Place, value: Sealed) => {
    if (isKept(actor.lacks, place)) throw new AppError("forbidden", t("Not visible to your role"));
    return opened(place, value);
  };
  return {
    keyId,
    seal,
    open,
    sealMaybe: (place, text) => (text ? seal(place, text) : null),
    mark: (purpose, text) => keyedToken(derive(`mark|${purpose}|v1`), text),
    openMaybe: (place, value) => (value === null ? null : open(place, value)),
    openSince: (place, value) => (value !== null && isSealed(value) ? open(place, value) : value),
  };
}

/** Deriving a key takes longer than encrypting a line with it, and an export has a hundred thousand lines. */
function remembered(make: (info: string) => Buffer): (info: string) => Buffer {
  const made = new Map<string, Buffer>();
  return (info) => {
    const known = made.get(info) ?? make(info);
    made.set(info, known);
    return known;
  };
}
