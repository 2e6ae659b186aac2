export type ClientFileState = "announced" | "waiting" | "accepted" | "set_aside";

/** What the client says of her file; each may be empty. */
export type FileWords = { fileName: string; fileType: string; what: string; when: string; where: string };

/** A file as its sender sees it. Sizes in bytes. */
export type OwnFile = {
  id: string;
  state: ClientFileState;
  size: number;
  sha256: string | null;
  receivedAt: Date | null;
  words: FileWords;
};

/** The same for staff. */
export type ReceivedFile = OwnFile & {
  announcedAt: Date;
  sentSha256: string | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  exhibit: { id: string; label: string } | null;
};
