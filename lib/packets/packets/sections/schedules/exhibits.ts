import { exhibitsOf } from "../exhibits/exhibit-pages";
import { places } from "../places";
import { type Section, scheduleHead } from "../section";
import { exhibitsHeld } from "../short/exhibits-held";

const pages = exhibitsOf(`Schedule ${places.exhibits.no}: ${places.exhibits.title}`);

/** A list of the exhibits, then each with its particulars, its pictures and its words. */
export const exhibits: Section = {
  id: "exhibits",
  build: (given) => [...scheduleHead("exhibits"), ...exhibitsHeld(given.snapshot), ...pages.build(given)],
};
