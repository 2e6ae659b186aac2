import technology from "../release/words/technology.json";
import type { LegalSource } from "../types";

/** One thing about devices and accounts that is gone through with a client. */
export type TechnologyItem = {
  key: string;
  text: string;
  /** The act in a few words for the client's own page. */
  plain: string;
  ask: string;
  steps: readonly string[];
  /** How the person may notice it, and what proof may be lost; empty when nothing is known. */
  alerts: string;
  destroys: string;
  sources: readonly LegalSource[];
};

/** In the order in which it is safe: a safe device and the proof first. */
export const technologyItems = technology.items as readonly TechnologyItem[];

/** The item that comes before whatever may destroy proof. */
export const proofItem = "proof";
