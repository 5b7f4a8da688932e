import { kindTitles, noVote, votesExplained, votesTitle } from '../../../report/placements.ts';
import { anchorRule, type PagePart } from './page-part.ts';

/** How long the bar of a vote is, in thirds. */
const lengths = { strong: 3, moderate: 2, slight: 1 } as const;

/** The votes by concern: to the left for a VM, to the right for a container. */
export function VotesChart({ about }: { readonly about: PagePart }) {
  const { part, names } = about;
  const { votes } = part;
  if (votes.length === 0) return null;
  return (
    <section class="votes">
      <h3>{votesTitle}</h3>
      <table class="chart">
        <thead>
          <tr>
            <th scope="col">Concern</th>
            <th scope="col" class="to-left">
              {kindTitles.vm}
            </th>
            <th scope="col">{kindTitles.container}</th>
          </tr>
        </thead>
        <tbody>
          {votes.map((vote) => (
            <tr key={vote.concern}>
              <th scope="row">
                {names.concerns(vote.concern)?.title ?? vote.concern}
                <span class="rules">
                  {vote.rules.map((rule) => (
                    <a key={rule} href={`#${anchorRule(about, rule)}`}>
                      {rule}
                    </a>
                  ))}
                </span>
              </th>
              <td class="to-left">
                <Bar kind="vm" vote={vote} />
              </td>
              <td>
                <Bar kind="container" vote={vote} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet">{votesExplained}</p>
    </section>
  );
}

function Bar({
  kind,
  vote,
}: {
  readonly kind: 'vm' | 'container';
  readonly vote: PagePart['part']['votes'][number];
}) {
  const strength = vote[kind];
  if (strength === null) return <span class="no-vote">{noVote}</span>;
  return <span class={`bar bar-${kind} bar-${lengths[strength]}`}>{strength}</span>;
}
