/**
 * What types cannot check: the ladder of features (design: a feature imports only from its left), the rooms,
 * and the few places where time, formats and SQL may live. A rule that nothing checks is not a rule.
 */
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

export const LADDER = [
  'accounts', 'regions', 'providers', 'programmes', 'enquiries', 'results',
  'reviews', 'moderation', 'standards', 'approvals', 'search', 'catalogue',
];

const forbid = (patterns) => ['error', { patterns }];
const OUTSIDE = { regex: '^\\.\\./\\.\\./', message: 'Cross a room by its #name, not by ../..' };
const scripts = { regex: '(^|/)scripts/|^#tests/', message: 'The product does not lean on scripts or tests.' };

/** @param {string[]} groups @param {string} message */
// The patterns are those of .gitignore, where a bare # would begin a comment.
const not = (groups, message) => ({ group: groups.map((each) => each.replace(/^#/, '\\#')), message });

const IMPURE = ['drizzle-orm', 'drizzle-orm/**', '#db/**', 'node:*', 'astro', 'astro:*', 'postgres', 'pg-boss'];

/** One rule a file set: a later one would replace an earlier one, so each carries all that holds for it. */
const features = LADDER.flatMap((feature, index) => {
  const right = LADDER.slice(index + 1).map((each) => `#features/${each}/**`);
  const left = LADDER.slice(0, index).join(', ') || 'none';
  const ladder = [
    ...(right.length > 0 ? [not(right, `${feature} may import only from features to its left: ${left}.`)] : []),
    not(['#src/boot/**', '#src/pages/**', '#layouts/**'], 'A feature does not know pages, layouts or the boot.'),
    OUTSIDE,
    scripts,
  ];
  const folder = `src/features/${feature}`;
  return [
    { files: [`${folder}/**/*.{ts,astro}`], rules: { 'no-restricted-imports': forbid(ladder) } },
    {
      files: [`${folder}/model.ts`, `${folder}/view.ts`, `${folder}/method/**/*.ts`],
      rules: { 'no-restricted-imports': forbid([...ladder, not(IMPURE, 'Models and views are pure.')]) },
    },
  ];
});

const noTime = {
  'no-restricted-syntax': [
    'error',
    { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time comes from #platform/clock.ts.' },
    { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Time comes from #platform/clock.ts.' },
    { selector: "TemplateElement[value.raw=/\\bnow\\(\\)|current_timestamp/i]", message: 'SQL gets its time from #platform/clock.ts too.' },
    { selector: "NewExpression[callee.object.name='Intl']", message: 'Intl formatters are made and kept in src/i18n/format.ts.' },
  ],
};

export default [
  { ignores: ['dist/**', 'node_modules/**', '.astro/**', 'coverage/**', 'reports/**', '.stryker-tmp/**'] },
  ...astro.configs['flat/base'],
  { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } },
  {
    files: ['**/*.astro'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
  },
  {
    files: ['**/*.{ts,astro}'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      'no-console': ['error', { allow: ['error'] }],
      eqeqeq: 'error',
    },
  },
  { files: ['scripts/**', 'tests/**', 'src/boot/**'], rules: { 'no-console': 'off' } },
  { files: ['src/**/*.{ts,astro}'], ignores: ['src/platform/clock.ts', 'src/i18n/format.ts'], rules: noTime },
  {
    files: ['src/platform/**/*.ts'],
    rules: { 'no-restricted-imports': forbid([not(['#features/**', '#src/**', '#i18n/**', '#components/**', '#layouts/**'], 'Platform imports no feature and no page.'), OUTSIDE, scripts]) },
  },
  {
    files: ['src/components/**/*.{ts,astro}'],
    rules: { 'no-restricted-imports': forbid([not(['#features/**', '#db/**', '#src/boot/**'], 'Components here are domain-free.'), OUTSIDE, scripts]) },
  },
  {
    files: ['src/i18n/**/*.ts'],
    rules: { 'no-restricted-imports': forbid([not(['#features/**', '#db/**', '#src/**'], 'Messages know no feature.'), OUTSIDE, scripts]) },
  },
  {
    files: ['db/**/*.ts'],
    rules: { 'no-restricted-imports': forbid([not(['#features/**', '#platform/**', '#src/**', '#i18n/**', '**/src/**'], 'db imports nothing in src.'), scripts]) },
  },
  {
    files: ['src/pages/**/*.{ts,astro}'],
    rules: {
      'no-restricted-imports': forbid([
        not(['drizzle-orm', 'drizzle-orm/**', '#db/**', 'postgres', '@electric-sql/**'], 'No SQL in pages: a query belongs to its feature.'),
        not(['#features/*/commands/**'], 'Pages read; acts go through actions.'),
        OUTSIDE,
        scripts,
      ]),
    },
  },
  ...features,
];
