import type { Ctx } from "@/lib/kernel/access/ctx";
import type { Role } from "@/lib/kernel/access/roles";
import type { Org } from "../../support/org";
import { warmUpOf } from "../harness";

/** How often one person searches here. Their budget lets more through at once, and a day of work stays below it. */
const each = 150;

/** How often something is done that is measured `n` times. */
export const turnsOf = (n: number): number => n + warmUpOf(n);

/** So many people that nobody searches more than a person would, and each time the next of them. */
export async function takeTurns(org: Org, role: Role, times: number): Promise<() => Ctx> {
  const people: Ctx[] = [];
  while (people.length * each < times) people.push((await org.person(role)).ctx);
  let turn = 0;
  return () => {
    const ctx = people[turn % people.length];
    turn += 1;
    if (!ctx) throw new Error("Nobody takes a turn.");
    return ctx;
  };
}
