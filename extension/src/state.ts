/** The connection with one case. It is in the memory of the browser alone, and gone when that is closed. */
export type Pairing = { origin: string; token: string; until: string; caseCode: string; organisation: string };

/** What the extension does or did last, for the popup, which may be closed meanwhile. */
export type Work = {
  state: "busy" | "kept" | "failed";
  address: string;
  /** A key of the messages, or a sentence of the server. */
  says: string;
  /** The labels of the exhibits that were made, and the one that shows the page. */
  labels?: string[];
  proofExhibitId?: string;
};

export type Kept = { pairing?: Pairing; work?: Work };

export async function readKept(): Promise<Kept> {
  return (await chrome.storage.session.get(["pairing", "work"])) as Kept;
}

export const keepPairing = (pairing: Pairing): Promise<void> => chrome.storage.session.set({ pairing });
export const keepWork = (work: Work): Promise<void> => chrome.storage.session.set({ work });
export const forget = (): Promise<void> => chrome.storage.session.remove(["pairing", "work"]);
