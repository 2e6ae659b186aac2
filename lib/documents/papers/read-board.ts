import "server-only";
import { listIdentifiers } from "@/lib/casework/subjects/identifiers/queries";
import type { IdentifierView } from "@/lib/casework/subjects/identifiers/types";
import { listSubjects } from "@/lib/casework/subjects/queries";
import type { AccountView, SubjectView } from "@/lib/casework/subjects/types";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { Law } from "@/lib/law/jurisdictions/rules";

/** The subjects, as one document refers to them. */
export type Board = {
  law: Law;
  pair: string;
  /** The one subject that the paper can only be about; null out of several. */
  subject: SubjectView | null;
  /** The same alone, or every subject of the case. */
  subjects: SubjectView[];
  account: AccountView | null;
  accounts: AccountView[];
  /** What points to these subjects and is no account. */
  identifiers: IdentifierView[];
  onlyOne: boolean;
  /** The second clock of an act: the subject's where a reason for it is recorded, else UTC, which claims nothing. */
  zone: string;
};

/** The account that was chosen with its subject; without one, the only account there is, and none out of several. */
export async function readBoard(
  ctx: TxCtx,
  caseId: string,
  accountId: string | null,
  place: Pick<Board, "law" | "pair">,
): Promise<Board> {
  const all = await listSubjects(ctx, caseId);
  const known = all.flatMap((subject) => subject.accounts);
  const chosen = known.find((account) => account.id === accountId) ?? null;
  const account = chosen ?? (known.length === 1 ? (known[0] ?? null) : null);
  const holder = all.find((subject) => subject.accounts.some((candidate) => candidate.id === account?.id));
  const subject = holder ?? (all.length === 1 ? (all[0] ?? null) : null);
  const subjects = chosen && holder ? [holder] : all;
  const identifiers = (await listIdentifiers(ctx, caseId)).filter((identifier) =>
    subjects.some(({ id }) => id === identifier.subjectId),
  );
  return {
    law: place.law,
    pair: place.pair,
    subject,
    subjects,
    account,
    accounts: chosen ? [chosen] : known,
    identifiers,
    onlyOne: chosen !== null,
    zone: subject?.zone ?? "UTC",
  };
}
