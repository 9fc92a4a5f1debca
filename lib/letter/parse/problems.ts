export interface ParseProblem {
  line: number;
  sentence: string;
}

/** Records a problem without stopping the parser, so that one run reports every problem. */
export type Report = (line: number, sentence: string) => void;
