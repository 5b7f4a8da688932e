/** A file of a rulebook as text. */
export interface RulebookFile {
  /** The name it is called by in messages, such as rules/isolation.yaml. */
  readonly path: string;
  /** The last part of the path. */
  readonly name: string;
  readonly text: string;
}
