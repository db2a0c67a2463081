export interface Figure {
  what: string;
  value: number;
  unit: string;
  /** What is aimed at, in words; empty where the figure is only for reading. */
  target: string;
}
