import type { HeldView, ReleaseState } from "./types";

export const releaseStateLabels: Record<ReleaseState, string> = {
  in_force: "In force",
  ends_soon: "Ends soon",
  expired: "Expired",
  revoked: "Revoked",
};

const ways: Record<HeldView["how"], string> = { portal: "in the portal", paper: "on paper", link: "by a link" };

/** `CD-26-0001-P1, version 2, in the portal, with its sealed annex` */
export function heldWords({ code, version, how, withAnnex }: HeldView): string {
  return `${code}, version ${version}, ${ways[how]}${withAnnex ? ", with its sealed annex" : ""}`;
}
