import { InputError } from '../errors.ts';
import { type FleetCounts } from './outcomes.ts';
import { countRowsWith } from './judge-fleet.ts';
import type { RowCounts } from './assess-rows.ts';

/** So many rows, or such a share of them. */
export interface Limit {
  /** As it was written. */
  readonly written: string;
  readonly number: number;
  readonly isShare: boolean;
}

/** How much of a fleet may come out as what nobody wants. */
export interface FleetGates {
  readonly maxNone?: Limit | undefined;
  readonly maxOpen?: Limit | undefined;
  readonly rejectLimit?: Limit | undefined;
}

/** The same as options say it: a number of rows, or a share of them with a percent sign. */
export interface WrittenGates {
  readonly maxNone?: string;
  readonly maxOpen?: string;
  readonly rejectLimit?: string;
}

/** @throws InputError where an option says neither a number nor a share */
export function parseFleetGates({ maxNone, maxOpen, rejectLimit }: WrittenGates): FleetGates {
  return {
    maxNone: parseLimit('--max-none', maxNone),
    maxOpen: parseLimit('--max-open', maxOpen),
    rejectLimit: parseLimit('--reject-limit', rejectLimit),
  };
}

function parseLimit(option: string, written: string | undefined): Limit | undefined {
  if (written === undefined) return undefined;
  const [, digits, percent] = /^(\d+(?:\.\d+)?)(%?)$/.exec(written) ?? [];
  if (digits === undefined || (percent === '' && digits.includes('.')))
    throw new InputError(`${option} takes a number of rows or a share such as 5%`);
  return { written, number: Number(digits), isShare: percent === '%' };
}

/** What is wrong with a fleet by the gates that were asked for, a sentence each. */
export function checkFleetGates(gates: FleetGates, rows: RowCounts, counts: FleetCounts): string[] {
  const over = (limit: Limit | undefined, got: number, of: number, what: string): string[] => {
    if (limit === undefined) return [];
    const most = limit.isShare ? (of * limit.number) / 100 : limit.number;
    return got <= most ? [] : [`${got} of ${of} ${what}, and at most ${limit.written} may`];
  };
  return [
    ...over(
      gates.maxNone,
      countRowsWith(counts, ({ headline }) => headline === 'none'),
      rows.judged,
      'have no placement',
    ),
    ...over(
      gates.maxOpen,
      countRowsWith(counts, ({ status }) => status === 'open'),
      rows.judged,
      'are open',
    ),
    ...over(gates.rejectLimit, rows.rejected, rows.read, 'rows were rejected'),
  ];
}
