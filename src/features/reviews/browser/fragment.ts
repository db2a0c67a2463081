/**
 * What stands behind the # of the address, for this page alone: taken out of the address, so that it is not read off the
 * screen and does not stay in this tab's history. Only the same page in another language gets it too.
 */
export function takeFragment(): string {
  const { hash, pathname } = location;
  if (hash.length < 2) return '';
  history.replaceState(null, '', pathname);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language]')) link.href = `${link.getAttribute('href') ?? ''}${hash}`;
  return hash.slice(1);
}
