import { ColumnHeads } from './column-heads.tsx';
import { labels } from '../../../report/vocabulary.ts';
import { signers, signOffColumns } from '../../../report/judge.ts';

/** The fields that a report leaves to people: it knows neither the day nor who answers for it. */
export function FillIn() {
  return (
    <p class="fill-in">
      <label>
        Date <input type="text" />
      </label>
      <label>
        Owner of the decision <input type="text" />
      </label>
    </p>
  );
}

/** A table to sign in. */
export function SignOff() {
  return (
    <table class="sign-off">
      <caption>{labels.signOff}</caption>
      <ColumnHeads columns={signOffColumns} />
      <tbody>
        {signers.map((role) => (
          <tr key={role}>
            <th scope="row">{role}</th>
            <td />
            <td />
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
