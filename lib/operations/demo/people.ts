import type { Role } from "@/lib/kernel/access/roles";

export type DemoPerson = { key: string; role: Role; name: string; email: string };

/** Everybody in the demo. The names are invented, and nobody can own an address in `.example`. */
export const demoPeople = [
  { key: "admin", role: "admin", name: "Naledi Jacobs", email: "naledi@kestrel.example" },
  { key: "supervisor", role: "supervisor", name: "Ruth Adams", email: "ruth@kestrel.example" },
  { key: "thandi", role: "caseworker", name: "Thandi Mokoena", email: "thandi@kestrel.example" },
  { key: "anele", role: "caseworker", name: "Anele Fortuin", email: "anele@kestrel.example" },
  { key: "maseko", role: "liaison", name: "Lindiwe Maseko", email: "maseko@police.example" },
  { key: "vanwyk", role: "liaison", name: "Pieter van Wyk", email: "vanwyk@prosecution.example" },
  { key: "sipho", role: "caseworker", name: "Sipho Dube", email: "sipho@kestrel.example" },
] as const satisfies readonly DemoPerson[];

export type DemoKey = (typeof demoPeople)[number]["key"];

/** The four demo sign-ins on the sign-in page: one person for each role. */
export const demoSignIns = [
  { role: "caseworker", key: "thandi", label: "Caseworker", about: "Thandi Mokoena: her cases, step by step" },
  {
    role: "supervisor",
    key: "supervisor",
    label: "Supervisor",
    about: "Ruth Adams: every case, and packets to approve",
  },
  { role: "liaison", key: "maseko", label: "Police liaison", about: "Capt. Lindiwe Maseko: the packets handed to her" },
  { role: "admin", key: "admin", label: "Administrator", about: "Naledi Jacobs: people, invitations and the log" },
] as const satisfies readonly { role: Role; key: DemoKey; label: string; about: string }[];
