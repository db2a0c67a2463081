import { describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { readProviders, surveyFile, type RawProvider, type CatalogueFileSource } from '#features/catalogue/read-file.ts';
import { domainErrorCode, type DomainError } from '#platform/errors.ts';
import { aFile, aFullFile, aProvider } from '#tests/factories/catalogue.ts';
import { fileOf } from '#tests/support/catalogue.ts';

async function providersOf(source: CatalogueFileSource): Promise<RawProvider[]> {
  return Array.fromAsync(readProviders(source, await surveyFile(source)));
}

async function refusal(source: CatalogueFileSource): Promise<DomainError> {
  const error = await surveyFile(source).then(() => null, (each: unknown) => each);
  expect(domainErrorCode(error)).not.toBeNull();
  return error as DomainError;
}

describe('reading a file', () => {
  it('gives the same whatever its pieces', async () => {
    const file = aFullFile();
    (file.providers[1] ?? aProvider()).name = 'Æøå 🦊 "\\ \u2028';
    for (const chunk of [1, 2, 3, 7, 64, 100_000]) {
      const source = fileOf(file, 'f', chunk);
      const survey = await surveyFile(source);
      expect(survey).toMatchObject({ providers: 2, faults: [], head: { source: file.source, regions: file.regions, targetGroups: file.targetGroups } });
      expect((await providersOf(source)).map((each) => each.value)).toEqual(JSON.parse(JSON.stringify(file.providers)));
    }
  });

  it('takes its fields in any order, and a byte-order mark', async () => {
    const file = aFullFile();
    const turned = JSON.stringify(Object.fromEntries(Object.entries(file).reverse()), null, 3);
    const source = fileOf(`\uFEFF\n ${turned} \n`, 'f', 10);
    expect((await surveyFile(source)).head).toMatchObject({ source: file.source, regions: file.regions });
    expect(await providersOf(source)).toHaveLength(2);
  });

  it('hands over what is no provider, too: its faults are named later', async () => {
    const source = fileOf({ ...aFile(), providers: [1, null, [], 'x', { a: [[]] }] });
    expect((await providersOf(source)).map((each) => each.value)).toEqual([1, null, [], 'x', { a: [[]] }]);
  });

  it('keeps unknown fields of the file, without their values', async () => {
    const { head } = await surveyFile(fileOf({ ...aFile(), extra: { big: [1, 2] }, __proto__x: 1 }));
    expect(head).toMatchObject({ extra: null, __proto__x: null });
  });

  it('names fields that stand twice', async () => {
    const twice = '{"format":"vejviser.catalogue/1","source":{"title":"a","title":"b"},"providers":[{"id":{"scheme":"a","scheme":"b"},"x":[{},{"y":1,"y":2}]}],"source":{}}';
    const source = fileOf(twice);
    expect((await surveyFile(source)).faults.map((each) => each.pointer)).toEqual(['/source/title', '/source']);
    expect((await providersOf(source))[0]?.faults.map((each) => each.pointer)).toEqual(['/providers/0/id/scheme', '/providers/0/x/1/y']);
  });

  it('sees __proto__ as a field like any other', async () => {
    const source = fileOf('{"format":"vejviser.catalogue/1","source":{},"providers":[{"__proto__":{"name":"x"}}]}');
    const [provider] = await providersOf(source);
    expect(Object.keys(provider?.value as object)).toEqual(['__proto__']);
    expect((provider?.value as { name?: string }).name).toBeUndefined();
  });
});

describe('what is no catalogue file is refused in one sentence', () => {
  const text = JSON.stringify(aFile());
  it.each<[string, string | Buffer, string]>([
    ['nothing', '', 'test.json is empty.'],
    ['blanks', ' \n\t ', 'test.json is empty.'],
    ['a list', '[]', 'This is not a catalogue file: it must be one JSON object.'],
    ['a text', '"x"', 'it must be one JSON object.'],
    ['a number', '12', 'it must be one JSON object.'],
    ['another format', text.replace('catalogue/1', 'catalogue/2'), 'This is a file of the format "vejviser.catalogue/2"; only "vejviser.catalogue/1" can be read.'],
    ['a format that is no text', '{"format":{"a":1},"providers":[]}', 'This is a file without a known format'],
    ['no format', '{"providers":[{"a":1}]}', 'This is a file without a known format'],
    ['another format, before anything else that is wrong', '{"nonsense":1,"format":"x","providers":[{{{', 'This is a file of the format "x"'],
    ['an end too early', text.slice(0, -5), 'test.json ends before its JSON does: it seems to be cut off.'],
    ['an end inside a text', text.slice(0, text.indexOf('Vejen') + 3), 'cut off'],
    ['a syntax error', text.replace('"providers"', '\n  "providers"').replace('"kind":', '"kind"='), 'test.json is not JSON: line 2, character'],
    ['a comma too many', '{"format":"vejviser.catalogue/1","providers":[1,]}', 'is not JSON'],
    ['a word', 'no JSON', 'test.json is not JSON: line 1, character 1'],
    ['a word near the end', '{\n"a": nope}', 'test.json is not JSON: line 2, character 6'],
    ['two values', `${text} {}`, 'is not JSON'],
    ['comments', `// x\n${text}`, 'is not JSON'],
    ['Latin-1', Buffer.from(text.replace('Vejen', 'Vején'), 'latin1'), 'test.json is not UTF-8 text'],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'test.json is not UTF-8 text'],
    ['a character cut off at the end', Buffer.concat([Buffer.from(text), Buffer.from([0xc3])]), 'test.json is not UTF-8 text'],
    ['a compressed file', gzipSync(text), 'test.json is not UTF-8 text'],
    ['endless nesting', `{"format":"vejviser.catalogue/1","providers":[${'['.repeat(1_000_000)}`, 'nested deeper than 64 levels'],
  ])('%s', async (_, content, message) => {
    expect((await refusal(fileOf(content))).message).toContain(message);
  });

  it('a file that does not exist, and a folder', async () => {
    const file = (path: string): CatalogueFileSource => ({ fileName: 'x.json', open: () => createReadStream(path) });
    expect((await refusal(file('/nowhere/x.json'))).message).toBe('There is no file x.json.');
    expect((await refusal(file('/'))).message).toBe('x.json is a folder, not a file.');
  });

  it('a record without end', async () => {
    const endless: CatalogueFileSource = {
      fileName: 'x.json',
      open: () => Readable.from((function* () {
        yield Buffer.from('{"format":"vejviser.catalogue/1","providers":[{"name":"');
        for (;;) yield Buffer.alloc(1024 * 1024, 'x');
      })()),
    };
    expect((await refusal(endless)).message).toBe('One record of the file is larger than 32 MB.');
  });

  it('a file that changes between the passes', async () => {
    const texts = [text, text.replace('Vejen', 'Stien')];
    const source: CatalogueFileSource = { fileName: 'x.json', open: () => Readable.from([Buffer.from(texts.shift() ?? '')]) };
    await expect(providersOf(source)).rejects.toThrow('x.json changed while it was read.');
  });
});
