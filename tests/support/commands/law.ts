import { houseLaw } from "@/lib/law/jurisdictions/rules";
import { amendProvision } from "@/lib/law/provisions/amend-provision";
import { proclaimDay } from "@/lib/law/provisions/proclaim-day";
import { offenceForm, proof } from "../law-change";
import type { Row, Table } from "./row";

const organisations = "The law is everybody's: only what an organisation changes in it is its own.";
const forAdmin = (log: string, input: Row["input"], otherwise?: Row["otherwise"]): Row => ({
  needs: "law.write",
  by: "admin",
  log,
  input,
  ...(otherwise ? { otherwise } : {}),
});
const [calendar = ""] = Object.keys(houseLaw.calendars);
const named = { because: organisations, namesNothing: true } as const;
const day = (on: string) => ({ calendar, day: on, name: "A day of mourning", source: "Invented Gazette 12" });

export const law: Table = {
  "law/provisions/amend-provision": forAdmin("law.amended", () => offenceForm("za-cca-15", { inForce: "no" }), named),
  "law/provisions/confirm-provision": forAdmin(
    "law.confirmed",
    () => ({ part: "offence", key: "za-cca-14", seen: "0", ...proof }),
    named,
  ),
  "law/provisions/withdraw-provision-change": forAdmin(
    "law.change_withdrawn",
    async ({ admin }) => {
      await amendProvision(admin.ctx, offenceForm("za-cca-16", { maxPenalty: "A fine" }));
      return { part: "offence", key: "za-cca-16", seen: "1", reason: "It was misread." };
    },
    named,
  ),
  "law/provisions/proclaim-day": forAdmin("law.day_proclaimed", () => day("2027-03-03"), named),
  "law/provisions/withdraw-day": forAdmin("law.day_withdrawn", async ({ admin }) => ({
    dayId: (await proclaimDay(admin.ctx, day("2027-03-04"))).id,
  })),
};
