/** Editorial texts that are not records: decisions of the developers, and what pages say at length. */
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

export const collections = {
  decisions: defineCollection({
    loader: glob({ pattern: '*.md', base: './src/content/decisions' }),
    schema: z.object({ title: z.string(), date: z.date() }),
  }),
  /** `<locale>/<page>.md`; links in them carry the language. `{{name}}` and `<!-- slot: name -->` are filled by the page. */
  pages: defineCollection({
    loader: glob({ pattern: '*/*.md', base: './src/content/pages' }),
    schema: z.strictObject({
      title: z.string(),
      description: z.string(),
      lead: z.string(),
      /** When a person last went through what it says. */
      updated: z.date(),
      /** The one obvious next step. */
      next: z.strictObject({ label: z.string(), href: z.string() }).optional(),
    }),
  }),
};
