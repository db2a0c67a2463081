/** The marks of a funnel plot with hover and touch. A module of its own: Chart.js is loaded with it and not before. */
import { Chart, LinearScale, PointElement, ScatterController, Tooltip, type ChartConfiguration } from 'chart.js';
import { FUNNEL, RADIUS } from './funnel-geometry.ts';
import type { TableMark } from './funnel-table.ts';

Chart.register(LinearScale, PointElement, ScatterController, Tooltip);

const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Colours of the present scheme, light or dark; a canvas does not follow it by itself. */
const colours = () => ({ ink: token('--ink'), soft: token('--ink-soft'), ground: token('--surface'), up: token('--good'), down: token('--bad'), dot: token('--action'), open: token('--surface') });

const STYLES = { up: 'triangle', down: 'triangle', dot: 'circle', open: 'circle' } as const;
const TURNED = { up: 0, down: 180, dot: 0, open: 0 } as const;

function configuration(marks: readonly TableMark[], moving: boolean): ChartConfiguration<'scatter', { x: number; y: number }[]> {
  const tone = colours();
  const font = { family: getComputedStyle(document.body).fontFamily, size: 14 };
  /** As the drawing is scaled. */
  const scaled = (size: number, width: number) => (size * width) / FUNNEL.width;
  const radius = (grown: number) => ({ chart, dataIndex }: { chart: { width: number }; dataIndex: number }) => scaled((marks[dataIndex]?.here ? RADIUS.here : RADIUS.mark) + grown, chart.width);
  const edge = marks.map(({ shape, here }) => (here ? tone.ink : shape === 'open' ? tone.soft : tone.ground));
  const fill = marks.map(({ shape }) => tone[shape]);
  return {
    type: 'scatter',
    data: {
      datasets: [{
        data: marks.map(({ place: [x, y] }) => ({ x, y })),
        clip: false,
        pointStyle: marks.map(({ shape }) => STYLES[shape]),
        pointRotation: marks.map(({ shape }) => TURNED[shape]),
        pointRadius: radius(0), pointHoverRadius: radius(2), pointHitRadius: 10,
        pointBackgroundColor: fill, pointHoverBackgroundColor: fill, pointBorderColor: edge, pointHoverBorderColor: tone.ink,
        pointBorderWidth: marks.map(({ shape, here }) => (here ? 2.5 : shape === 'open' ? 2 : 1)),
      }],
    },
    options: {
      maintainAspectRatio: false,
      animation: moving ? { duration: 200 } : false,
      layout: {
        padding: ({ chart: { width, height } }) => ({
          left: scaled(FUNNEL.left, width), right: scaled(FUNNEL.right, width),
          top: (FUNNEL.top * height) / FUNNEL.height, bottom: (FUNNEL.bottom * height) / FUNNEL.height,
        }),
        autoPadding: false,
      },
      interaction: { mode: 'nearest', intersect: true },
      scales: { x: { display: false, min: 0, max: 1 }, y: { display: false, min: 0, max: 1 } },
      plugins: {
        tooltip: {
          backgroundColor: tone.ink, bodyColor: tone.ground, bodyFont: font, displayColors: false, caretPadding: 10,
          callbacks: { label: ({ dataIndex }) => (marks[dataIndex]?.text ?? '').split(/(?<=\.) /) },
        },
      },
    },
  };
}

/** @param marks in any order; the reader's own is drawn over the others */
export function drawFunnel(canvas: HTMLCanvasElement, marks: readonly TableMark[]): void {
  const layered = marks.toSorted((a, b) => Number(a.here) - Number(b.here));
  const moving = !matchMedia('(prefers-reduced-motion: reduce)').matches;
  let chart = new Chart(canvas, configuration(layered, moving));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    chart.destroy();
    chart = new Chart(canvas, configuration(layered, false));
  });
}
