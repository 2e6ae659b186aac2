/** Sentences of certificates, each reviewed once: the packet's own drafts and the papers print the same words. */
export const certificateWords = {
  perjury:
    "I declare under penalty of perjury under the laws of the United States of America that the foregoing is true and correct.",
  compare:
    "The wording of 28 USC 1746 was not read. Compare before signing. The other side must be given notice under rule 902(11).",
  hashProves:
    "A matching hash shows that a copy equals the original. It does not show that what the original says is true.",
  draft:
    "Draft. Not signed and not sworn. Everything printed comes from the custody ledger. The ruled lines are for the person who has the knowledge to complete them.",
  accuracy: "Whether the process produces an accurate result, and how I know this:",
  chain:
    "Each original was hashed on receipt. Every handling is an event in an append-only ledger in which each event includes the hash of the one before.",
  unchanged: "Nothing was changed in a stored original.",
  originator:
    "The accounts are identified by the platform’s id where it is known. Who used the accounts is not known to me.",
  otherFactors: "Other factors that the deponent wishes to state:",
} as const;
