import "server-only";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { bumpRecordVersion } from "@/lib/kernel/access/record-versions";
import type { Vault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { readCustomValues } from "./read-custom-values";
import { valuesInForm, versionOfValues } from "./rules";
import type { TypedValues, ValueOwner } from "./types";
import { writeCustomValues } from "./write-custom-values";

/**
 * For the form that changes the values of a record, which its command found and locked. @throws AppError conflict if
 * nothing changes; invalid at the field; ClashError
 */
export async function amendCustomValues(
  ctx: TxCtx,
  owner: ValueOwner,
  vault: Pick<Vault, "seal">,
  { version, ...typed }: TypedValues & { version?: number | undefined },
): Promise<[AuditEntry, ...AuditEntry[]]> {
  const { record, recordId } = owner;
  const now = async () => valuesInForm((await readCustomValues(ctx, record, [recordId])).get(recordId) ?? []);
  await bumpRecordVersion(ctx, { record: versionOfValues(recordId), seen: version, now });
  const [first, ...more] = await writeCustomValues(ctx, owner, vault, typed, "amending");
  if (!first) throw new AppError("conflict", t("Nothing was changed."));
  return [first, ...more];
}
