import type { Path } from '../../read/parse-yaml.ts';
import { wordUnknownName } from '../../text/suggest.ts';
import { checkCitations } from '../load/check-names.ts';
import { listConditions } from '../compile-rulebook.ts';
import { listParamsOf, listTerms, listTests } from '../condition.ts';
import { parseFactValue } from '../fact-value.ts';
import type { Content, RulebookDifferences, Mark, Param, Rule } from '../rulebook.ts';
import type { Say } from '../load/parse-condition.ts';
import { type ExtensionDraft, collectIn, sortBy, type ExtensionStep } from './extension-draft.ts';

/**
 * Sets thresholds of the rulebook that is extended, each at most once.
 * @param content what it says, with what the extension adds and changes
 */
export function setValues(draft: ExtensionDraft, content: Content): ExtensionStep {
  const sets: RulebookDifferences['sets'][number][] = [];
  const params = new Map(content.params.map((param) => [param.id, param]));
  const marks = new Map<string, Mark>();
  for (const file of draft.files)
    file.content.set?.forEach(({ param: id, to, because, cites = ['judgement'] }, index) => {
      const path: Path = ['set', index];
      const say = collectIn(draft, file);
      const param = draft.base.params.find((each) => each.id === id);
      if (param === undefined) {
        say(explainUnknown(draft, id), [...path, 'param']);
        return;
      }
      const before = marks.get(id)?.at;
      if (before !== undefined) {
        say(`${id} is set twice; the first time at ${before.file}:${before.line}`, [...path, 'param']);
        return;
      }
      const at = file.source.locate([...path, 'param']);
      const mark: Mark = { rulebook: draft.name, did: 'changed', what: [`$${id}`], because, at };
      marks.set(id, mark);
      const now = { ...param, value: to, because, cites, marks: [...(param.marks ?? []), mark] };
      params.set(id, now);
      checkCitations(cites, draft.names, say, [...path, 'cites']);
      checkFit(content, now, say, [...path, 'to']);
      sets.push({ param: id, from: param.value, to, because });
    });
  return {
    content: {
      ...content,
      params: [...params.values()],
      rules: content.rules.map((rule) => (isOwn(rule, draft.name) ? rule : markReader(rule, content, marks))),
    },
    differs: { sets: sortBy(sets, ({ param }) => param) },
  };
}

function explainUnknown({ base, files }: ExtensionDraft, id: string): string {
  if (files.some((file) => file.content.params?.some((param) => param.id === id)))
    return `${id} is a param of this rulebook itself; change it where it stands`;
  const known = base.params.map((param) => param.id);
  return wordUnknownName('param', id, known);
}

/** Every condition that speaks of the threshold understands its value. */
function checkFit(content: Content, { id, value }: Param, say: Say, path: Path): void {
  const said = new Set<string>();
  for (const { fact: name, test } of listConditions(content).flatMap(listTests)) {
    const fact = content.facts.find((each) => each.id === name);
    if (fact === undefined || !listTerms(test).some((term) => typeof term === 'object' && term.param === id))
      continue;
    const read = parseFactValue(fact, value);
    if ('problem' in read) said.add(`param ${id} does not fit: ${read.problem}`);
  }
  for (const message of said) say(message, path);
}

/** Rules that the extension adds were written with its thresholds and conditions in mind. */
export function isOwn(rule: Rule, rulebook: string): boolean {
  return rule.marks?.some((mark) => mark.did === 'added' && mark.rulebook === rulebook) === true;
}

/** A rule is another one when a threshold of its condition is. */
function markReader(rule: Rule, { conditions }: Content, marks: ReadonlyMap<string, Mark>): Rule {
  const params = listParamsOf(rule.when, conditions);
  const own = [...marks].filter(([id]) => params.includes(id)).map(([, mark]) => mark);
  return own.length === 0 ? rule : { ...rule, marks: [...(rule.marks ?? []), ...own] };
}
