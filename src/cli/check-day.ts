import { InputError } from '../errors.ts';
import { showText } from '../text/safe.ts';
import { isDate } from '../workload/parse-workload.ts';

/**
 * Checks the argument of --today.
 * @throws InputError when it is no day that exists
 */
export function checkDay(day: string | undefined): void {
  if (day !== undefined && !isDate(day))
    throw new InputError(`--today takes a date such as 2027-06-30, got ${showText(day)}`);
}
