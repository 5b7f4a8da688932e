/** The statements that `advise fleet sql` writes for one language. */
export interface SqlTexts {
  readonly vectors: string;
  readonly decisions: string;
  /** Name and record of every row, in the order of names. */
  readonly join: string;
  /** Name and point verdict of every row, in the same order. */
  readonly verdict: string;
}

/** What a database says of its rows, as CSV with headings. */
export interface RouteRecords {
  readonly joined: string;
  readonly verdicts: string;
}

/** A way of judging rows where they lie. */
export interface Route {
  readonly name: string;
  /** What is missing on this machine, and how it is installed. */
  readonly missing: string | undefined;
  /**
   * Puts `rows.csv` into a database and asks it all that is asked.
   * @param folder where that file lies, and where more may be written
   * @param decide takes vectors as CSV, and gives the path of the decisions as CSV
   */
  readonly run: (
    folder: string,
    texts: SqlTexts,
    decide: (vectors: string) => Promise<string>,
  ) => Promise<RouteRecords>;
}
