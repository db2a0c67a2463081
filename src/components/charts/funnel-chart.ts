/**
 * `<funnel-chart>`: arrow keys go from mark to mark and say each one; near the screen Chart.js is loaded and lays a canvas
 * with hover and touch over the marks. Lines, axes and the table stay as the server drew them, so nothing moves.
 */
import { inOrder, plotX, plotY } from './funnel-geometry.ts';
import { readMarks, type TableMark } from './funnel-table.ts';

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, Home: -Infinity, End: Infinity };

class FunnelChart extends HTMLElement {
  #observer: IntersectionObserver | null = null;
  #marks: TableMark[] = [];
  #current = -1;

  connectedCallback(): void {
    const plot = this.querySelector<HTMLElement>('.plot');
    const table = this.querySelector('table');
    if (!plot || !table) return;
    this.#marks = inOrder(readMarks(table));
    if (this.#marks.length === 0) return;
    this.#listen(plot);
    this.#observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      this.#observer?.disconnect();
      // Not loaded, not drawn: the drawing and its table say the same.
      this.#draw(plot).catch(() => undefined);
    }, { rootMargin: '200px' });
    this.#observer.observe(plot);
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
  }

  #listen(plot: HTMLElement): void {
    plot.tabIndex = 0;
    plot.setAttribute('role', 'application');
    plot.setAttribute('aria-label', this.dataset['region'] ?? '');
    plot.addEventListener('keydown', (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const step = STEPS[event.key];
      if (step !== undefined) this.#go(step);
      else if (event.key === 'Enter' && this.#current >= 0) this.#marks[this.#current]?.link?.click();
      else return;
      event.preventDefault();
    });
  }

  /** The first step is to the reader's own mark. */
  #go(step: number): void {
    const last = this.#marks.length - 1;
    const own = this.#marks.findIndex((mark) => mark.here);
    const first = this.#current < 0 && Number.isFinite(step);
    this.#current = first ? Math.max(0, own) : Math.min(last, Math.max(0, this.#current + step));
    const mark = this.#marks[this.#current];
    const ring = this.querySelector('.ring');
    if (!mark || !ring) return;
    ring.setAttribute('cx', String(plotX(mark.place[0])));
    ring.setAttribute('cy', String(plotY(mark.place[1])));
    ring.setAttribute('visibility', 'visible');
    this.#say(mark.text);
  }

  #say(text: string): void {
    const said = this.querySelector<HTMLElement>('.said');
    if (!said) return;
    said.textContent = text;
    said.dataset['mark'] = '';
  }

  async #draw(plot: HTMLElement): Promise<void> {
    const { drawFunnel } = await import('./draw-funnel.ts');
    const box = document.createElement('div');
    box.className = 'chart-box';
    box.setAttribute('aria-hidden', 'true');
    const canvas = box.appendChild(document.createElement('canvas'));
    plot.append(box);
    drawFunnel(canvas, this.#marks);
    // Last: until here the drawing is seen.
    this.dataset['live'] = '';
  }
}

if (!customElements.get('funnel-chart')) customElements.define('funnel-chart', FunnelChart);
