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
  /** Why whoever looks cannot release it; null when they can. They can always refuse. */
  whyNot: string | null;
};

/** How a change of access stands just after it was asked for. */
export type Asked = { waits: boolean; opensAt: Date | null };
