import type { IncidentView } from "@/lib/casework/incidents/types";
import type { SubjectView } from "@/lib/casework/subjects/types";
import type { ExhibitView } from "@/lib/evidence/exhibits/types";
import { t } from "@/lib/platform/language/translate";
import { isPrivateAddress } from "@/lib/platform/network/network";
import { ofEach } from "../board/rules";
import type { Board } from "../read-board";
import type { ReadHop } from "../read-mail-hops";
import type { FactItem } from "../types";

export function mailItem({ exhibit: { label }, line, hop }: ReadHop): FactItem {
  const { seenIp, seenName, claimed, by, at, atUtc } = hop;
  const written = at ? t("“{at}”, as written", { at }) : t("Time not known");
  return {
    code: `${label}.${line}`,
    values: {
      number: label,
      line: String(line),
      at: atUtc ? inUtc(atUtc) : written,
      server: by ?? t("a server that is not named"),
      seen: seenIp ? [seenIp, seenName && `(${seenName})`].filter(Boolean).join(" ") : t("no address that is known"),
      claimed: claimed ? `“${claimed}”` : "nothing",
    },
  };
}

/**
 * The subjects that a mail is linked to by an incident, an account or an identifier; null for an incident whose author
 * is unknown. Empty: it may be from anybody, such as a platform.
 */
export function sendersOf(
  exhibit: ExhibitView,
  { subjects, accounts, identifiers }: Board,
  told: readonly IncidentView[],
): Set<SubjectView | null> {
  const holder = (accountId: string | null | undefined) =>
    subjects.find((subject) => subject.accounts.some(({ id }) => id === accountId)) ?? null;
  const acts = told.filter(
    (incident) => incident.kind === "act" && incident.exhibits.some(({ id }) => id === exhibit.id),
  );
  const links = identifiers.filter((identifier) => identifier.exhibitId === exhibit.id);
  return new Set([
    ...acts.map(({ accountId }) => holder(accountId)),
    ...accounts.filter(({ id }) => id === exhibit.account?.id).map(({ id }) => holder(id)),
    ...links.map(({ subjectId }) => subjects.find(({ id }) => id === subjectId) ?? null),
  ]);
}

/**
 * The address from which each mail came, with its time, for one line of a form: what the first server saw. What a later
 * server saw is the machine that forwarded the mail, such as the provider's. An address without a time is useless to a
 * provider, and a private one outside its own network. With several subjects, each says whose it is.
 */
export function seenAt(hops: readonly ReadHop[], board: Board, told: readonly IncidentView[]): string | null {
  const seen = hops.flatMap(({ exhibit, line, hop: { seenIp, atUtc, by } }) => {
    if (line > 1 || !seenIp || !atUtc || isPrivateAddress(seenIp)) return [];
    const words = t("{seenIp} at {atUtc}, seen by {value} ({label})", {
      seenIp,
      atUtc: inUtc(atUtc),
      value: by ?? t("a server that is not named"),
      label: exhibit.label,
    });
    return [{ words, of: senderOf(exhibit, board, told) }];
  });
  const of = (subject: SubjectView | null) => seen.filter((mail) => mail.of === subject).map(({ words }) => words);
  const open = of(null).join("; ");
  const whose = board.subjects.length > 1 ? t("Not known of which subject: ") : "";
  return [ofEach(board, of), open && `${whose}${open}`].filter(Boolean).join("; ") || null;
}

function senderOf(exhibit: ExhibitView, board: Board, told: readonly IncidentView[]): SubjectView | null {
  const linked = [...sendersOf(exhibit, board, told)].filter((sender) => sender !== null);
  const [only = null, ...others] = board.subjects.length === 1 ? board.subjects : linked;
  return others.length === 0 ? only : null;
}

const inUtc = (iso: string) => t("{value} {value2} UTC", { value: iso.slice(0, 10), value2: iso.slice(11, 19) });
