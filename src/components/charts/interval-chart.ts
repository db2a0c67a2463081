/**
 * `<interval-chart>`: when it comes near the screen, loads Chart.js and lays a canvas over the drawing, with the numbers
 * out of the table. The drawing keeps its box, so nothing moves.
 */
import { readRows } from './table.ts';

class IntervalChart extends HTMLElement {
  #observer: IntersectionObserver | null = null;

  connectedCallback(): void {
    this.#observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      this.#observer?.disconnect();
      // Not loaded, not drawn: the drawing and its table say the same.
      this.#draw().catch(() => undefined);
    }, { rootMargin: '200px' });
    this.#observer.observe(this);
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
  }

  async #draw(): Promise<void> {
    const plot = this.querySelector('.plot');
    const table = this.querySelector('table');
    if (!plot || !table) return;
    const { drawIntervals } = await import('./draw-intervals.ts');
    const box = document.createElement('div');
    box.className = 'chart-box';
    box.setAttribute('aria-hidden', 'true');
    const canvas = box.appendChild(document.createElement('canvas'));
    plot.append(box);
    drawIntervals(canvas, readRows(table));
    // Last: until here the drawing is seen.
    this.dataset['live'] = '';
  }
}

if (!customElements.get('interval-chart')) customElements.define('interval-chart', IntervalChart);
