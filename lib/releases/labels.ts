import type { ReleaseState } from "./types";

export const releaseStateLabels: Record<ReleaseState, string> = {
  in_force: "In force",
  ends_soon: "Ends soon",
  expired: "Expired",
  revoked: "Revoked",
};
