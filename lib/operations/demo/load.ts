import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { closeDatabase } from "@/db/client";
import { env } from "@/lib/platform/env";
import { loadArrival } from "./load-arrival";
import { loadCases } from "./load-cases";
import { loadClientPage } from "./load-client-page";
import { loadDesk } from "./load-desk";
import { loadEnquiries } from "./load-enquiries";
import { loadFirstContact } from "./load-first-contact";
import { loadList } from "./load-list";
import { loadPackets } from "./load-packets";
import { loadPeople } from "./load-people";
import { loadQueue } from "./load-queue";
import { loadReferrals } from "./load-referrals";
import { loadRequests } from "./load-requests";
import { readStories } from "./read-stories";
import { workOffJobs } from "./work-off-jobs";

/** The script behind `npm run demo`: an invented organisation, made by calling the same commands that people call. */
async function load(): Promise<void> {
  const setupToken = readFileSync(join(env().DATA_DIR, "secrets", "demo-setup"), "utf8");
  const cast = await loadPeople(setupToken);
  const stories = readStories();
  const onePartDone = reportProgress(stories.cases.length + stories.packets.length);
  const opened = await loadCases(cast, stories.cases, onePartDone);
  await loadPackets(cast, stories, opened, onePartDone);
  await loadReferrals(cast, stories, opened);
  await loadDesk(cast, opened);
  await loadFirstContact(cast, opened);
  await loadClientPage(cast, opened);
  await loadEnquiries(cast);
  await loadArrival(cast);
  await loadRequests(cast, opened);
  const broughtIn = await loadList(cast);
  await workOffJobs(cast.admin.ctx.orgId, [...opened.values(), ...broughtIn]);
  await loadQueue(cast);
}

/** Writes a line for each case and packet, which take nearly all of the time; whoever started this shows it. */
function reportProgress(all: number): () => void {
  let done = 0;
  return () => {
    done += 1;
    process.stdout.write(`${done} of ${all}\n`);
  };
}

await load().finally(closeDatabase);
