/** A picture as cells of grey, row by row: `outline` 16 times 16, `cells` 96 times 96. */
export type Likeness = { outline: Uint8Array; cells: Uint8Array };

/** In which way two pictures are alike. `cropped`: one of them shows less than the other. */
export type Alike = { cropped: boolean; mirrored: boolean };

/** An exhibit of the same case that looks like this one. `smaller`: it has fewer pixels, `larger` more. */
export type NearCopy = Alike & { exhibitId: string; label: string; size: "smaller" | "larger" | "same" };
