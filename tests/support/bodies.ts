import type { Ctx } from "@/lib/kernel/access/ctx";
import { addBody } from "@/lib/organisation/bodies/commands/add-body";
import { startBodyImport } from "@/lib/organisation/bodies/imports/commands/start-body-import";
import { newId } from "@/lib/platform/ids";

/** A fictional station, as the form sends it. Each has a name of its own. */
export const stationForm = (name = `Voorbeeld ${newId().slice(-8)}`) => ({
  kind: "police_station",
  country: "ZA",
  name,
  area: "Western Cape",
  phone: "021 000 0100",
  email: "desk@station.example",
  address: "1 Voorbeeld Street, Voorbeeld",
  hours: "Day and night",
  languages: "Afrikaans, English",
  purpose: "Takes statements",
  source: "stations.example/list",
  readOn: "2026-11-20",
  mark: "V2",
});

export const newStation = async (ctx: Ctx, name?: string): Promise<string> =>
  (await addBody(ctx, stationForm(name))).id;

export const listHeaders = [
  "Kind",
  "Country",
  "Name",
  "Province",
  "Phone",
  "Address",
  "Hours",
  "Source",
  "Date read",
  "How sure",
];

/** A row of a list, in the order of its headers. */
export const listedStation = (
  name: string,
  over: Partial<Record<(typeof listHeaders)[number], string>> = {},
): string[] => {
  const row: Record<string, string> = {
    Kind: "Police station",
    Country: "South Africa",
    Name: name,
    Province: "Western Cape",
    Phone: "021 000 0100",
    Address: "1 Voorbeeld Street",
    Hours: "Day and night",
    Source: "stations.example/list",
    "Date read": "2026-11-20",
    "How sure": "V2",
    ...over,
  };
  return listHeaders.map((header) => row[header] ?? "");
};

/** A list that is read and checked, and not imported yet. */
export const startList = async (ctx: Ctx, rows: readonly string[][], headers = listHeaders): Promise<string> => {
  const below = rows.map((cells, at) => ({ row: at + 2, cells }));
  return (await startBodyImport(ctx, { fileName: "stations.csv", headers, rows: below })).id;
};
