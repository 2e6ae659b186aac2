import "server-only";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { fillIn, type Parts } from "@/lib/law/jurisdictions/fill-in";
import { type DataFile, readFiles } from "@/lib/law/jurisdictions/read-files";
import {
  type ChargeStory,
  demoSchemas,
  type PacketStory,
  type ReferralStory,
  type ReleaseStory,
  type ServiceStory,
  type Story,
} from "./story-types";

/** Everything in the demo. */
export type Stories = {
  cases: Story[];
  charges: ChargeStory[];
  releases: ReleaseStory[];
  packets: PacketStory[];
  services: ServiceStory[];
  referrals: ReferralStory[];
};

/**
 * Reads the stories from their files, as law is read. @throws Error with the file, the place in it and the reason
 */
export function readStories(folder = fileURLToPath(new URL("data", import.meta.url))): Stories {
  const files = readFiles(folder);
  const named = files.find(({ place }) => place === "parts")?.data;
  const parts: Parts = new Map(typeof named === "object" && named ? Object.entries(named) : []);
  const of = <Schema extends z.ZodType>(isOne: (place: string) => boolean, schema: Schema) =>
    files.filter(({ place }) => isOne(place)).map((file) => read(file, parts, schema));
  return {
    cases: of((place) => place.startsWith("cases/"), demoSchemas.case),
    charges: of((place) => place === "charges", demoSchemas.charges).flat(),
    releases: of((place) => place === "releases", demoSchemas.releases).flat(),
    packets: of((place) => place === "packets", demoSchemas.packets).flat(),
    services: of((place) => place === "services", demoSchemas.services).flat(),
    referrals: of((place) => place === "referrals", demoSchemas.referrals).flat(),
  };
}

function read<Schema extends z.ZodType>({ file, data }: DataFile, parts: Parts, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(fillIn(data, parts));
  if (parsed.success) return parsed.data;
  throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
}
