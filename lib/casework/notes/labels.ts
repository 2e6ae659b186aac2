import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import type { CivilDate } from "@/lib/platform/time/calendar";
import type { Direction, NoteKind, Party, Visibility } from "./types";

export const kindLabels: Record<NoteKind, string> = labelTable(() => ({
  note: t("Note"),
  call: t("Call"),
  visit: t("Visit"),
  message: t("Message"),
  meeting: t("Meeting"),
}));

export const partyLabels: Record<Party, string> = labelTable(() => ({
  client: t("The client"),
  officer: t("An officer"),
  platform: t("A platform"),
  agency: t("Another agency or organisation"),
  family: t("Family or friends of the client"),
  other: t("Somebody else"),
}));

export const directionLabels: Record<Direction, string> = {
  in: t("They contacted us"),
  out: t("We contacted them"),
};

export const visibilityLabels: Record<Visibility, { label: string; hint: string }> = {
  working: { label: t("Working note"), hint: t("Everybody who sees this case can read it.") },
  supervision: { label: t("Supervision note"), hint: t("Only you and supervisors can read it.") },
};

const withParty: Record<Party, string> = labelTable(() => ({
  client: t("with the client"),
  officer: t("with an officer"),
  platform: t("with a platform"),
  agency: t("with another agency"),
  family: t("with family or friends"),
  other: t("with somebody else"),
}));

type Named = { kind: NoteKind; party: Party | null };

/** `Call with the client`; no words that somebody typed, so that lists and deadlines may show it. */
export function noteTitle({ kind, party }: Named): string {
  return kind === "note" || party === null ? kindLabels[kind] : `${kindLabels[kind]} ${withParty[party]}`;
}

/** The name of a deadline: `Next act after: call with the client, 12 Nov 2026`. */
export function nextActTitle(note: Named & { on: CivilDate }): string {
  const title = noteTitle(note);
  return t("Next act after: {title}, {on}", {
    title: `${title.charAt(0).toLowerCase()}${title.slice(1)}`,
    on: formatDate(note.on),
  });
}
