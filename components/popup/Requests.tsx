import type { Choices } from '../../lib/storage/schema';
import type { LetterTemplate } from '../../lib/letter/model';
import { tickRequest } from '../../lib/popup/chooseActions';
import { defaultRequests, listRequests } from '../../lib/letter/compose/requests';
import { describeRequests } from '../../lib/popup/describe';
import { Fold } from './Fold';
import { Tick } from './Tick';

/** One checkbox for each thing the letter can ask for; a letter that asks for nothing has none. */
export function Requests({ letter, choices }: { letter: LetterTemplate; choices: Choices }) {
  const requests = listRequests(letter);
  if (requests.length === 0) return null;
  const ticked = choices.requests[letter.id] ?? defaultRequests(letter);
  const count = requests.filter(({ id }) => ticked.includes(id)).length;
  return (
    <Fold title="What the letter asks for" value={describeRequests(count, requests.length)}>
      <div role="group" aria-label="What the letter asks for">
        {requests.map(({ id, title }) => (
          <Tick
            key={id}
            label={title}
            checked={ticked.includes(id)}
            onChange={(checked) => void tickRequest(id, checked)}
          />
        ))}
      </div>
    </Fold>
  );
}
