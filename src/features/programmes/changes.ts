/** What changed between the versions of a profile, and when. Pure. */
import type { ProviderProfile } from '#features/providers/input.ts';
import { changedFields } from './model.ts';
import type { Programme } from './input.ts';

export interface Version {
  activatedAt: Date;
  profile: ProviderProfile;
  programmes: readonly Programme[];
}

export interface Change {
  at: Date;
  fields: (keyof ProviderProfile)[];
  /** `new`: not there before; `removed`: not there since. */
  programmes: { title: Programme['title']; code: string; what: 'new' | 'changed' | 'removed' }[];
}

export interface History {
  /** Newest first; versions in which nothing differed are left out. */
  changes: Change[];
  /** When the profile was first shown; null when older versions than those given may exist. */
  first: Date | null;
}

function changeBetween(before: Version, after: Version): Change {
  const names = changedFields(before, after);
  const find = (version: Version, code: string) => version.programmes.find((each) => each.code === code);
  return {
    at: after.activatedAt,
    fields: names.filter((name): name is keyof ProviderProfile => !name.startsWith('programmes.')),
    programmes: names.flatMap((name) => {
      if (!name.startsWith('programmes.')) return [];
      const code = name.slice('programmes.'.length);
      const [old, present] = [find(before, code), find(after, code)];
      const title = (present ?? old)?.title;
      return title ? [{ title, code, what: old ? (present ? ('changed' as const) : ('removed' as const)) : ('new' as const) }] : [];
    }),
  };
}

/**
 * @param versions newest first, as `visibleVersions` gives them
 * @param complete no older version than the last of these was ever shown
 */
export function historyOf(versions: readonly Version[], complete: boolean): History {
  const changes = versions.slice(0, -1).map((after, index) => changeBetween(versions[index + 1] ?? after, after));
  return {
    changes: changes.filter((each) => each.fields.length + each.programmes.length > 0),
    first: complete ? (versions.at(-1)?.activatedAt ?? null) : null,
  };
}
