/** The chart with hover and touch. A module of its own: Chart.js is loaded with it and not before. */
import { BarController, BarElement, CategoryScale, Chart, LinearScale, LineController, LineElement, PointElement, Tooltip, type ChartConfigurationCustomTypesPerDataset } from 'chart.js';
import { CHART, TICKS, type ChartPoint } from './geometry.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, LineController, LineElement, PointElement, Tooltip);

type Mark = number | [number, number] | null;

const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Colours of the present scheme, light or dark; a canvas does not follow it by itself. */
const colours = () => ({ ink: token('--ink'), soft: token('--ink-soft'), line: token('--line'), mark: token('--action'), ground: token('--surface') });

function configuration(canvas: HTMLCanvasElement, rows: readonly ChartPoint[], animated: boolean): ChartConfigurationCustomTypesPerDataset<'line' | 'bar', Mark[], string> {
  const { ink, soft, line, mark, ground } = colours();
  const font = { family: getComputedStyle(document.body).fontFamily, size: 14 };
  const limits = rows.map((row): Mark => (row.lower === null || row.upper === null ? null : [row.lower, row.upper]));
  return {
    data: {
      labels: rows.map((row) => row.label),
      datasets: [
        {
          type: 'line', data: rows.map((row) => row.value), indexAxis: 'y', showLine: false,
          pointRadius: 7, pointHoverRadius: 9, pointBackgroundColor: mark, pointBorderColor: ground, pointBorderWidth: 2,
          pointHoverBackgroundColor: mark, pointHoverBorderColor: ground,
        },
        { type: 'bar', data: limits, indexAxis: 'y', barThickness: 4, backgroundColor: soft, hoverBackgroundColor: ink },
      ],
    },
    options: {
      indexAxis: 'y',
      maintainAspectRatio: false,
      animation: animated ? { duration: 300 } : false,
      interaction: { mode: 'index', axis: 'y', intersect: false },
      scales: {
        x: { min: 0, max: 100, ticks: { stepSize: TICKS[1], font, color: soft }, grid: { color: line }, border: { color: line } },
        y: {
          ticks: { font, color: ink, crossAlign: 'far' },
          grid: { display: false },
          border: { color: line },
          // As wide as the drawing's labels, so that the marks stay where they were.
          afterFit: (scale) => void (scale.width = (CHART.labelWidth / CHART.width) * canvas.clientWidth),
        },
      },
      plugins: {
        tooltip: {
          backgroundColor: ink, titleColor: ground, bodyColor: ground, titleFont: font, bodyFont: font,
          displayColors: false, yAlign: 'bottom', caretPadding: 12,
          filter: ({ datasetIndex }) => datasetIndex === 0,
          callbacks: { label: ({ dataIndex }) => rows[dataIndex]?.text ?? '' },
        },
      },
    },
  };
}

export function drawIntervals(canvas: HTMLCanvasElement, rows: readonly ChartPoint[]): void {
  const moving = !matchMedia('(prefers-reduced-motion: reduce)').matches;
  let chart = new Chart(canvas, configuration(canvas, rows, moving));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    chart.destroy();
    chart = new Chart(canvas, configuration(canvas, rows, false));
  });
}
