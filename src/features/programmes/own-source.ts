/** The source of what a provider says of itself. One for all: whose words they are is the profile's own name. */
export const OWN_SOURCE = { title: 'The provider itself', publisher: 'Vejviser' } as const;

export function isOwnSource(source: { title: string; publisher: string }): boolean {
  return source.title === OWN_SOURCE.title && source.publisher === OWN_SOURCE.publisher;
}
