import type { DispatchMethod } from "./types";

export const methodLabels: Record<DispatchMethod, string> = {
  by_hand: "By hand",
  courier: "Courier",
  registered_post: "Registered post",
  official_email: "Official e-mail",
  other: "Other",
};
