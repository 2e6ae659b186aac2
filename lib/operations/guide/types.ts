/** A run of words in one line of a page. `page` of a link is the name of another page; the contents are `README`. */
export type GuideSpan =
  | { kind: "words" | "strong" | "emphasis" | "code"; text: string }
  | { kind: "link"; page: string; text: string };

export type GuideBlock =
  | { kind: "heading"; level: 2 | 3; text: string }
  | { kind: "paragraph"; spans: readonly GuideSpan[] }
  | { kind: "list"; numbered: boolean; items: readonly (readonly GuideBlock[])[] }
  | { kind: "picture"; name: string; shows: string };

/** `name` is that of the file without its ending, `words` everything it says, for the search. */
export type GuidePage = { name: string; title: string; about: string; blocks: readonly GuideBlock[]; words: string };

/** The person for whom the pages are: a role, everybody who signs in, or a client. */
export const guideReaders = ["everybody", "caseworker", "supervisor", "liaison", "admin", "client"] as const;
type GuideReader = (typeof guideReaders)[number];

export type GuideGroup = { reader: GuideReader; title: string; pages: readonly GuidePage[] };
