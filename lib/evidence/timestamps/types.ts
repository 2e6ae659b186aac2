import type { AskProblem, TokenProblem } from "@/lib/platform/tsa/problems";

/** `pending`: requested or to be requested, and retried. `refused`: the response failed verification. */
const stampStates = ["pending", "held", "refused"] as const;
export type StampState = (typeof stampStates)[number];

/** Why a stamp is not held. */
export type StampProblem = AskProblem | TokenProblem;

/** Why a stamp that is held is not believed any more. */
export type HeldProblem = TokenProblem | "no_token" | "no_roots" | "record_differs";

/** One authority's stamp of one exhibit. Instants are UTC. */
export type StampView = {
  /** Null while nothing is recorded of it. */
  id: string | null;
  /** The host of the authority, with its port. */
  authority: string;
  state: StampState;
  tries: number;
  lastTriedAt: Date | null;
  /** The approximate next attempt; null if there is a stamp, or it waits for its turn. */
  nextAt: Date | null;
  problem: StampProblem | null;
  /** What the token says, when one is held. `serial` is hex. */
  proven: { genTime: Date; policy: string; serial: string; tsaName: string } | null;
};

export type StampsView = {
  /** False when the settings name no time authority. */
  setUp: boolean;
  stamps: readonly StampView[];
  /** The hash that is stamped, and the name that a downloaded token gets after its exhibit: `E-01`. */
  sha256: string;
  label: string;
};

/** The stamp state of an exhibit in a list. `partly`: one authority's stamp is held and another's is not. */
export type StampSummary = "none_set_up" | "held" | "partly" | "pending" | "refused";
