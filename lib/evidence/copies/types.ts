import type { OpenedDerivative } from "@/lib/evidence/derivatives/queries";
import type { DerivativeFormat, DerivativeKind } from "@/lib/evidence/derivatives/types";

/** One file made from an exhibit, as its page lists it. `madeBy` is a name; null when a job made it. */
export type CopyView = {
  id: string;
  kind: DerivativeKind;
  format: DerivativeFormat;
  page: number;
  version: number;
  sha256: string;
  size: number;
  tool: string;
  reason: string | null;
  boxes: number;
  madeAt: Date;
  madeBy: string | null;
};

export type CopiesView = { masked: CopyView[]; stripped: CopyView | null; pages: CopyView[] };

export type OpenedCopy = OpenedDerivative["file"] & { name: string; sha256: string };
