/** A progress bar on a terminal, a plain line now and then elsewhere. On standard error: the report has standard output. */
import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  /** @param total 0: not known */
  show(phase: string, done: number, total: number): void;
  end(): void;
}

export function progress(unit: string): Progress {
  return process.stderr.isTTY ? bar(unit) : plainLines(unit);
}

function bar(unit: string): Progress {
  const line = new SingleBar({ format: `{phase} {bar} {percentage}% | {value}/{total} ${unit}`, stream: process.stderr, clearOnComplete: true, hideCursor: true }, Presets.shades_classic);
  let started = false;
  return {
    show(phase, done, total) {
      if (total === 0) return;
      if (!started) line.start(total, done, { phase });
      else line.update(done, { phase });
      started = true;
    },
    end: () => line.stop(),
  };
}

/** One line a phase and one for each tenth of the way. */
function plainLines(unit: string): Progress {
  let said = '';
  return {
    show(phase, done, total) {
      const tenth = total > 0 ? Math.floor((done / total) * 10) : 0;
      const mark = `${phase} ${tenth}`;
      if (mark === said) return;
      said = mark;
      console.error(total > 0 ? `${phase}: ${done} of ${total} ${unit}` : phase);
    },
    end() {},
  };
}
