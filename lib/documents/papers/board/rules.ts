import { confidenceLabels } from "@/lib/casework/cases/labels";
import { identifierLabels } from "@/lib/casework/subjects/identifiers/labels";
import type { IdentifierKind, IdentifierView } from "@/lib/casework/subjects/identifiers/types";
import type { AccountView, SubjectView } from "@/lib/casework/subjects/types";
import { entityOf, type Law } from "@/lib/law/jurisdictions/rules";
import { t } from "@/lib/platform/language/translate";
import type { Board } from "../read-board";
import type { FactItem } from "../types";

export function subjectValues(board: Board): Record<string, string | null> {
  const { law, pair, subject, account } = board;
  const known = (subject: SubjectView, kind: IdentifierKind) =>
    board.identifiers.filter((row) => row.subjectId === subject.id && row.kind === kind).map(howSure);
  const profiles = (subject: SubjectView) =>
    subject.accounts.filter(({ id }) => board.accounts.some((row) => row.id === id));
  return {
    "subject.name": subject?.allegedName ?? null,
    "subject.place": subject?.allegedPlace ?? null,
    "subjects.names": ofEach(board, (person) => [person.allegedName]),
    "subjects.places": ofEach(board, (person) => [person.allegedPlace, ...known(person, "address")]),
    "subjects.phones": ofEach(board, (person) => known(person, "phone")),
    "subjects.emails": ofEach(board, (person) => known(person, "email")),
    "subjects.profiles": ofEach(board, (person) => profiles(person).map(({ url }) => url)),
    ...(account
      ? Object.fromEntries(
          Object.entries(accountValues(account, law, pair)).map(([key, value]) => [`account.${key}`, value]),
        )
      : {}),
  };
}

export function accountValues(account: AccountView, law: Law, pair: string): Record<string, string | null> {
  const { platformName: platform, handle, platformId, url, displayName } = account;
  const company = entityOf(account.platform, law, pair)?.name ?? null;
  return { platform, company, handle, platformId, url, displayName };
}

/** What is known about each subject, in one line of a form. With several, each value says whose it is. */
export function ofEach(
  { subjects }: Pick<Board, "subjects">,
  valuesOf: (subject: SubjectView) => readonly (string | null)[],
): string | null {
  const parts = subjects.flatMap((subject) => {
    const values = valuesOf(subject).filter((value) => value !== null);
    if (values.length === 0) return [];
    return [subjects.length > 1 ? `${nameOf(subject)}: ${values.join("; ")}` : values.join("; ")];
  });
  return parts.join("; ") || null;
}

const nameOf = ({ number }: SubjectView) => t("Subject {number}", { number });

/** A guess is never copied into a form as if it were known. */
const howSure = ({ value, confidence }: IdentifierView) =>
  confidence === "confirmed" ? value : `${value} (${confidenceLabels[confidence].toLowerCase()})`;

/** Phones, e-mails, wallets and places of the subjects, in the order in which they were added. */
export function identifierItems({ identifiers, subjects }: Board): FactItem[] {
  return identifiers.map(({ id, subjectId, kind, value, confidence, linkReason, exhibit }) => {
    const subject = subjects.find((candidate) => candidate.id === subjectId);
    return {
      code: id,
      values: {
        whose: subject ? nameOf(subject) : null,
        kind: identifierLabels[kind],
        value,
        confidence: confidenceLabels[confidence],
        reason: linkReason,
        shownIn: exhibit,
      },
    };
  });
}
