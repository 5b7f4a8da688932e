import { DockerfileParser, type Instruction } from 'dockerfile-ast';
import type { Spot } from '../spot.ts';
import { createTextSpot } from '../text-spot.ts';

/** One instruction of a build, with its words as they are meant. */
export interface BuildStep {
  /** In capitals: `COPY`. */
  readonly keyword: string;
  /** What follows it, quotes and brackets taken off, options left out. */
  readonly words: readonly string[];
  readonly options: readonly string[];
  /** What follows it, as it is written. */
  readonly spot: Spot;
}

/** What an image is built from: its own stage, and the stages of the same file that this begins with. */
export interface BuildFile {
  /** Where the stage begins that becomes the image. */
  readonly declared: Spot;
  /** The image that it begins with; undefined of one that only a variable without a value names. */
  readonly base: Spot | undefined;
  /** The steps of its stages, from the base on. */
  readonly steps: readonly BuildStep[];
}

interface Stage {
  readonly name: string | undefined;
  readonly from: BuildStep;
  readonly steps: BuildStep[];
}

/**
 * Takes a Dockerfile apart.
 * @param file what the text is called
 * @param target the stage that becomes the image, where it is not the last
 * @returns undefined where there is no such stage
 */
export function parseBuildFile(text: string, file: string, target?: string): BuildFile | undefined {
  const instructions = DockerfileParser.parse(text).getInstructions();
  const defaults = new Map<string, string>();
  const stages: Stage[] = [];
  for (const step of instructions.map((instruction) => toStep(instruction, file))) {
    const current = stages[stages.length - 1];
    if (step.keyword === 'FROM')
      stages.push({ name: /\bAS\s+(\S+)\s*$/i.exec(step.spot.text ?? '')?.[1], from: step, steps: [] });
    else if (current !== undefined) current.steps.push(step);
    else if (step.keyword === 'ARG')
      for (const word of step.words) {
        const [, name, value] = /^(\w+)=(.*)$/s.exec(word) ?? [];
        if (name !== undefined && value !== undefined) defaults.set(name, value);
      }
  }
  const [named] = stages.filter(
    ({ name }) => name !== undefined && name.toLowerCase() === target?.toLowerCase(),
  );
  const last = target === undefined ? stages[stages.length - 1] : (named ?? stages[Number(target)]);
  if (last === undefined) return undefined;
  const line = [last];
  for (let stage = last; ;) {
    const image = fillIn(stage.from.words[0] ?? '', defaults);
    const before = stages
      .slice(0, stages.indexOf(stage))
      .reverse()
      .find(({ name }) => name !== undefined && name.toLowerCase() === image?.toLowerCase());
    if (before === undefined)
      return {
        declared: last.from.spot,
        base:
          image === undefined ? undefined : createTextSpot(image, stage.from.spot.at, stage.from.spot.key),
        steps: line.flatMap(({ steps }) => steps),
      };
    line.unshift(before);
    stage = before;
  }
}

function toStep(instruction: Instruction, file: string): BuildStep {
  const range = instruction.getArgumentsRange() ?? instruction.getInstructionRange();
  const whole = instruction.getArgumentsContent() ?? '';
  const place = ({ line, character }: { line: number; character: number }) => ({
    file,
    line: line + 1,
    column: character + 1,
  });
  const words = whole.match(/(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\])+/g) ?? [];
  const first = words.findIndex((word) => !word.startsWith('--'));
  const rest = first < 0 ? [] : words.slice(first);
  return {
    keyword: instruction.getKeyword().toUpperCase(),
    options: first < 0 ? words : words.slice(0, first),
    words: parseList(whole) ?? rest.map((word) => word.replace(/["']/g, '')),
    spot: createTextSpot(whole, place(range.start), place(instruction.getInstructionRange().start)),
  };
}

/** The strings of the form in brackets; undefined where it is none. */
function parseList(text: string): string[] | undefined {
  const list = /^\s*(?:--\S+\s+)*(\[.*\])\s*$/s.exec(text)?.[1];
  if (list === undefined) return undefined;
  try {
    const parsed: unknown = JSON.parse(list);
    return Array.isArray(parsed) ? parsed.map(String) : undefined;
  } catch {
    return undefined;
  }
}

/** Variables filled in by what they are without being told; undefined where one is nothing then. */
function fillIn(text: string, defaults: ReadonlyMap<string, string>): string | undefined {
  const valueOf = ([, plain, braced, fallback]: readonly (string | undefined)[]): string =>
    (defaults.get(plain ?? braced ?? '') ?? '') || (fallback ?? '');
  if ([...text.matchAll(variable)].some((match) => valueOf(match) === '')) return undefined;
  const filled = text.replace(variable, (...match: (string | undefined)[]) => valueOf(match));
  return filled === '' ? undefined : filled;
}

/** `$BASE`, `${BASE}` or `${BASE:-debian}`. */
const variable = /\$(?:(\w+)|\{(\w+)(?::?-([^}]*))?\})/g;
