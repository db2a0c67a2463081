/** While somebody types: what to look at again. Worked out here; nothing is sent. */
const PAUSE_MS = 400;

/** @param hintsFor keys of `data-hint` that apply to a text */
export function startHints(hintsFor: (text: string) => ReadonlySet<string>): void {
  for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-hinted]')) {
    if (area.dataset['hinted'] === 'on') continue;
    area.dataset['hinted'] = 'on';
    const box = area.closest('form')?.querySelector<HTMLElement>('[data-hints]');
    if (!box) continue;
    let timer = 0;
    const look = () => {
      const found = hintsFor(area.value);
      for (const each of box.querySelectorAll<HTMLElement>('[data-hint]')) each.hidden = !found.has(each.dataset['hint'] ?? '');
      box.hidden = found.size === 0;
    };
    area.addEventListener('input', () => {
      clearTimeout(timer);
      timer = window.setTimeout(look, PAUSE_MS);
    });
    look();
  }
}
