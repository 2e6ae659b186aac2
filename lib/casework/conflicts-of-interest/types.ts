/** A member who must not see a client, as shown to those responsible for the case. */
export type ConflictView = { id: string; name: string; reason: string; setBy: string; setAt: Date };

/** Whom one can keep from a case. */
export type Deniable = { id: string; name: string; role: string };
