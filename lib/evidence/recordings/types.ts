/** A voice note or a film that browsers play. `type`: the media type that it is served as, by its bytes. */
export type Recording = { as: "sound" | "film"; type: string };

/** One still of a film, newest last. `madeBy` is a name. */
export type StillView = {
  id: string;
  number: number;
  /** Where in the film, as `1:02`. */
  at: string;
  sha256: string;
  size: number;
  tool: string;
  madeAt: Date;
  madeBy: string;
};
