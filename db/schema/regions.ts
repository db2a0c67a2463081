import { boolean, doublePrecision, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { TextByLanguage } from './types.ts';

/** `sourceId` null: shipped register; else the catalogue source that brought it. */
export const region = pgTable(
  'region',
  {
    code: text('code').primaryKey(),
    scheme: text('scheme').notNull(),
    country: text('country').notNull(),
    parent: text('parent'),
    names: jsonb('names').$type<TextByLanguage>().notNull(),
    /** Old names, exonyms and spellings that find the place. */
    aliases: text('aliases').array().notNull().default([]),
    lat: doublePrecision('lat'),
    lon: doublePrecision('lon'),
    population: integer('population'),
    neighbours: text('neighbours').array().notNull().default([]),
    sourceId: integer('source_id'),
  },
  (t) => [index('region_parent').on(t.parent)],
);

/** One row for each municipality a postcode lies in; `main` marks the one with most of its area. */
export const postcode = pgTable(
  'postcode',
  {
    country: text('country').notNull(),
    code: text('code').notNull(),
    region: text('region').notNull(),
    place: text('place'),
    main: boolean('main').notNull(),
    areaShare: doublePrecision('area_share'),
    lat: doublePrecision('lat'),
    lon: doublePrecision('lon'),
  },
  (t) => [primaryKey({ columns: [t.country, t.code, t.region] })],
);

/** method.md 2.2. `hoursThreshold` null: the person's assessed hours. `kind`: legal-dk, cross-cutting or catalogue. */
export const targetGroup = pgTable('target_group', {
  code: text('code').primaryKey(),
  kind: text('kind').notNull(),
  listVersion: text('list_version').notNull(),
  names: jsonb('names').$type<TextByLanguage>().notNull(),
  description: jsonb('description').$type<TextByLanguage>(),
  sensitive: boolean('sensitive').notNull(),
  primaryOutcome: text('primary_outcome').notNull(),
  hoursThreshold: integer('hours_threshold'),
  position: integer('position').notNull(),
  sourceId: integer('source_id'),
});

/** NACE sections (A-U) and ISCO-08 sub-major groups (two digits). */
export const sector = pgTable('sector', {
  code: text('code').primaryKey(),
  classification: text('classification').notNull(),
  names: jsonb('names').$type<TextByLanguage>().notNull(),
  short: jsonb('short').$type<TextByLanguage>(),
  position: integer('position').notNull(),
});
