export interface ParseProblem {
  line: number;
  sentence: string;
}

/** Notes down a problem and lets the parser go on, so that one reading tells all. */
export type Report = (line: number, sentence: string) => void;
