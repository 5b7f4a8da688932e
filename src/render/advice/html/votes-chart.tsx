import { anchorRule, type PartView } from './part-view.ts';

/** How long the bar of a vote is, in thirds. */
const lengths = { strong: 3, moderate: 2, slight: 1 } as const;

type Votes = PartView['part']['votes'][number];

/** The votes by concern: to the left for a VM, to the right for a container. */
export function VotesChart({ view }: { readonly view: PartView }) {
  const { votes } = view.part;
  if (votes.length === 0) return null;
  return (
    <section class="votes">
      <h3>Votes by concern</h3>
      <table class="chart">
        <thead>
          <tr>
            <th scope="col">Concern</th>
            <th scope="col" class="to-left">
              For a VM
            </th>
            <th scope="col">For a container</th>
          </tr>
        </thead>
        <tbody>
          {votes.map((vote) => (
            <tr key={vote.concern}>
              <th scope="row">
                {view.rulebook.concerns.find(({ id }) => id === vote.concern)?.title ?? vote.concern}
                <span class="rules">
                  {vote.rules.map((rule) => (
                    <a key={rule} href={`#${anchorRule(view, rule)}`}>
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
      <p class="quiet">
        Each concern has one vote a kind, its strongest. Strong votes are compared first, then moderate, then
        slight; the first difference decides.
      </p>
    </section>
  );
}

function Bar({ kind, vote }: { readonly kind: 'vm' | 'container'; readonly vote: Votes }) {
  const strength = vote[kind];
  if (strength === null) return <span class="no-vote">–</span>;
  return <span class={`bar bar-${kind} bar-${lengths[strength]}`}>{strength}</span>;
}
