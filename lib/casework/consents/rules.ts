import type { Strokes } from "@/lib/casework/cases/types";

/** The consent that counts now: the newest that is not withdrawn. `all`: newest first. */
export function standingOf<T extends { withdrawn: unknown }>(all: readonly T[]): T | null {
  return all.find(({ withdrawn }) => withdrawn === null) ?? null;
}

type Guarded = { guardianName: string | null; guardianAgreed: boolean | null; noGuardian: string | null };

/** Whether a child's consent says who stands for the child, or why nobody does. */
export const guardianIsClear = ({ guardianName, guardianAgreed, noGuardian }: Guarded): boolean =>
  (guardianName !== null && guardianAgreed === true) || noGuardian !== null;

/** The strokes of a signature as the path of a picture. */
export function signaturePath(strokes: Strokes): string {
  return strokes
    .map((points) => {
      const [start, ...rest] = points.map(([x, y]) => `${x} ${y}`);
      // A single touch is a dot: a line of no length with round ends.
      return `M${start} ${rest.length > 0 ? rest.map((point) => `L${point}`).join(" ") : `L${start}`}`;
    })
    .join(" ");
}
