/** The chart with hover and touch. A module of its own: Chart.js is loaded with it and not before. */
import { BarController, BarElement, CategoryScale, Chart, LinearScale, LineController, LineElement, PointElement, Tooltip } from 'chart.js';
import { CHART, TICKS, type ChartPoint } from './geometry.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, LineController, LineElement, PointElement, Tooltip);

type Mark = number | [number, number] | null;
type IntervalChart = Chart<'line' | 'bar', Mark[], string>;

const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Colours of the present scheme, light or dark; a canvas does not follow it by itself. */
function paint(chart: IntervalChart): void {
  const [points, intervals] = chart.data.datasets;
  if (points) Object.assign(points, { backgroundColor: token('--action'), borderColor: token('--surface') });
  if (intervals) Object.assign(intervals, { backgroundColor: token('--ink-soft') });
  for (const axis of ['x', 'y']) {
    const scale = chart.options.scales?.[axis];
    if (!scale) continue;
    Object.assign(scale.ticks ?? {}, { color: token(axis === 'y' ? '--ink' : '--ink-soft') });
    Object.assign(scale.grid ?? {}, { color: token('--line') });
  }
  chart.update('none');
}

export function drawIntervals(canvas: HTMLCanvasElement, rows: readonly ChartPoint[]): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const font = { family: getComputedStyle(document.body).fontFamily, size: 14 };
  const chart: IntervalChart = new Chart<'line' | 'bar', Mark[], string>(canvas, {
    data: {
      labels: rows.map((row) => row.label),
      datasets: [
        { type: 'line', data: rows.map((row) => row.value), showLine: false, pointRadius: 7, pointHoverRadius: 9, pointBorderWidth: 2, indexAxis: 'y' },
        { type: 'bar', data: rows.map((row) => (row.lower === null || row.upper === null ? null : [row.lower, row.upper])), barThickness: 4, indexAxis: 'y' },
      ],
    },
    options: {
      indexAxis: 'y',
      maintainAspectRatio: false,
      animation: still ? false : { duration: 300 },
      interaction: { mode: 'index', axis: 'y', intersect: false },
      scales: {
        x: { min: 0, max: 100, ticks: { stepSize: TICKS[1], font }, grid: {} },
        y: {
          ticks: { font, crossAlign: 'far' },
          grid: { display: false },
          // As wide as the drawing's labels, so that the marks stay where they were.
          afterFit: (scale) => void (scale.width = (CHART.labelWidth / CHART.width) * canvas.clientWidth),
        },
      },
      plugins: {
        tooltip: {
          displayColors: false,
          filter: ({ datasetIndex }) => datasetIndex === 0,
          callbacks: { label: ({ dataIndex }) => rows[dataIndex]?.text ?? '' },
        },
      },
    },
  });
  paint(chart);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => paint(chart));
}
