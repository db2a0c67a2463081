/** Small files of every kind that is taken, and of some that are not. */
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

export interface ZipPart {
  name: string;
  body: string | Buffer;
  /** What the archive says it unfolds to, where that is a lie. */
  claimed?: number;
}

/** A zip archive by APPNOTE.TXT 4.3, everything deflated. */
export function aZip(parts: readonly ZipPart[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, body, claimed } of parts) {
    const plain = Buffer.from(body);
    const packed = deflateRawSync(plain);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(plain), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claimed ?? plain.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const head = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name)]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, tail, Buffer.from(name)]));
    local.push(head, packed);
    offset += head.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06'), end]);
}

const CONTENT_TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>';

export const aWorkbook = (more: readonly ZipPart[] = [], sheet = '<row><c t="inlineStr"><is><t>startet</t></is></c><c><v>40</v></c></row>'): Buffer =>
  aZip([
    { name: '[Content_Types].xml', body: CONTENT_TYPES },
    { name: 'xl/workbook.xml', body: '<workbook><sheets><sheet name="a"/></sheets></workbook>' },
    { name: 'xl/worksheets/sheet1.xml', body: `<worksheet><sheetData>${sheet}</sheetData></worksheet>` },
    ...more,
  ]);

/** One page that says something. @param catalogue further entries of the catalogue @param objects further objects, numbered from 6 */
export function aPdf({ text = 'Hello', catalogue = '', objects = [] as readonly (string | Buffer)[] } = {}): Buffer {
  const content = `BT /F1 12 Tf 20 100 Td (${text}) Tj ET`;
  const all: (string | Buffer)[] = [
    `<</Type/Catalog/Pages 2 0 R${catalogue}>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...objects,
  ];
  const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let at = chunks[0]?.length ?? 0;
  const add = (piece: Buffer) => {
    chunks.push(piece);
    at += piece.length;
  };
  all.forEach((body, index) => {
    offsets.push(at);
    add(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n')]));
  });
  const start = at;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  add(Buffer.from(`xref\n0 ${all.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${all.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(chunks);
}

/** Objects packed together, as newer programs write them. @param filter as the dictionary names it */
export function packedObjects(text: string, filter = '/FlateDecode', type = '/ObjStm'): Buffer {
  const packed = deflateSync(Buffer.from(text));
  return Buffer.concat([Buffer.from(`<</Type${type}/N 1/First 4/Filter ${filter}/Length ${packed.length}>>\nstream\n`), packed, Buffer.from('\nendstream')]);
}
