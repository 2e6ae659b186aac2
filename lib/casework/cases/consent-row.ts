import type { z } from "zod";
import type { Vault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { civilDate } from "@/lib/platform/time/clock";
import type { ConsentShape } from "./input";
import { consentPlace } from "./rules";
import { type ConsentPurpose, type ConsentWay, consentPurposes } from "./types";

type Draft = Omit<z.output<typeof ConsentShape>, "way"> & { way: ConsentWay | null };
type Row = { id: string; orgId: string; caseId: string; recordedBy: string; recordedAt: Date };

/**
 * The row of a consent or another ground, what was typed sealed under the case's key. @param zone of the case's home
 * country, whose day it is
 * @throws AppError invalid on `givenOn` for a day that has not come
 */
export function consentRow(vault: Vault, row: Row, zone: string, draft: Draft) {
  const today = civilDate(row.recordedAt, zone);
  const givenOn = draft.givenOn ?? today;
  if (givenOn > today) {
    const message = t("This day is in the future.");
    throw new AppError("invalid", message, { givenOn: message });
  }
  const seal = (column: string, text: string | null) => vault.sealMaybe(consentPlace(column, row.id), text);
  const isConsent = draft.ground === "consent";
  return {
    ...row,
    ground: draft.ground,
    way: isConsent ? draft.way : null,
    words: seal("words", draft.words),
    purposes: consentPurposes.filter((key: ConsentPurpose) => draft.purposes[key]),
    otherPurpose: seal("other_purpose", draft.otherPurpose),
    givenOn,
    signature: seal("signature", isConsent && draft.signature ? JSON.stringify(draft.signature) : null),
    signedName: seal("signed_name", isConsent ? draft.signedName : null),
    guardianName: seal("guardian_name", draft.guardianName),
    guardianRelation: seal("guardian_relation", draft.guardianRelation),
    guardianAgreed: draft.guardianName ? draft.guardianAgreed : null,
    noGuardian: seal("no_guardian", draft.noGuardian),
  };
}
