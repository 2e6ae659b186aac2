import type { Role } from "@/lib/kernel/access/roles";

/** Nobody is signed in by a click. */
export const demoSignIns: readonly { role: Role; key: string; label: string; about: string }[] = [];
