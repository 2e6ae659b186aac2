import type { AuthorityState, Giver } from "./types";

export const authorityStateLabels: Record<AuthorityState, string> = {
  in_force: "In force",
  not_yet: "Not in force yet",
  expired: "Expired",
  revoked: "Revoked",
};

export const giverLabels: Record<Giver, string> = {
  client: "The client",
  guardian: "A parent or guardian",
};
