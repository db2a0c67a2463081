/**
 * A whole case as its people see it, without a script: a provider applies, an assessor asks, assesses and hears, a decider
 * decides with a condition, the provider appeals and meets it, and renews. Then every page for barriers.
 */
import type { Browser, Locator, Page } from '@playwright/test';
import { expect, expectNoSidewaysScroll, expectNoViolation, test } from '#tests/support/e2e.ts';
import { signInOnce } from '#tests/support/sign-in.ts';

test.use({ javaScriptEnabled: false, signsIn: true });
// One provider has one case: one step after the other.
test.describe.configure({ mode: 'serial' });

const shots = process.env['SHOTS'];
async function look(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
  for (const width of shots ? [390, 1280] : []) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function personPage(browser: Browser, baseURL: string | undefined, who: string): Promise<Page> {
  const page = await (await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }), javaScriptEnabled: false, locale: 'da-DK' })).newPage();
  await signInOnce(page, `${who}@example.test`, '/desk');
  return page;
}

async function desk(page: Page, section: 'Godkendelser' | 'Sager'): Promise<void> {
  await page.goto('/desk');
  await page.getByRole('main').getByRole('link', { name: section, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(section);
}

const done = (page: Page, text: string) => expect(page.getByRole('status')).toContainText(text);
const step = (page: Page): Locator => page.getByRole('region', { name: 'Næste skridt' });

/** Every criterion on the page; the named ones are only partly met. */
async function fillCriteria(page: Page, box: string, text: string, partly: readonly string[] = []): Promise<void> {
  for (const criterion of await page.locator('section.criterion').all()) {
    const code = (await criterion.locator('.code').textContent()) ?? '';
    const five = (await criterion.getByRole('radio').count()) === 5;
    await criterion.getByRole('radio').nth(partly.includes(code) ? (five ? 2 : 1) : 0).check();
    await criterion.getByLabel(box, { exact: false }).first().fill(text);
  }
}

async function send(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: /Jobcenter Måneby/ }).check();
  await page.getByRole('button', { name: 'Send ansøgningen' }).click();
  await done(page, 'Ansøgningen er sendt');
}

/** From the queue to the assessment, with the declaration in one step. */
async function take(page: Page, provider: string): Promise<void> {
  await desk(page, 'Sager');
  await page.getByRole('link', { name: /^Ingen har dem/ }).click();
  await page.getByRole('rowheader', { name: provider }).getByRole('link').click();
  await step(page).getByRole('button', { name: 'Tag sagen' }).click();
  await done(page, 'Sagen er din');
}

const dayAhead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
let provider = '';
let caseAddress = '';

test('a provider renews: what it wrote last time is there, and what is missing is told', async ({ page }) => {
  test.setTimeout(180_000);
  await signInOnce(page, 'owner@example.test', '/desk');
  await desk(page, 'Godkendelser');
  await expect(step(page)).toContainText('Søg om fornyelse');
  await look(page, 'own-front');
  await step(page).getByRole('link', { name: 'Åbn' }).first().click();
  await look(page, 'own-apply');
  await page.getByRole('button', { name: 'Begynd ansøgningen' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ansøgning:');
  const first = page.locator('section.criterion').first();
  await first.getByLabel('Hvordan?').fill('');
  await page.getByRole('button', { name: 'Gem, og se hvad der mangler' }).click();
  await done(page, 'Det er gemt');
  await expect(page.getByRole('region', { name: 'Det mangler' })).toContainText('Skriv, hvordan I opfylder det');
  await look(page, 'own-draft-missing');
  await first.getByLabel('Hvordan?').fill('Mit nummer er 010190-1234.');
  await page.getByRole('button', { name: 'Gem, og se hvad der mangler' }).click();
  await expect(page.getByRole('alert')).toContainText('CPR-nummer');
  await expect(first.getByLabel('Hvordan?')).toHaveValue('Mit nummer er 010190-1234.');
  await fillCriteria(page, 'Hvordan?', 'Det gør vi hver uge, og det står i vores vejledning.', ['1.1']);
  for (const criterion of await page.locator('section.criterion').filter({ hasText: 'Skal være opfyldt' }).all()) {
    const profile = criterion.getByRole('checkbox', { name: 'Jeres profil' });
    if (!(await profile.isVisible())) await criterion.getByText(/^Vis det:/).click();
    await profile.check();
  }
  await page.getByRole('button', { name: 'Gem, og se hvad der mangler' }).click();
  await expect(page.getByText('Ansøgningen kan sendes nu.')).toBeVisible();
  await look(page, 'own-draft-ready');
  await send(page);
  caseAddress = new URL(page.url()).pathname;
  await expect(step(page)).toContainText('I skal ikke gøre noget');
  await look(page, 'own-case-sent');
  provider = (await page.getByRole('navigation', { name: 'Du er her' }).getByRole('listitem').nth(2).textContent())?.replace('›', '').trim() ?? '';
});

test('an assessor takes it, asks, assesses everything on one page, and hears the provider', async ({ page, browser, baseURL }) => {
  test.setTimeout(240_000);
  await signInOnce(page, 'assessor@example.test', '/desk');
  await take(page, provider);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vurdering');
  await look(page, 'assessment-fresh');
  await page.getByRole('link', { name: 'Tilbage til sagen' }).click();
  await look(page, 'case-taken');
  await page.getByText('Send spørgsmål', { exact: true }).first().click();
  await page.getByLabel('Spørgsmål', { exact: true }).fill('1.1: Hvor mange medarbejdere har hver vejleder ansvar for?');
  await page.getByRole('button', { name: 'Send spørgsmål' }).click();
  await done(page, 'Spørgsmålene er sendt');
  const assessing = new URL(page.url()).pathname;

  const owner = await personPage(browser, baseURL, 'owner');
  await owner.goto(caseAddress);
  await look(owner, 'own-case-question');
  await owner.getByLabel('Jeres svar').fill('Højst tyve hver.');
  await owner.getByRole('button', { name: 'Send svar' }).click();
  await done(owner, 'Svaret er sendt');

  await page.goto(`${assessing}/assessment`);
  await page.getByRole('button', { name: 'Se efter nu' }).click();
  await done(page, 'Siden har set efter');
  // Words without a score are not thrown away.
  const first = page.locator('section.criterion').first();
  await first.getByLabel('Grunde').fill('Kun ord.');
  await page.getByRole('button', { name: 'Gem vurderingen' }).click();
  await expect(page.getByRole('alert')).toContainText('Vælg en af mulighederne');
  await expect(first.getByLabel('Grunde')).toHaveValue('Kun ord.');
  await fillCriteria(page, 'Grunde', 'Det fremgår af vejledningen og af samtalen med lederen.', ['1.1']);
  await page.getByRole('button', { name: 'Gem vurderingen' }).click();
  await done(page, 'Vurderingen er gemt');
  await look(page, 'assessment-done');
  await page.getByRole('link', { name: 'Alle kriterier er vurderet' }).click();

  await page.getByRole('radio', { name: 'Godkend på vilkår' }).check();
  await look(page, 'case-recommend');
  await page.getByRole('button', { name: 'Send indstillingen' }).click();
  await expect(page.getByRole('alert')).toContainText('Skriv mindst ét vilkår');
  await page.getByRole('group', { name: 'Vilkår 1' }).getByLabel('Hvad skal være opfyldt?').fill('Hver vejleder har højst 15 deltagere ad gangen.');
  await page.getByRole('group', { name: 'Vilkår 1' }).getByLabel('Senest').fill(dayAhead(90));
  await page.getByRole('button', { name: 'Send indstillingen' }).click();
  await done(page, 'Indstillingen er gemt');
  await expect(step(page)).toContainText('Ansøgeren kan svare');
  await look(page, 'case-hearing');

  await owner.goto(caseAddress);
  await expect(step(owner)).toContainText('Se udkastet');
  await look(owner, 'own-case-hearing');
  await owner.getByLabel('Jeres svar').fill('Vi er uenige i tallet.');
  await owner.getByRole('group', { name: 'Rettelse 1' }).getByLabel('Det står forkert').fill('Tyve deltagere pr. vejleder');
  await owner.getByRole('group', { name: 'Rettelse 1' }).getByLabel('Det rigtige er').fill('Atten deltagere pr. vejleder siden maj');
  await owner.getByRole('button', { name: 'Send svar' }).click();
  await done(owner, 'Svaret er sendt');
  await owner.context().close();

  await page.goto(assessing);
  await look(page, 'case-corrections');
  await page.getByRole('radio', { name: 'Rettet', exact: true }).check();
  await page.getByLabel('Grund').fill('Tallet er rettet efter jeres oversigt.');
  await step(page).getByRole('button', { name: 'Gem' }).click();
  await done(page, 'Rettelserne er behandlet');
  await look(page, 'case-heard');
});

test('another person decides, and nobody can decide what they prepared', async ({ page, browser, baseURL }) => {
  test.setTimeout(180_000);
  await signInOnce(page, 'decider@example.test', '/desk');
  await desk(page, 'Sager');
  await look(page, 'queue');
  await page.getByLabel('Find en leverandør').fill(provider.slice(0, 12).toLocaleUpperCase('da'));
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await expect(page.getByRole('rowheader', { name: provider })).toHaveCount(2);
  await page.getByRole('link', { name: /^Til afgørelse/ }).click();
  await page.getByRole('rowheader', { name: provider }).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Afgørelse');
  await look(page, 'decision-form');
  await page.getByLabel('Svar på partshøringen').fill('Antallet er rettet. Kravet står ved magt.');
  await page.getByLabel('Gælder til og med').fill('2020-01-01');
  await page.getByRole('checkbox', { name: /^Jeg er upartisk/ }).check();
  await page.getByRole('button', { name: 'Træf afgørelsen' }).click();
  await expect(page.getByRole('alert')).toContainText('Den sidste dag skal være efter den første.');
  await expect(page.getByLabel('Svar på partshøringen')).toHaveValue('Antallet er rettet. Kravet står ved magt.');
  await page.getByLabel('Gælder til og med').fill(dayAhead(600));
  await page.getByRole('checkbox', { name: /^Jeg er upartisk/ }).check();
  await page.getByRole('button', { name: 'Træf afgørelsen' }).click();
  await done(page, 'Afgørelsen er truffet');
  await look(page, 'case-decided');
  await page.getByRole('link', { name: 'Læs brevet' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/vilkår/i);

  const owner = await personPage(browser, baseURL, 'owner');
  await owner.goto(caseAddress);
  await expect(step(owner)).toContainText('Vis Jobcenter Måneby');
  await look(owner, 'own-case-decided');
  await owner.getByText('Vis, at det er opfyldt', { exact: true }).click();
  await owner.getByLabel('Hvad har I gjort?').fill('Vi har ansat to vejledere. Listen er vedlagt.');
  await owner.getByRole('button', { name: 'Send', exact: true }).click();
  await done(owner, 'Myndigheden ser på det');
  await owner.getByText('Skriv en klage', { exact: true }).click();
  await owner.getByLabel('Hvorfor klager I?').fill('Vilkåret er strengere end standarden.');
  await owner.getByRole('button', { name: 'Send klagen' }).click();
  await done(owner, 'Klagen er sendt');
  await look(owner, 'own-case-appealed');
  await owner.context().close();
});

test('a third person answers the appeal, the assessor accepts the condition, and the old approval holds until the new one begins', async ({ page, browser, baseURL }) => {
  test.setTimeout(180_000);
  const decider = await personPage(browser, baseURL, 'decider');
  await desk(decider, 'Sager');
  await decider.getByRole('link', { name: /^Klager/ }).click();
  await decider.getByRole('rowheader', { name: provider }).getByRole('link').click();
  await expect(step(decider)).toContainText('En anden end den, der forberedte eller afgjorde sagen');
  await expect(decider.getByRole('button', { name: 'Afgør klagen' })).toHaveCount(0);
  await decider.context().close();

  await signInOnce(page, 'decider-2@example.test', '/desk');
  await desk(page, 'Sager');
  await page.getByRole('link', { name: /^Klager/ }).click();
  await page.getByRole('rowheader', { name: provider }).getByRole('link').click();
  await look(page, 'case-appeal');
  await page.getByRole('radio', { name: /^Afgørelsen står fast/ }).check();
  await page.getByLabel('Grunde').fill('Kravet følger af standardens punkt 1.1.');
  await page.getByRole('checkbox', { name: /^Jeg er upartisk/ }).check();
  await page.getByRole('button', { name: 'Afgør klagen' }).click();
  await done(page, 'Klagen er afgjort');

  const assessor = await personPage(browser, baseURL, 'assessor');
  await assessor.goto(new URL(page.url()).pathname);
  await expect(step(assessor)).toContainText('har vist, at et vilkår er opfyldt');
  await assessor.getByRole('radio', { name: 'Opfyldt', exact: true }).check();
  await assessor.getByLabel('Grund').first().fill('Listen viser 15 deltagere pr. vejleder.');
  await assessor.locator('#conditions').locator('..').getByRole('button', { name: 'Gem' }).first().click();
  await done(assessor, 'Svaret om vilkåret er gemt');
  await look(assessor, 'case-follow');
  await assessor.context().close();

  const owner = await personPage(browser, baseURL, 'owner');
  await owner.goto(caseAddress);
  await look(owner, 'own-case-end');
  await desk(owner, 'Godkendelser');
  const given = owner.getByRole('table', { name: 'Godkendelser, I har' }).getByRole('row');
  await expect(given.filter({ hasText: 'Begynder senere' })).toHaveCount(1);
  await expect(given.filter({ has: owner.getByText('Gælder', { exact: true }) })).toHaveCount(1);
  await expect(step(owner)).toContainText('Der er ikke noget, I skal gøre lige nu.');
  await look(owner, 'own-front-end');
  await owner.context().close();
});

test.describe('for everybody', () => {
  test.use({ javaScriptEnabled: true });

  test('no page of a case has a barrier', async ({ page, browser, baseURL }) => {
    test.setTimeout(240_000);
    await signInOnce(page, 'owner@example.test', '/desk');
    await page.getByRole('main').getByRole('link', { name: 'Godkendelser', exact: true }).click();
    const base = new URL(page.url()).pathname;
    const own = new URL((await page.getByRole('rowheader').getByRole('link').first().getAttribute('href')) ?? '', page.url()).pathname;
    for (const path of [base, `${base}/apply`, own, `${own}/letter`]) {
      await page.goto(path);
      await expectNoViolation(page);
    }
    const staff = await (await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }), locale: 'da-DK' })).newPage();
    await signInOnce(staff, 'assessor@example.test', '/desk');
    await staff.getByRole('main').getByRole('link', { name: 'Sager', exact: true }).click();
    await expectNoViolation(staff);
    for (const filter of ['decide', 'mine', 'appeals', 'decided']) {
      await staff.goto(`${new URL(staff.url()).pathname}?state=${filter}`);
      const cases = await staff.getByRole('rowheader').getByRole('link').evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).pathname));
      for (const path of cases.slice(0, 1)) {
        for (const part of ['', '/assessment', '/decision']) {
          await staff.goto(`${path.replace(/\/(?:assessment|decision)$/, '')}${part}`);
          await expectNoViolation(staff);
        }
        await staff.goBack();
      }
      await staff.goto(new URL(staff.url()).pathname.replace(/\/cases\/.*$/, '/cases'));
    }
    await staff.context().close();
  });
});
