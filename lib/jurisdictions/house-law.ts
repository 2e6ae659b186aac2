import { agencies as commonAgencies } from "./common/agencies";
import { neutralChecklists } from "./common/checklists";
import { clocks as defaultClocks } from "./common/clocks-default";
import { clocks as futureClocks } from "./common/clocks-not-in-force";
import { clocks as officialClocks } from "./common/clocks-official";
import { documents as commonDocuments } from "./common/documents";
import { notes as commonNotes } from "./common/notes";
import { platforms } from "./common/platforms";
import { processes } from "./common/processes";
import { referenceKinds as commonKinds } from "./common/reference-kinds";
import { type Law, type LawDraft, loadLaw, mergeLaw } from "./load-law";
import { playbook as usZa } from "./pairs/us-za";
import { checklists as usZaChecklists } from "./pairs/us-za/checklists";
import { dualCriminality as usZaPairs } from "./pairs/us-za/dual-criminality";
import { packetWords as usZaWords } from "./pairs/us-za/packet-words";
import { playbook as zaUs } from "./pairs/za-us";
import { checklists as zaUsChecklists } from "./pairs/za-us/checklists";
import { dualCriminality as zaUsPairs } from "./pairs/za-us/dual-criminality";
import { packetWords as zaUsWords } from "./pairs/za-us/packet-words";
import { readLawFolder } from "./read-folder";
import { agencies as usAgencies } from "./us/agencies";
import { calendar as usCalendar } from "./us/calendar";
import { documents as usDocuments } from "./us/documents";
import { notes as usNotes } from "./us/notes";
import { offences as usOffences } from "./us/offences";
import { referenceKinds as usKinds } from "./us/reference-kinds";
import { remedies as usRemedies } from "./us/remedies";
import { agencies as zaAgencies } from "./za/agencies";
import { calendar as zaCalendar } from "./za/calendar";
import { documents as zaDocuments } from "./za/documents";
import { notes as zaNotes } from "./za/notes";
import { offences as zaOffences } from "./za/offences";
import { referenceKinds as zaKinds } from "./za/reference-kinds";
import { remedies as zaRemedies } from "./za/remedies";
import { stations as zaStations } from "./za/stations";

const release: LawDraft = {
  agencies: [...zaAgencies, ...usAgencies, ...commonAgencies],
  referenceKinds: [...zaKinds, ...usKinds, ...commonKinds],
  platforms,
  offences: [...zaOffences, ...usOffences],
  dualCriminality: { "ZA-US": zaUsPairs, "US-ZA": usZaPairs },
  remedies: [...zaRemedies, ...usRemedies],
  notes: [...zaNotes, ...usNotes, ...commonNotes],
  processes,
  clocks: [...officialClocks, ...defaultClocks, ...futureClocks],
  calendars: { ZA: zaCalendar, US: usCalendar },
  stations: { ZA: zaStations },
  documents: [...zaDocuments, ...usDocuments, ...commonDocuments],
  packetWords: { "ZA-US": zaUsWords, "US-ZA": usZaWords },
  playbooks: [zaUs, usZa],
  checklists: { "": neutralChecklists, "ZA-US": zaUsChecklists, "US-ZA": usZaChecklists },
};

/**
 * The law of this release, with a folder of data laid beside it when one is named: another pair is such a folder.
 * @throws Error that names the file, the path and the reason
 */
export function houseLawWith(folder: string | undefined): Law {
  if (!folder) return loadLaw(release);
  const { law, files } = readLawFolder(folder);
  return loadLaw(mergeLaw(release, law), files);
}

/** The law that this house runs on. Read and checked when the module is first used; LAW_DIR names the folder. */
export const houseLaw: Law = houseLawWith(typeof window === "undefined" ? process.env.LAW_DIR : undefined);
