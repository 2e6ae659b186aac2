import { openCase } from "@/lib/casework/cases/commands/open-case";
import { raiseFlag } from "@/lib/casework/flags/raise-flag";
import { resolveFlag } from "@/lib/casework/flags/resolve-flag";
import { writeReview } from "@/lib/casework/reviews/write-review";
import { addIdentifier } from "@/lib/casework/subjects/identifiers/add-identifier";
import { listSubjects } from "@/lib/casework/subjects/queries";
import { offerCase } from "@/lib/casework/transfers/offer-case";
import { beginStep } from "@/lib/escalation/ladder/commands/begin-step";
import { recordCustody } from "@/lib/evidence/exhibits/commands/record-custody";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { account, caseForm, incident, newClient, safeContact } from "./case-form";
import { addExhibit } from "./exhibit";
import { plantRefusal } from "./refusal";

/** `next`: a word for a protected field; `say`: the same for one that takes a sentence; `phone`: eight digits. */
export type Words = { next: () => string; say?: () => string; phone: () => string };
type Who = { worker: Ctx; supervisor: Ctx; colleagueId: string };

const birdName = () => `Testbird ${Math.random().toString(36).slice(2, 10)}`;

/** One case with a word of its own in each protected field that these commands write. @returns its id */
export async function liveThrough(
  { worker, supervisor, colleagueId }: Who,
  { next, phone, say = next }: Words,
  { pseudonym = birdName(), ...over }: { pseudonym?: string; [field: string]: unknown } = {},
): Promise<string> {
  const client = {
    ...newClient(pseudonym),
    name: `Nomvula ${next()}`,
    identityNumber: next(),
    phone: `+27 ${phone()}0`,
    email: `${next()}@mail.example`,
    address: `1 ${say()} Street`,
    safeContact: {
      ...safeContact,
      channel: next(),
      hours: next(),
      deviceSeenBy: say(),
      codeWord: next(),
      never: say(),
      subjectLine: say(),
    },
  };
  const acts = [1, 2, 3].map(() => ({ ...incident, words: `I know ${say()}`, what: `A message ${say()}` }));
  const subject = { allegedName: say(), allegedPlace: say() };
  const { id: caseId } = await openCase(worker, caseForm({ client, incidents: acts, subject, ...over }));
  for (let no = 0; no < 3; no += 1) await addFile(worker, caseId, { next, say });
  const subjectId = (await listSubjects(worker, caseId))[0]?.id ?? "";
  const board = { kind: "phone", value: `+27 ${phone()}0`, confidence: "probable", linkReason: say() };
  await addIdentifier(worker, { caseId, subjectId, ...board });
  await plantRefusal(worker, caseId, { officer: say(), forceNumber: next(), words: say(), witnesses: say() });
  await beginStep(worker, { caseId, stepKey: "csc-report", note: say() });
  const { id: flagId } = await raiseFlag(worker, { caseId, message: say(), lookOn: "" });
  await resolveFlag(worker, { flagId, note: say() });
  await writeReview(supervisor, { caseId, note: say() });
  await offerCase(supervisor, { caseId, memberId: colleagueId, reason: say() });
  return caseId;
}

async function addFile(worker: Ctx, caseId: string, { next, say }: Required<Omit<Words, "phone">>): Promise<void> {
  const bytes = Buffer.from(`${"x".repeat(1000)} ${next()} ${"y".repeat(1000)}`);
  const about = { fileName: `${next()}.txt`, description: say(), words: say() };
  const where = { sourceUrl: `https://social.example/${next()}`, permalink: `https://social.example/p/${next()}` };
  const { exhibitId } = await addExhibit(worker, caseId, bytes, { ...about, ...where });
  const details = { from: say(), to: say(), place: say(), remarks: say() };
  await recordCustody(worker, { exhibitId, action: "transferred", purpose: say(), ...details });
}

/** The account of the form, with its open words too. */
export const loudAccount = ({ next, say = next }: Words) => ({
  ...account,
  displayName: say(),
  url: `https://social.example/u/${next()}`,
  linkReason: say(),
});
