/** The letter as a tagged PDF: title, language, structure and embedded fonts, so that screen readers read it as the page. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';
import type { DecisionLetter } from './decision-letter.ts';

/** Liberation Sans, as pdfjs-dist brings it: the letters of all our languages, to be embedded freely (SIL OFL). */
const FONTS = join(dirname(createRequire(join(process.cwd(), 'package.json')).resolve('pdfjs-dist/package.json')), 'standard_fonts');
const PLAIN = join(FONTS, 'LiberationSans-Regular.ttf');
const BOLD = join(FONTS, 'LiberationSans-Bold.ttf');

const MARGIN = 64;
const SIZE = { title: 20, heading: 13, text: 11, small: 9 } as const;

interface Page {
  pdf: PDFKit.PDFDocument;
  body: PDFKit.PDFStructureElement;
}

type Tag = 'H1' | 'H2' | 'H3' | 'P' | 'Lbl' | 'LBody';

/** One block of the structure, with what is written in it. */
function block({ pdf }: Page, parent: PDFKit.PDFStructureElement, tag: Tag, text: string, { bold = false, size = SIZE.text as number, gap = 0.5 } = {}): void {
  const element = pdf.struct(tag, {}, () => {
    pdf.font(bold ? BOLD : PLAIN).fontSize(size).text(text, { lineGap: 2 });
  });
  parent.add(element);
  element.end();
  pdf.moveDown(gap);
}

const heading = (page: Page, text: string) => {
  page.pdf.moveDown(0.4);
  block(page, page.body, 'H2', text, { bold: true, size: SIZE.heading, gap: 0.3 });
};
const text = (page: Page, said: string, bold = false) => block(page, page.body, 'P', said, { bold });

function list(page: Page, rows: readonly string[]): void {
  const all = page.pdf.struct('L');
  page.body.add(all);
  for (const [n, row] of rows.entries()) {
    const item = page.pdf.struct('LI');
    all.add(item);
    block(page, item, 'LBody', `${n + 1}. ${row}`);
    item.end();
  }
  all.end();
}

function write(page: Page, letter: DecisionLetter): void {
  block(page, page.body, 'H1', letter.title, { bold: true, size: SIZE.title });
  for (const [label, value] of letter.head) block(page, page.body, 'P', `${label}: ${value}`, { gap: 0.15 });
  page.pdf.moveDown(0.5);
  if (letter.unconfirmed !== '') text(page, letter.unconfirmed);
  text(page, letter.about);
  text(page, [letter.outcome, letter.valid].filter((each) => each !== null).join(' '), true);
  for (const part of letter.parts) {
    heading(page, part.heading);
    text(page, part.text);
  }
  if (letter.conditions) {
    heading(page, letter.conditions.heading);
    list(page, letter.conditions.rows);
  }
  if (letter.findings) {
    heading(page, letter.findings.heading);
    for (const { title, score, grounds } of letter.findings.rows) {
      block(page, page.body, 'H3', title, { bold: true, gap: 0.1 });
      text(page, `${score}. ${grounds}`);
    }
  }
  heading(page, letter.appeal.heading);
  text(page, letter.appeal.body, true);
  text(page, letter.appeal.how);
  text(page, letter.appeal.until);
  text(page, letter.publicNote);
}

/** Numbers of pages are no part of the text. */
function numberPages(pdf: PDFKit.PDFDocument, word: string): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let n = 0; n < count; n++) {
    pdf.switchToPage(start + n);
    pdf.markContent('Artifact', { type: 'Pagination' });
    pdf.page.margins.bottom = 0;
    pdf.font(PLAIN).fontSize(SIZE.small).text(`${word} ${n + 1}/${count}`, MARGIN, pdf.page.height - MARGIN / 2, { align: 'right', width: pdf.page.width - 2 * MARGIN, lineBreak: false });
    pdf.endMarkedContent();
  }
}

/** @param at when it is made, for the file's own date @param word for a page, in the letter's language */
export async function letterPdf(letter: DecisionLetter, at: Date, word: string): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4', margin: MARGIN, lang: letter.language, displayTitle: true, tagged: true, pdfVersion: '1.7', bufferPages: true, font: PLAIN,
    info: { Title: letter.title, Author: letter.head[1]?.[1] ?? '', CreationDate: at, ModDate: at },
    // The library's types know the archive forms alone.
    subset: 'PDF/UA' as never,
  });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve, reject) => pdf.once('end', resolve).once('error', reject));
  const body = pdf.struct('Document');
  pdf.addStructure(body);
  write({ pdf, body }, letter);
  body.end();
  numberPages(pdf, word);
  pdf.end();
  await done;
  return Buffer.concat(chunks);
}
