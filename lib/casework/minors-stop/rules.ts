import { findAgency, findReferenceKind, type Law, notesOf } from "@/lib/law/jurisdictions/rules";
import type { LawNote, Playbook } from "@/lib/law/jurisdictions/types";
import type { StopGuide, StopRoute } from "./types";

/** Where to report an image of a minor and the applicable rules: the law of both countries, then worldwide. */
export function stopGuides(playbook: Playbook, law: Law): StopGuide[] {
  const countries = [...new Set([playbook.home.code, playbook.there.code, ""])];
  return countries
    .flatMap((code) => notesOf(code, law))
    .filter((note) => note.topic === "image_of_minor")
    .map((note) => ({ key: note.key, title: note.title, facts: note.items, routes: routesOf(note, law) }));
}

/** The agencies that a sighting can be reported to. */
export function reportBodies(playbook: Playbook, law: Law): StopRoute[] {
  const all = stopGuides(playbook, law).flatMap((guide) => guide.routes);
  return all.filter((route, at) => all.findIndex((other) => other.agency === route.agency) === at);
}

function routesOf(note: LawNote, law: Law): StopRoute[] {
  return (note.routes ?? []).flatMap((route) => {
    const agency = findAgency(route.agency, law);
    if (!agency) return [];
    return {
      agency: agency.key,
      name: agency.name,
      does: agency.does,
      contacts: agency.contacts,
      act: route.act,
      references: route.references.flatMap((key) => {
        const kind = findReferenceKind(key, law);
        return kind ? [{ key, label: kind.label }] : [];
      }),
      sources: [...route.sources, ...agency.sources],
    };
  });
}
