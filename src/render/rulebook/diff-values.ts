import { showText } from '../../text/safe.ts';
import type { Condition } from '../../rulebook/condition.ts';
import { wordCondition, wordExample } from '../../report/condition.ts';
import type { Example } from '../../rulebook/rulebook.ts';

/**
 * A value before and after, in words; of lists of names what went and what came.
 * @param key what the value stands under; conditions and moves are worded
 * @param before undefined where it did not stand
 */
export function showChange(key: string, before: unknown, after: unknown): string {
  if (before === undefined) return `now ${showValue(key, after)}`;
  if (after === undefined) return `no longer ${showValue(key, before)}`;
  if (isTextList(before) && isTextList(after)) {
    const came = after.filter((each) => !before.includes(each)).map((each) => `+${each}`);
    const went = before.filter((each) => !after.includes(each)).map((each) => `-${each}`);
    if (came.length + went.length > 0) return showText([...went, ...came].join(', '));
  }
  return `${showValue(key, before)} → ${showValue(key, after)}`;
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

const conditions = ['when', 'needs', 'asked-if', 'contradicted-by'];

function showValue(key: string, value: unknown): string {
  if (Array.isArray(value)) {
    return value.map((each: unknown) => showValue(key === 'moves' ? 'move' : '', each)).join(', ');
  }
  if (typeof value !== 'object' || value === null) return showText(String(value));
  if (conditions.includes(key)) return showText(wordCondition(value as Condition));
  if (key === 'move') {
    const { takes, when } = value as { takes: string; when: Condition };
    return showText(`${takes} if ${wordCondition(when)}`);
  }
  if (key === 'favours' || key === 'suits')
    return showText(
      Object.entries(value)
        .map((each) => each.join(' '))
        .join(', '),
    );
  const inner = Object.entries(value).map(([name, each]) => `${name} ${wordExample(each as Example)}`);
  return showText(inner.join('; '));
}
