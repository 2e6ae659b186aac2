import type { ScanProblem } from "@/lib/platform/clamd/problems";

/** `pending`: not scanned yet, or without a verdict. It is retried. */
const scanStates = ["pending", "clean", "virus"] as const;
export type ScanState = (typeof scanStates)[number];

/** The state of an exhibit. `not_scanned`: no scanner is configured and there is no verdict. */
export type ScanStanding = "not_scanned" | ScanState;

export type { ScanProblem };

export type ScanView = {
  /** False when the settings name no scanner. */
  setUp: boolean;
  standing: ScanStanding;
  /** The original goes nowhere: a virus is known in it, or a scanner is set up and has not called it clean. */
  held: boolean;
  /** The scanner's name for what it found. */
  virus: string | null;
  problem: ScanProblem | null;
  /** The program and the day of its list; null while there is no verdict. */
  engine: string | null;
  tries: number;
  scannedAt: Date | null;
  /** Set while somebody may download it despite this: who, until when and why. */
  letOut: { by: string; mine: boolean; until: Date; reason: string } | null;
};
