import { describe, expect, it } from 'vitest';
import { layOutList } from '../../../src/ask/lay-out-list.ts';
import {
  beginList,
  type ListKey,
  type ListMove,
  type ListQuestion,
  type ListState,
  pressKey,
} from '../../../src/ask/list-state.ts';

// What the keys do in a list, without a terminal.

const sections = [
  {
    title: 'Devices',
    options: [
      { value: 'device=usb', label: 'a USB device', of: 'device', names: ['dongle'] },
      { value: 'device=card', label: 'a card', of: 'device' },
    ],
  },
  { title: 'Rights', options: [{ value: 'root=yes', label: 'It runs as root', of: 'root' }] },
];
const folded: ListQuestion = {
  message: 'Is anything unusual about it?',
  help: ['What it means.'],
  canGoBack: true,
  many: true,
  folded: true,
  sections,
};
const sheet: ListQuestion = { ...folded, folded: false };
const one: ListQuestion = {
  ...sheet,
  many: false,
  sections: [{ title: '', options: sections[0]?.options ?? [] }],
};

/** Types keys: words are typed letter by letter. */
function press(question: ListQuestion, keys: readonly string[], picked: readonly string[] = []): ListMove {
  const known = ['up', 'down', 'enter', 'escape', 'erase'];
  const all = keys.flatMap((key): ListKey[] =>
    known.includes(key) ? [key as ListKey] : key.split('').map((typed) => ({ typed })),
  );
  return all.reduce<ListMove>(
    (move, key) => (move.then === 'stay' ? pressKey(question, move.state, key) : move),
    {
      then: 'stay',
      state: beginList(question, picked),
    },
  );
}

/** The rows on the screen after these keys. */
function see(question: ListQuestion, keys: readonly string[], width = 80): string[] {
  const move = press(question, keys);
  if (move.then !== 'stay') throw new Error(`the list was left: ${move.then}`);
  return layOutList(question, move.state, width).rows.flat();
}

const stateOf = (move: ListMove): ListState => {
  if (move.then !== 'stay') throw new Error(move.then);
  return move.state;
};

describe('one of some answers', () => {
  it.each([
    { keys: ['enter'], values: ['device=usb'] },
    { keys: ['down', 'enter'], values: ['device=card'] },
    { keys: ['down', 'down', 'down', 'enter'], values: ['device=card'] },
    { keys: ['up', 'enter'], values: ['device=usb'] },
    { keys: ['card', 'enter'], values: ['device=card'] },
    { keys: ['dongle', 'enter'], values: ['device=usb'] },
    { keys: ['DONG', 'enter'], values: ['device=usb'] },
  ])('$keys answers $values', ({ keys, values }) => {
    expect(press(one, keys)).toEqual({ then: 'answer', values });
  });

  it('begins at what was answered before', () => {
    expect(press(one, ['enter'], ['device=card'])).toEqual({ then: 'answer', values: ['device=card'] });
  });

  it('shows only what is found, and everything again behind Escape or the last letter erased', () => {
    expect(see(one, ['don'])).toEqual(['❯ a USB device']);
    expect(see(one, ['don', 'escape'])).toHaveLength(2);
    expect(see(one, ['d', 'erase'])).toHaveLength(2);
    expect(see(one, ['nothing like it'])).toEqual([]);
    expect(press(one, ['nothing like it', 'enter']).then).toBe('stay');
  });
});

describe('keys that are the same everywhere', () => {
  it.each([{ question: folded }, { question: sheet }, { question: one }])(
    '< goes back, ? helps',
    ({ question }) => {
      expect(press(question, ['<'])).toEqual({ then: 'back' });
      expect(stateOf(press(question, ['?'])).showsHelp).toBe(true);
      expect(stateOf(press(question, ['?', '?'])).showsHelp).toBe(false);
      const first = { ...question, canGoBack: false };
      expect(press(first, ['<']).then).toBe('stay');
      expect(stateOf(press(first, ['<'])).term).toBe('');
    },
  );
});

describe('a folded list', () => {
  it('shows that there may be nothing, then the headings', () => {
    expect(see(folded, [])).toEqual(['❯ None of these', '  ▸ Devices', '  ▸ Rights']);
    expect(press(folded, ['enter'])).toEqual({ then: 'answer', values: [] });
  });

  it('opens a heading and picks below it', () => {
    expect(see(folded, ['down', 'enter'])).toEqual([
      '  None of these',
      '❯ ▾ Devices',
      '    ◯ a USB device',
      '    ◯ a card',
      '  ▸ Rights',
    ]);
    expect(see(folded, ['down', 'enter', 'down', 'enter'])).toEqual([
      '❯ Go on with 1',
      '  ▾ Devices (1)',
      '    ◉ a USB device',
      '    ◯ a card',
      '  ▸ Rights',
    ]);
  });

  it('finds what is folded, and picks it', () => {
    expect(see(folded, ['dongle'])).toEqual(['  None of these', '  ▾ Devices', '❯   ◯ a USB device']);
    const values = ['device=usb', 'root=yes'];
    expect(press(folded, ['dongle', 'enter', 'root', 'enter', 'enter'])).toEqual({ then: 'answer', values });
  });

  it('finds all that is under a heading only where no answer is called that', () => {
    expect(see(folded, ['devices'])).toHaveLength(4);
    expect(see(folded, ['device'])).toHaveLength(4);
    expect(see(folded, ['usb_device'])).toEqual(['  None of these', '  ▾ Devices', '❯   ◯ a USB device']);
  });

  it('keeps its last topics under one entry until it is opened, and finds them all the same', () => {
    const some = sections.map((section, index) => ({ ...section, isRest: index > 0 }));
    const question: ListQuestion = { ...folded, sections: some, rest: 'Only reasons' };
    expect(see(question, [])).toEqual(['❯ None of these', '  ▸ Devices', '  ▸ Only reasons']);
    expect(see(question, ['down', 'down', 'enter', 'down', ' '])).toEqual([
      '  None of these',
      '  ▸ Devices',
      '  ▾ Only reasons',
      '❯ ▾ Rights',
      '    ◯ It runs as root',
    ]);
    expect(press(question, ['root', 'enter', 'enter'])).toEqual({ then: 'answer', values: ['root=yes'] });
  });

  it('ticks by the space bar and stays, and is not left by it', () => {
    expect(see(folded, ['down', ' ', 'down', ' '])).toContain('❯   ◉ a USB device');
    expect(press(folded, [' ']).then).toBe('stay');
  });

  it('takes one of what excludes each other, and drops what is picked twice', () => {
    expect(press(folded, ['dongle', 'enter', 'card', 'enter', 'enter'])).toEqual({
      then: 'answer',
      values: ['device=card'],
    });
    expect(press(folded, ['root', ' ', ' ', 'escape', 'enter'])).toEqual({ then: 'answer', values: [] });
  });

  it('ticks what was found by the space bar, and takes nothing back by Enter', () => {
    expect(see(folded, ['dongle', ' '])).toEqual(['  Go on with 1', '  ▾ Devices (1)', '❯   ◉ a USB device']);
    expect(press(folded, ['dongle', ' ', 'enter', 'enter'])).toEqual({
      then: 'answer',
      values: ['device=usb'],
    });
  });

  it('is not left by Enter where nothing is found', () => {
    expect(see(folded, ['dongel'])).toEqual([]);
    expect(press(folded, ['dongel', 'enter']).then).toBe('stay');
  });
});

describe('a sheet', () => {
  it('goes from heading to heading, and on behind the last', () => {
    expect(see(sheet, ['enter'])).toEqual([
      '  Devices',
      '    ◉ a USB device    ◯ a card',
      '  Rights',
      '  ❯ ◯ It runs as root',
      '  Go on with 1',
    ]);
    const values = ['device=usb', 'root=yes'];
    expect(press(sheet, ['enter', 'enter', 'enter'])).toEqual({ then: 'answer', values });
  });

  it('has answers in one line where they fit, short, the cursor before one of them', () => {
    const titled = sections.map((section) => ({
      ...section,
      options: section.options.map((option) => ({ ...option, label: `${option.label} (of any make)` })),
    }));
    const short: ListQuestion = { ...sheet, sections: titled };
    expect(see(short, ['down'])).toEqual([
      '  Devices',
      '    ◯ a USB device  ❯ ◯ a card',
      '  Rights',
      '    ◯ It runs as root',
      '  Go on',
    ]);
    expect(see(short, [], 28)[1]).toBe('❯   ◯ a USB device (of any');
  });

  it('behind another answer goes on to what has none, so that Enter changes no second one', () => {
    const before = ['device=usb', 'root=yes'];
    expect(press(sheet, ['down', 'enter', 'enter'], before)).toEqual({
      then: 'answer',
      values: ['root=yes', 'device=card'],
    });
    expect(press(sheet, ['enter', 'enter'], before)).toEqual({ then: 'answer', values: before });
  });

  it('helps with the question under the cursor, and with no other', () => {
    const helped = {
      ...sheet,
      help: [],
      sections: sections.map((each) => ({ ...each, help: [each.title] })),
    };
    const { head } = layOutList(helped, stateOf(press(helped, ['?'])), 80);
    expect(head.slice(1)).toEqual(['  (? help, < back)', '  Devices']);
  });

  it('passes over its headings', () => {
    expect(stateOf(press(sheet, ['down', 'down'])).active).toBe(4);
    expect(press(sheet, ['down', 'down', 'down', 'enter'])).toEqual({ then: 'answer', values: [] });
  });
});

it('lines that do not fit are broken at blanks, below where they began', () => {
  const long = { value: 'x', label: 'a label of several words' };
  const question = { ...one, sections: [{ title: '', options: [long] }] };
  expect(see(question, [], 20)).toEqual(['❯ a label of several', '  words']);
});
