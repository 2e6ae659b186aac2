import { crc32, deflateRawSync } from "node:zlib";

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const parts: Record<string, string> = {
  "xl/workbook.xml": `<?xml version="1.0"?><workbook ${main} xmlns:r="${rel}"><workbookPr/><sheets>
    <sheet name="secret" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Cases" sheetId="2" r:id="rId2"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/>
    <Relationship Id="rId2" Type="${rel}/worksheet" Target="/xl/worksheets/sheet2.xml"/></Relationships>`,
  "xl/styles.xml": `<styleSheet ${main}><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd hh:mm"/></numFmts>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
  "xl/sharedStrings.xml": `<sst ${main}><si><t>Naam</t></si><si><r><t>Thandi </t></r><r><t>&amp; co</t></r></si></sst>`,
  "xl/worksheets/sheet1.xml": `<worksheet ${main}><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`,
  "xl/worksheets/sheet2.xml": `<worksheet ${main}><sheetData>
    <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Datum</t></is></c><c r="D1" t="inlineStr"><is><t>Som</t></is></c></row>
    <row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" s="1"><v>46308.420833333</v></c><c r="D2" t="str"><f>"="&amp;7</f><v>=7</v></c></row>
    <row r="3"/>
    <row r="4"><c r="A4" t="inlineStr"><is><t>Anele</t></is></c><c r="B4" s="2"><v>46308</v></c><c r="C4"><v>8.25550101E8</v></c>
      <c r="D4" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>
    </sheetData><mergeCells count="1"><mergeCell ref="A4:A5"/></mergeCells></worksheet>`,
};

/**
 * A small workbook as a spreadsheet program packs one: shared strings, styles, a hidden sheet before the one in sight.
 * @param over parts in the place of its own, or beside them; null leaves one out
 */
export function xlsxOf(over: Record<string, string | null> = {}): Uint8Array {
  const pieces: Buffer[] = [];
  const listed: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries({ ...parts, ...over })) {
    if (text === null) continue;
    const plain = Buffer.from(text);
    const path = Buffer.from(name);
    const packed = deflateRawSync(plain);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(plain), 10);
    common.writeUInt32LE(packed.byteLength, 14);
    common.writeUInt32LE(plain.byteLength, 18);
    common.writeUInt16LE(path.byteLength, 22);
    pieces.push(Buffer.from("504b0304", "hex"), common, path, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    listed.push(Buffer.from("504b01021400", "hex"), common, rest, path);
    offset += 30 + path.byteLength + packed.byteLength;
  }
  const central = Buffer.concat(listed);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(listed.length / 4, 8);
  end.writeUInt16LE(listed.length / 4, 10);
  end.writeUInt32LE(central.byteLength, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, central, end]);
}
