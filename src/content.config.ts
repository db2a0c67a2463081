/** Editorial texts that are not records: decisions of the developers, and what pages say at length. */
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

export const collections = {
  decisions: defineCollection({
    loader: glob({ pattern: '*.md', base: './src/content/decisions' }),
    schema: z.object({ title: z.string(), date: z.date() }),
  }),
};
