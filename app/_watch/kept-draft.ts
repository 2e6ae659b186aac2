import { openSealed, type Sealed, sealUnder, type TypingKey } from "./sealed-typing";

/** What was typed into a note and did not reach the server yet, with the revision of the draft that it follows. */
export type UnsentDraft = { noteId: string; revision: number; typed: Record<string, string> };

/** `sealed` is empty while the server has everything: then it only says that the note was open in this tab. */
type Kept = { who: string; sealed: Sealed | null };

/** `of`: a note that is not saved yet, or a change of one that is. */
export type DraftPlace = { who: string; caseId: string; of: "new" | "change"; noteId: string };

const begin = "crossdocket.note.";
const shelf = ({ caseId, of, noteId }: DraftPlace): string => `${begin}${of}.${caseId}.${noteId}`;
const shelves = (under = begin): string[] => Object.keys(sessionStorage).filter((name) => name.startsWith(under));
const read = (name: string): Kept | null => JSON.parse(sessionStorage.getItem(name) ?? "null") as Kept | null;
const store = (name: string, kept: Kept): void => sessionStorage.setItem(name, JSON.stringify(kept));

/** The note is open in this tab. What is not sent yet stays. */
export function markDraftOpen(place: DraftPlace): void {
  store(shelf(place), { who: place.who, sealed: read(shelf(place))?.sealed ?? null });
}

/** The server has all of it now. */
export const noteDraftSent = (place: DraftPlace): void => store(shelf(place), { who: place.who, sealed: null });

/** Seals what the server does not have yet: this tab cannot read it again without the server. */
export async function keepDraft(place: DraftPlace, draft: UnsentDraft, key: TypingKey): Promise<void> {
  store(shelf(place), { who: place.who, sealed: await sealUnder(key, draft) });
}

/** Whether a new note was open, or is not sent yet, on this case in this tab. */
export const hasKeptDraft = (who: string, caseId: string): boolean =>
  shelves(`${begin}new.${caseId}.`).some((name) => read(name)?.who === who);

type Sought = Omit<DraftPlace, "noteId"> & { noteId?: string };

/** What is not sent yet, decrypted: null if there is nothing, "away" if the server, which has the key, does not answer. */
export async function openKeptDraft({ who, caseId, of, noteId = "" }: Sought): Promise<UnsentDraft | null | "away"> {
  for (const name of shelves(`${begin}${of}.${caseId}.${noteId}`)) {
    const kept = read(name);
    if (kept?.who !== who || kept.sealed === null) continue;
    const opened = (await openSealed(kept.sealed)) as UnsentDraft | null | "away";
    if (opened !== null) return opened;
    sessionStorage.removeItem(name);
  }
  return null;
}

export const dropKeptDraft = (place: DraftPlace): void => sessionStorage.removeItem(shelf(place));

/** At quick exit, and when somebody signs out. */
export function dropAllDrafts(): void {
  for (const name of shelves()) sessionStorage.removeItem(name);
}

/** At the first page of whoever signs in next: what another person left in this tab goes. */
export function dropDraftsOfOthers(who: string): void {
  for (const name of shelves()) if (read(name)?.who !== who) sessionStorage.removeItem(name);
}
