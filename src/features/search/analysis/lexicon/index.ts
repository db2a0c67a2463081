/** Every concept. What a provider's data say about it becomes a concept as well, so no label is stored with a document. */
import { GROUP_CONCEPTS } from './groups.ts';
import { SERVICE_CONCEPTS } from './services.ts';
import { TRAIT_CONCEPTS } from './traits.ts';
import type { Concept } from './types.ts';

export type { Concept } from './types.ts';
export const CONCEPTS: readonly Concept[] = [...SERVICE_CONCEPTS, ...GROUP_CONCEPTS, ...TRAIT_CONCEPTS];
