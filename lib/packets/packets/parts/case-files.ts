import type { PacketSnapshot, SnapshotExhibit } from "../snapshot/snapshot";
import type { IdOf } from "./case-ids";
import { type Node, nodeOf, refTo } from "./case-words";
import type { ManifestPart } from "./manifest";

type FileFacts = { name: string; bytes: number; sha256: string; mime?: string; what: string };

/** A file with its size and SHA-256, in UCO terms. */
function fileNode(id: string, idOf: IdOf, type: string, file: FileFacts): Node {
  const hash = nodeOf(idOf(id, "hash"), "types:Hash", {
    "types:hashMethod": "SHA256",
    "types:hashValue": { "@type": "xsd:hexBinary", "@value": file.sha256 },
  });
  return nodeOf(id, type, {
    "core:name": file.name,
    "core:description": file.what,
    "core:hasFacet": [
      nodeOf(idOf(id, "file"), "observable:FileFacet", {
        "observable:fileName": file.name,
        "observable:sizeInBytes": file.bytes,
      }),
      nodeOf(idOf(id, "content"), "observable:ContentDataFacet", {
        "observable:hash": hash,
        "observable:mimeType": file.mime,
        "observable:sizeInBytes": file.bytes,
      }),
    ],
  });
}

export const exhibitFileId = (idOf: IdOf, code: string, no: number): string => idOf("file", code, String(no));

export function partId(idOf: IdOf, { packet }: Pick<PacketSnapshot, "packet">, part: ManifestPart["part"]): string {
  return idOf("part", part, String(packet.version));
}

/** Originals and masked copies of one exhibit. */
export function exhibitFiles(idOf: IdOf, exhibit: SnapshotExhibit): Node[] {
  return exhibit.files.map((file) =>
    fileNode(exhibitFileId(idOf, exhibit.code, file.no), idOf, "observable:File", {
      ...file,
      what: `Exhibit ${exhibit.code}, ${file.kind}`,
    }),
  );
}

/** The files of the packet itself that are named in the manifest. */
export function packetFiles(
  idOf: IdOf,
  snapshot: PacketSnapshot,
  manifest: { parts: readonly ManifestPart[] },
): Node[] {
  return manifest.parts
    .filter((part) => part.part !== "case_uco")
    .map((part) => {
      const type = part.mime === "application/pdf" ? "observable:PDFFile" : "observable:File";
      const what = `Packet ${snapshot.packet.no}, version ${snapshot.packet.version}, part: ${part.part}`;
      return fileNode(partId(idOf, snapshot, part.part), idOf, type, { ...part, what });
    });
}

/** That a masked copy was made from the original of its exhibit. */
export function copyRelations(idOf: IdOf, exhibit: SnapshotExhibit): Node[] {
  const original = exhibit.files.find((file) => file.kind !== "masked copy");
  if (!original) return [];
  return exhibit.files
    .filter((file) => file.kind === "masked copy")
    .map((file) =>
      nodeOf(idOf("copy", exhibit.code, String(file.no)), "observable:ObservableRelationship", {
        "core:source": refTo(exhibitFileId(idOf, exhibit.code, file.no)),
        "core:target": refTo(exhibitFileId(idOf, exhibit.code, original.no)),
        "core:kindOfRelationship": "Copied_From",
        "core:isDirectional": true,
      }),
    );
}
