import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { inspectFile } from '#platform/files/inspect/index.ts';
import { MAX_FILE_BYTES, shownName } from '#platform/files/model.ts';
import { aPdf, aWorkbook, aZip, packedObjects } from '#tests/factories/files.ts';

async function said(bytes: Uint8Array | string, name = 'file.bin'): Promise<string> {
  const found = await inspectFile(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, name);
  return found.ok ? found.kind : found.refusal;
}

describe('what a file is', () => {
  it('is told by what is in it, not by what it is called', async () => {
    expect(await said(aPdf(), 'photo.png')).toBe('pdf');
    expect(await said(aWorkbook(), 'x')).toBe('xlsx');
    expect(await said('a;b\n1;2\n', 'TABLE.CSV')).toBe('csv');
    expect(await said('a;b\n1;2\n', 'table.txt')).toBe('file-kind');
  });

  it.each([
    ['a program', Buffer.from('7f454c4602010100000000000000000002003e00', 'hex'), 'x.pdf'],
    ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'x.html'],
    ['a drawing that can hold script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'x.svg'],
    ['an archive', aZip([{ name: 'a.txt', body: 'x' }]), 'x.xlsx'],
    ['an animation', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;'), 'x.gif'],
  ])('is not %s', async (_, bytes, name) => expect(await said(bytes, name)).toBe('file-kind'));

  it('has something in it, and no more than is allowed', async () => {
    expect(await said('', 'x.csv')).toBe('file-empty');
    expect(await said(new Uint8Array(MAX_FILE_BYTES + 1).fill(65), 'x.csv')).toBe('file-too-large');
  });
});

describe('a PDF', () => {
  it('is kept as it came', async () => {
    const bytes = aPdf();
    expect(await inspectFile(bytes, 'x.pdf')).toEqual({ ok: true, kind: 'pdf', bytes });
  });

  const javascript = '<</S/JavaScript/JS(app.alert\\(1\\))>>';
  it.each([
    ['JavaScript on opening', aPdf({ catalogue: `/OpenAction${javascript}` })],
    ['an action on opening', aPdf({ catalogue: '/OpenAction[3 0 R/Fit]' })],
    ['JavaScript by name', aPdf({ catalogue: `/Names<</JavaScript<</Names[(a)6 0 R]>>>>`, objects: [javascript] })],
    ['JavaScript with its name in numbers', aPdf({ objects: ['<</S/J#61vaScript/JS(1)>>'] })],
    ['a program to start', aPdf({ objects: ['<</S/Launch/F(cmd.exe)>>'] })],
    ['a file inside', aPdf({ catalogue: '/Names<</EmbeddedFiles<</Names[(a)6 0 R]>>>>', objects: ['<</Type/Filespec/F(a.exe)/EF<</F 7 0 R>>>>', '<</Type/EmbeddedFile/Length 1>>\nstream\nx\nendstream'] })],
    ['a form of another kind', aPdf({ catalogue: '/AcroForm<</XFA 6 0 R>>', objects: ['<<>>'] })],
    ['JavaScript in packed objects', aPdf({ objects: [packedObjects(`9 0 ${javascript}`)] })],
    ['packed objects under a name in numbers', aPdf({ objects: [packedObjects(`9 0 ${javascript}`, '/FlateDecode', '/Obj#53tm')] })],
    ['objects packed to be hidden', aPdf({ objects: [packedObjects('9 0 <<>>', '[/ASCIIHexDecode/FlateDecode]')] })],
    ['packed objects that do not unpack', aPdf({ objects: ['<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length 4>>\nstream\nnope\nendstream'] })],
  ])('is refused with %s', async (_, bytes) => expect(await said(bytes)).toBe('file-pdf-active'));

  it('may hold packed objects that do nothing', async () => expect(await said(aPdf({ objects: [packedObjects('9 0 <</Type/Font>>')] }))).toBe('pdf'));
  it('may speak of such things in its text', async () => expect(await said(aPdf({ text: 'JavaScript and Launch' }))).toBe('pdf'));
  it('is refused when it is locked', async () => expect(await said(aPdf({ catalogue: '/Encrypt 6 0 R', objects: ['<<>>'] }))).toBe('file-pdf-locked'));
  it('is refused when it cannot be read', async () => expect(await said('%PDF-1.7\nnonsense')).toBe('file-broken'));
  it('is refused when its text names a person by number', async () => expect(await said(aPdf({ text: 'CPR 010190-1234' }))).toBe('file-person-number'));
});

describe('an image', () => {
  const picture = () => sharp({ create: { width: 40, height: 20, channels: 3, background: '#a03' } });

  it.each(['png', 'jpeg'] as const)('is written anew as %s, without what was hidden in and behind it', async (kind) => {
    const original = await picture().withExif({ IFD0: { Copyright: 'secret place' } })[kind]().toBuffer();
    expect(original.includes('secret place')).toBe(true);
    const found = await inspectFile(Buffer.concat([original, Buffer.from('<script>hidden</script>')]), 'x');
    if (!found.ok) throw new Error(found.refusal);
    const kept = Buffer.from(found.bytes);
    expect(found.kind).toBe(kind);
    expect(kept.includes('secret place') || kept.includes('hidden')).toBe(false);
    expect(await sharp(kept).metadata()).toMatchObject({ format: kind, width: 40, height: 20 });
  });

  it('keeps its right way up, which stood in what was dropped', async () => {
    const turned = await picture().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const found = await inspectFile(turned, 'x.jpg');
    if (!found.ok) throw new Error(found.refusal);
    expect(await sharp(found.bytes).metadata()).toMatchObject({ width: 20, height: 40 });
  });

  it('is refused when it unfolds to too much, or is cut off', async () => {
    expect(await said(await sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: 'white' } }).png().toBuffer())).toBe('file-image-size');
    const whole = await picture().png().toBuffer();
    expect(await said(whole.subarray(0, whole.length - 30))).toBe('file-broken');
  });
});

describe('a workbook', () => {
  it.each([
    ['macros', 'xl/vbaProject.bin', 'file-workbook-active'],
    ['embedded objects', 'xl/embeddings/oleObject1.docx', 'file-workbook-active'],
    ['links outwards', 'xl/externalLinks/externalLink1.xml', 'file-workbook-active'],
    ['connections', 'xl/connections.xml', 'file-workbook-active'],
  ])('is refused with %s', async (_, name, refusal) => expect(await said(aWorkbook([{ name, body: 'x' }]))).toBe(refusal));

  it('is refused when a cell starts something', async () => expect(await said(aWorkbook([], '<c><f>WEBSERVICE("https://x")</f><v>1</v></c>'))).toBe('file-workbook-active'));
  it('is refused when it unfolds to far more than it is', async () => expect(await said(aWorkbook([{ name: 'xl/media/a', body: Buffer.alloc(30_000_000) }]))).toBe('file-workbook-size'));
  it('is refused when it lies about what it unfolds to', async () => expect(await said(aWorkbook([{ name: 'xl/media/a', body: Buffer.alloc(3_000_000), claimed: 10 }]))).toMatch(/^file-(broken|workbook-size)$/));
  it('is refused with too many parts', async () => expect(await said(aWorkbook(Array.from({ length: 2_001 }, (_, n) => ({ name: `a/${n}`, body: '' }))))).toBe('file-workbook-size'));
  it('is refused when a part lies outside', async () => expect(await said(aWorkbook([{ name: '../x', body: 'x' }]))).toBe('file-broken'));
  it('is refused when a part is there twice', async () => expect(await said(aWorkbook([{ name: 'xl/workbook.xml', body: 'x' }]))).toBe('file-broken'));
  it('is refused when it is cut off', async () => expect(await said(aWorkbook().subarray(0, -40))).toMatch(/^file-(broken|kind)$/));
  it('is refused when a cell names a person by number', async () => expect(await said(aWorkbook([], '<c t="inlineStr"><is><t>010190-1234</t></is></c>'))).toBe('file-person-number'));
});

describe('a table as text', () => {
  it('may be of UTF-8 or of Windows, with signs before figures', async () => {
    expect(await said('navn;ændring\nå;-3,5 %\n', 'x.csv')).toBe('csv');
    expect(await said(Buffer.from('navn;\xe6ndring\n\xe5;+4\n', 'latin1'), 'x.csv')).toBe('csv');
  });

  it.each([
    ['control characters', 'a;b\n\u0001;2', 'file-table-text'],
    ['nought bytes', 'a;b\n\u0000;2', 'file-table-text'],
    ['a web page', '<html><script>1</script>', 'file-table-text'],
    ['a formula', 'a;b\n=HYPERLINK("https://x");2', 'file-table-formula'],
    ['a formula in quotation marks', 'a,b\n"=1+1",2', 'file-table-formula'],
    ['a formula that begins with a sign', 'a;b\n-2+cmd|x;2', 'file-table-formula'],
    ['a formula that begins with an at', 'a;b\n@SUM(1);2', 'file-table-formula'],
    ['a number of a person', 'cpr;b\n010190-1234;2', 'file-person-number'],
    ['a number of a person without its dash', 'cpr;b\n0101901234;2', 'file-person-number'],
  ])('is refused with %s', async (_, text, refusal) => expect(await said(text, 'x.csv')).toBe(refusal));

  it('may hold long numbers that are nobody', async () => expect(await said('a;b\n9999901234;45 010190 1234 x\n310299-1234;x\n', 'x.csv')).toBe('csv'));
});

describe('the name that is shown', () => {
  it.each([
    ['C:\\fakepath\\Bilag 1.PDF', 'pdf', 'Bilag 1.pdf'],
    ['../../etc/passwd', 'csv', 'passwd.csv'],
    ['invoice\u202Efdp.exe', 'pdf', 'invoicefdp.pdf'],
    ['a"b<c>.jpeg', 'jpeg', 'abc.jpg'],
    ['...', 'png', 'file.png'],
    ['', 'png', 'file.png'],
    [`${'å'.repeat(300)}.pdf`, 'pdf', `${'å'.repeat(120)}.pdf`],
  ] as const)('of %s', (given, kind, shown) => expect(shownName(given, kind)).toBe(shown));
});
