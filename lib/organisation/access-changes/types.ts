import type { Role } from "@/lib/kernel/access/roles";

export type AccessKind = "join" | "role" | "renew";

/** Roles that see cases, or what was handed over of them. */
export type AccessRole = Exclude<Role, "admin">;

export type AccessChangeView = {
  id: string;
  kind: AccessKind;
  name: string;
  email: string;
  role: AccessRole;
  askedBy: string;
  askedAt: Date;
  /** When it takes effect without anybody; null when a second person is needed. */
  opensAt: Date | null;
  /** Why the viewer cannot approve it; null if they can. They can always reject it. */
  whyNot: string | null;
};

/** The state of an access change directly after the request. */
export type Asked = { waits: boolean; opensAt: Date | null };
