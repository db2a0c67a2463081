/** The page that lies beside the open data. Pure. */
import type { SourceDetails } from '#features/providers/commands/ensure-source.ts';

/** Text from a source inside Markdown: nothing in it may become markup. */
const plain = (text: string) => text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>()#|~!]/g, '\\$&');

export function openDataReadme(sources: readonly SourceDetails[], release: { methodVersion: string; releasedAt: string } | null): string {
  const listed = sources.map(({ title, publisher, url, retrieved, licence }) => {
    const parts = [plain(publisher), ...(url ? [plain(url)] : []), ...(retrieved ? [`retrieved ${retrieved}`] : [])];
    return `- **${plain(title)}**: ${parts.join(', ')}. Licence: ${licence ? plain(licence) : 'not stated; ask the publisher before reuse'}.`;
  });
  const results = release
    ? `The results were published on ${release.releasedAt.slice(0, 10)} by version ${release.methodVersion} of the method. They have passed disclosure control: small groups, extreme shares and cells that would give others away are left out, and \`state\` says so.`
    : 'No results have been published yet.';
  return `# Open data of Vejviser

| file | holds |
|---|---|
| providers.json | providers as their pages show them, with their programmes, and the regions and target groups outside the official registers |
| providers.csv, programmes.csv | the same as tables, without nested fields |
| openings.csv | places on offer as providers say, with the day on which they last said so; \`starts_on\` is empty where one can start at any time. They change every day |
| results.json, results.csv | published results |
| results-release.json | all from which the published verdicts can be repeated: comparisons, reference rates, checked tables, estimates, corrections. \`npm run results:verify -- results-release.json\` of the source code does it |
| reviews.json | published reviews with their answers, figures about them, who was asked, and the counts from which the figures can be worked out again (method.md section 12). A figure changes with a batch of five or more and when a quarter begins, so it may for a while count a review that has been withdrawn. Reviews are by people who must not be looked for |
| *.schema.json | JSON Schemas (2020-12) of the above, and of the catalogue format that publishers send |

${results} The cohorts that providers report are confidential and not here.

- An empty cell, a missing field and \`null\` mean unknown, never zero.
- A text is an object by language; tables show the first of da, en, sv, nl, fi that exists and name it.
- Amounts are in the currency's minor unit. Days are ISO 8601. Regions are \`scheme:code\`.
- Lists in a table cell are parted by blanks.
- In tables, a text that a spreadsheet would run as a formula has an apostrophe before it. JSON has every text unchanged.
- \`source\` in each row is the number of a source in the JSON files. Name the source when you use its data.

## Sources and licences

${listed.length > 0 ? listed.join('\n') : 'None yet.'}
`;
}
